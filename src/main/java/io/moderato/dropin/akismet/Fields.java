package io.moderato.dropin.akismet;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of a call by their names, whatever form they came in. */
record Fields(Map<String, String> values) {
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Empty where it is absent. */
  String get(String name) {
    return Objects.requireNonNullElse(values.get(name), "");
  }

  /** The first of these that says something; null where none does. */
  @Nullable
  String firstOf(String... names) {
    for (var name : names) {
      var value = get(name);
      if (!value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  boolean isTrue(String name) {
    var value = get(name);
    return value.equals("1") || value.equalsIgnoreCase("true");
  }
}
