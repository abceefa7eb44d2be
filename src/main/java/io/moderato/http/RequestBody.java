package io.moderato.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a body in the form that its headers name: JSON, NDJSON as a JSON array of its lines, or YAML as the JSON that it stands for. */
record RequestBody(BodySchema schema, String mediaType) {
  static final String NDJSON = "application/x-ndjson";
  private static final String YAML = "application/yaml";

  private static final ObjectReader YAML_READER = YAMLMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build()
      .reader();
  private static final ObjectReader JSON_READER = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build()
      .reader();

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
      throw malformed("", "The body is missing.");
    }
    var text = decoded(bytes);
    return switch (mediaType) {
      case NDJSON -> lines(text);
      case YAML -> value(YAML_READER, text, "", "YAML");
      default -> value(JSON_READER, text, "", "JSON as RFC 8259 has it");
    };
  }

  private static JsonNode lines(String text) {
    var array = JsonNodeFactory.instance.arrayNode();
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(line ->
            array.add(value(JSON_READER, line, "/" + array.size(), "JSON as RFC 8259 has it")));
    return array;
  }

  private static JsonNode value(ObjectReader reader, String text, String pointer, String form) {
    try {
      var value = reader.readTree(text);
      if (value.isMissingNode()) {
        throw malformed(pointer, "The body is missing.");
      }
      return value;
    } catch (JacksonException e) {
      var where = e.getLocation() == null
          ? ""
          : " at line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw malformed(
          pointer,
          "This is not %s, or too deeply nested, or gives a field twice%s.".formatted(form, where));
    } catch (IOException e) {
      throw malformed(pointer, "This is not %s.".formatted(form));
    }
  }

  private static String decoded(Buffer bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw malformed("", "The body is not UTF-8.");
    }
  }

  private static ProblemException unsupported(String detail) {
    return new ProblemException(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail));
  }

  private static ProblemException malformed(String pointer, String detail) {
    return new ProblemException(Problem.at(ProblemType.MALFORMED_BODY, pointer, detail));
  }
}
