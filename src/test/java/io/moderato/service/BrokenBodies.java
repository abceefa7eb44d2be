package io.moderato.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moderato.service.PublishedContract.Declared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Bodies that break a schema of the contract at one place each, made from the schema and a valid body. */
final class BrokenBodies {
  private final PublishedContract contract;
  private final Declared operation;
  private final List<BrokenBody> bodies = new ArrayList<>();

  /** @param pointer where it is broken */
  record BrokenBody(Declared operation, String what, JsonNode body, String pointer) {
    @Override
    public String toString() {
      return "%s %s %s".formatted(operation, pointer.isEmpty() ? "body" : pointer, what);
    }
  }

  private BrokenBodies(PublishedContract contract, Declared operation) {
    this.contract = contract;
    this.operation = operation;
  }

  /** Of every place that the operation's JSON body has. */
  static List<BrokenBody> of(PublishedContract contract, Declared operation) {
    var broken = new BrokenBodies(contract, operation);
    var content = operation.requestContent().path(Caller.JSON);
    var valid = content.path("examples").elements().next().path("value");
    var schema = contract.followed(content.path("schema"));
    if (schema.has("oneOf")) {
      schema.path("oneOf").forEach(alternative -> {
        var array = contract.followed(alternative).path("type").asText().equals("array");
        var matching = array ? JsonNodeFactory.instance.arrayNode().add(valid) : valid;
        broken.walk(alternative, "", matching, array, UnaryOperator.identity());
      });
    } else {
      broken.walk(schema, "", valid, false, UnaryOperator.identity());
    }
    return broken.bodies;
  }

  /**
   * @param valid what may stand there
   * @param anyType whether another alternative takes other JSON types
   * @param whole puts a value at this place of an otherwise valid body
   */
  private void walk(
      JsonNode reference,
      String pointer,
      JsonNode valid,
      boolean anyType,
      UnaryOperator<JsonNode> whole) {
    var schema = contract.followed(reference);
    var types = types(schema);
    if (!anyType) {
      ofOtherTypes(types).forEach((what, value) -> add(what, whole.apply(value), pointer));
    }
    if (types.contains("string")) {
      texts(schema)
          .forEach((what, value) ->
              add(what, whole.apply(JsonNodeFactory.instance.textNode(value)), pointer));
    }
    if (types.contains("integer")) {
      add("too small", whole.apply(number(schema.path("minimum").asLong() - 1)), pointer);
      add("too large", whole.apply(number(schema.path("maximum").asLong() + 1)), pointer);
      add("a fraction", whole.apply(JsonNodeFactory.instance.numberNode(1.5)), pointer);
      add("infinite", whole.apply(JsonNodeFactory.instance.numberNode(1e308 * 10)), pointer);
    }
    if (types.contains("array")) {
      arrays(schema, pointer, valid, whole);
    }
    if (types.contains("object")) {
      objects(schema, pointer, valid, whole);
    }
  }

  private void objects(
      JsonNode schema, String pointer, JsonNode valid, UnaryOperator<JsonNode> whole) {
    var base =
        valid.isObject() ? ((ObjectNode) valid).deepCopy() : JsonNodeFactory.instance.objectNode();
    if (schema.has("propertyNames")) { // which an object as a whole goes against
      add("a name that there is not", whole.apply(with(base, "a/b~", number(1))), pointer);
    } else if (schema.has("properties")
        || schema.has("additionalProperties")) { // else anything may stand there
      add(
          "an unknown field",
          whole.apply(with(base, "unlisted", number(1))),
          pointer + "/unlisted");
      add("a field in capitals", whole.apply(with(base, "ID", number(1))), pointer + "/ID");
      add(
          "a field that needs escapes",
          whole.apply(with(base, "a/b~", number(1))),
          pointer + "/a~1b~0");
    }
    schema.path("required").forEach(name -> {
      var without = base.deepCopy();
      without.remove(name.asText());
      add("missing", whole.apply(without), pointer + "/" + name.asText());
    });
    if (schema.path("minProperties").asInt() > 0) {
      add("empty", whole.apply(JsonNodeFactory.instance.objectNode()), pointer);
    }
    schema
        .path("properties")
        .properties()
        .forEach(property -> walk(
            property.getValue(),
            pointer + "/" + property.getKey(),
            base.path(property.getKey()),
            false,
            value -> whole.apply(with(base, property.getKey(), value))));
  }

  private void arrays(
      JsonNode schema, String pointer, JsonNode valid, UnaryOperator<JsonNode> whole) {
    var items = contract.followed(schema.path("items"));
    var item = valid.isArray() && !valid.isEmpty()
        ? valid.get(0)
        : JsonNodeFactory.instance.textNode(items.path("enum").path(0).asText("en"));
    if (schema.path("minItems").asInt() > 0) {
      add("empty", whole.apply(JsonNodeFactory.instance.arrayNode()), pointer);
    }
    if (schema.has("maxItems")) {
      add("too many", whole.apply(times(schema.path("maxItems").asInt() + 1, item)), pointer);
    }
    if (schema.path("uniqueItems").asBoolean()) {
      add("doubled", whole.apply(times(2, item)), pointer);
    }
    walk(items, pointer + "/0", item, false, value -> whole.apply(times(1, value)));
  }

  private Map<String, String> texts(JsonNode schema) {
    var texts = new LinkedHashMap<String, String>();
    if (schema.path("minLength").asInt() > 0) {
      texts.put("empty", "");
    }
    if (schema.has("maxLength")) {
      texts.put("too long", "x".repeat(schema.path("maxLength").asInt() + 1));
    }
    if (schema.has("pattern")) {
      texts.put("with a control character", "a\u0000b");
      texts.put("longer than its pattern", "x".repeat(257));
      texts.put("empty", "");
    }
    if (schema.has("enum")) {
      texts.put("not in the list", "other");
      texts.put("in another case", schema.path("enum").path(0).asText() + " ");
    }
    if (schema.path("format").asText().equals("date-time")) {
      texts.put("no time", "yesterday");
    }
    return texts;
  }

  private static Map<String, JsonNode> ofOtherTypes(List<String> types) {
    var nodes = JsonNodeFactory.instance;
    var values = new LinkedHashMap<String, JsonNode>();
    if (!types.contains("string")) {
      values.put("a text", nodes.textNode("1"));
    }
    if (!types.contains("integer") && !types.contains("number")) {
      values.put("a number", number(1));
    }
    if (!types.contains("boolean")) {
      values.put("true", nodes.booleanNode(true));
    }
    if (!types.contains("null")) {
      values.put("null", NullNode.instance);
    }
    if (!types.contains("array")) {
      values.put("an array", nodes.arrayNode());
    }
    if (!types.contains("object")) {
      values.put("an object", nodes.objectNode());
    }
    return values;
  }

  private static List<String> types(JsonNode schema) {
    var type = schema.path("type");
    return type.isArray()
        ? Json.stream(type).map(JsonNode::asText).toList()
        : List.of(type.asText());
  }

  private void add(String what, JsonNode body, String pointer) {
    bodies.add(new BrokenBody(operation, what, body, pointer));
  }

  private static JsonNode with(ObjectNode object, String name, JsonNode value) {
    return object.deepCopy().set(name, value);
  }

  private static ArrayNode times(int count, JsonNode item) {
    var array = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < count; i++) {
      array.add(item);
    }
    return array;
  }

  private static JsonNode number(long value) {
    return JsonNodeFactory.instance.numberNode(value);
  }
}
