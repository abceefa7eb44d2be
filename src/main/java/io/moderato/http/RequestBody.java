package io.moderato.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body in the form that its headers name: JSON, NDJSON as a JSON array of its lines, YAML as the JSON that it stands for, or plain
 * text as a JSON text.
 */
record RequestBody(BodySchema schema, String mediaType) {
  static final String NDJSON = "application/x-ndjson";
  private static final String YAML = "application/yaml";
  private static final String TEXT = "text/plain";

  static RequestBody of(HttpServerRequest request, Operation operation) {
    var contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
    var parts =
        (contentType == null ? "" : contentType).toLowerCase(Locale.ROOT).split(";");
    var mediaType = parts.length == 0 ? "" : parts[0].strip();
    var schema = operation.bodies().get(mediaType);
    if (schema == null) {
      throw unsupported("Send the body with Content-Type %s, not %s."
          .formatted(
              String.join(" or ", operation.bodies().keySet().stream().sorted().toList()),
              mediaType.isEmpty() ? "without one" : "another one"));
    }
    if (Arrays.stream(parts)
        .map(part -> part.replace("\"", "").strip())
        .anyMatch(part -> part.startsWith("charset=") && !part.equals("charset=utf-8"))) {
      throw unsupported("Send the body in UTF-8.");
    }
    var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw unsupported("Send the body without Content-Encoding.");
    }
    return new RequestBody(schema, mediaType);
  }

  JsonNode read(@Nullable Buffer bytes) {
    if (bytes == null || bytes.length() == 0) {
      throw JsonBody.malformed("", "The body is missing.");
    }
    var text = JsonBody.decoded(bytes.getBytes());
    return switch (mediaType) {
      case NDJSON -> lines(text);
      case TEXT -> TextNode.valueOf(text.startsWith("\ufeff") ? text.substring(1) : text);
      case YAML -> JsonBody.yaml(text);
      default -> JsonBody.value(text, "");
    };
  }

  private static JsonNode lines(String text) {
    var array = JsonNodeFactory.instance.arrayNode();
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> array.add(JsonBody.value(line, "/" + array.size())));
    return array;
  }

  private static ProblemException unsupported(String detail) {
    return new ProblemException(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail));
  }
}
