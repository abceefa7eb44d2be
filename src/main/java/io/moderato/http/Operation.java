package io.moderato.http;

import com.networknt.schema.JsonSchema;
import java.util.List;
import java.util.Map;

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
   * A parameter of the path, the query or the headers.
   *
   * @param integer whether its text is read as a number before it is validated
   */
  public record Parameter(
      String name, String in, boolean required, boolean integer, JsonSchema schema) {}
}
