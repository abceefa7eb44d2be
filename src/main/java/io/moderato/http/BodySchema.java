package io.moderato.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/**
 * What a body must look like.
 *
 * @param alternatives the schemas of a {@code oneOf} that differ in their JSON type, or the one schema there is; a body is held
 *     against the one of its own type, so that a violation names a place and not just "none of these"
 */
public record BodySchema(List<JsonSchema> alternatives) {
  /**
   * In a body of more values only the first violation is looked for: four million bytes of {@code [1,1,…]} break the contract two
   * million times, and the list of that would be hundreds of times the body's size.
   */
  private static final int MOST_VALUES = 10_000;

  public BodySchema {
    alternatives = List.copyOf(alternatives);
  }

  /** All violations, of a body that is very large the first; none for a valid body. */
  public List<Violation> violations(JsonNode body) {
    var closest = alternatives.stream()
        .filter(schema -> takes(schema, body))
        .findFirst()
        .orElse(alternatives.get(0));
    var isLarge = values(body, MOST_VALUES) >= MOST_VALUES;
    return closest
        .validate(body, context -> context.getExecutionConfig().setFailFast(isLarge))
        .stream()
        .map(BodySchema::violation)
        .toList();
  }

  /** How many values there are in all; counts no further than told. */
  private static int values(JsonNode node, int most) {
    int count = 1;
    for (var child : node) {
      if (count >= most) {
        break;
      }
      count += values(child, most - count);
    }
    return count;
  }

  private static boolean takes(JsonSchema schema, JsonNode body) {
    var type = schema.getSchemaNode().path("type").asText();
    return type.equals("array") == body.isArray();
  }

  private static Violation violation(ValidationMessage message) {
    var place = message.getInstanceLocation().toString();
    var property = message.getProperty();
    var namesProperty = property != null
        && (message.getType().equals("required")
            || message.getType().equals("additionalProperties"));
    var pointer = namesProperty ? JsonPointers.field(place, property) : place;
    var detail = message.getType().equals("additionalProperties")
        ? "unknown field '%s'".formatted(property)
        : message.getError();
    return Violation.inBody(pointer, detail);
  }
}
