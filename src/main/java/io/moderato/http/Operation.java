package io.moderato.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One operation of the contract.
 *
 * @param path as in the document: {@code /v1/sites/{site}}
 * @param bodies by media type; empty where the operation takes no body
 */
public record Operation(
    String id,
    String method,
    String path,
    Access access,
    List<Parameter> parameters,
    Map<String, BodySchema> bodies) {
  public Operation {
    parameters = List.copyOf(parameters);
    bodies = Map.copyOf(bodies);
  }

  /**
   * What came by another way than as the operation's request: read, and held against what it takes.
   *
   * @param mediaType one that it takes
   * @throws ProblemException where it is none of that kind
   */
  public JsonNode valid(String mediaType, Buffer body) {
    var reader = new RequestBody(Objects.requireNonNull(bodies.get(mediaType)), mediaType);
    return RequestValidation.valid(reader.read(body), reader);
  }

  /**
   * A parameter of the path, the query or the headers.
   *
   * @param integer whether its text is read as a number before it is validated
   */
  public record Parameter(
      String name, String in, boolean required, boolean integer, JsonSchema schema) {}
}
