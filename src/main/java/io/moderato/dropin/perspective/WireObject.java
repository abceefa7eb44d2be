package io.moderato.dropin.perspective;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object read as the platform reads one: a field goes by its camelCase or its snake_case name, null is absence, and fields that
 * nobody knows are passed over. A value of another type refuses the request.
 *
 * @param place where it stands in the body, with dots
 */
record WireObject(JsonNode json, String place) {
  static WireObject of(JsonNode json, String place) {
    if (!json.isObject()) {
      throw invalid(place.isEmpty() ? "(root)" : place, "an object");
    }
    return new WireObject(json, place);
  }

  boolean has(String field) {
    return !field(field).isMissingNode();
  }

  /** Empty where there is none. */
  WireObject object(String field) {
    var value = field(field);
    return of(value.isMissingNode() ? JsonNodeFactory.instance.objectNode() : value, in(field));
  }

  List<WireObject> objects(String field) {
    var objects = new ArrayList<WireObject>();
    array(field).forEach(each -> objects.add(of(each, in(field))));
    return objects;
  }

  List<String> texts(String field) {
    var texts = new ArrayList<String>();
    array(field).forEach(each -> {
      if (!each.isTextual()) {
        throw invalid(in(field), "a list of strings");
      }
      texts.add(each.textValue());
    });
    return texts;
  }

  @Nullable
  String text(String field) {
    var value = field(field);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw invalid(in(field), "a string");
    }
    return value.textValue();
  }

  boolean flag(String field) {
    var value = field(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw invalid(in(field), "true or false");
    }
    return value.booleanValue();
  }

  OptionalDouble number(String field) {
    var value = field(field);
    if (!value.isMissingNode() && !value.isNumber()) {
      throw invalid(in(field), "a number");
    }
    return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
  }

  /** One of the names, which may also be told by its number; the first where there is none. */
  String oneOf(String field, List<String> names) {
    var value = field(field);
    if (value.isMissingNode()) {
      return names.get(0);
    }
    if (value.isInt() && value.intValue() >= 0 && value.intValue() < names.size()) {
      return names.get(value.intValue());
    }
    if (value.isTextual() && names.contains(value.textValue())) {
      return value.textValue();
    }
    throw Refusal.invalidRequest(
        "Unknown %s: must be one of %s".formatted(in(field), String.join(", ", names)));
  }

  private JsonNode array(String field) {
    var value = field(field);
    if (!value.isMissingNode() && !value.isArray()) {
      throw invalid(in(field), "a list");
    }
    return value;
  }

  private JsonNode field(String camelCase) {
    var value = json.get(camelCase);
    if (value == null) {
      value = json.get(snakeCase(camelCase));
    }
    return value == null || value.isNull() ? MissingNode.getInstance() : value;
  }

  private static String snakeCase(String camelCase) {
    var snake = new StringBuilder(camelCase.length() + 4);
    for (int i = 0; i < camelCase.length(); i++) {
      var unit = camelCase.charAt(i);
      if (Character.isUpperCase(unit)) {
        snake.append('_');
      }
      snake.append(unit);
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }

  private String in(String field) {
    return place.isEmpty() ? field : place + "." + field;
  }

  private static Refusal invalid(String place, String wanted) {
    return Refusal.malformed("Invalid JSON payload received. Invalid value at '%s': must be %s."
        .formatted(place, wanted));
  }
}
