package io.moderato.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says about single fields, as far as intervals of keys can say it: equality, {@code $in}, comparisons, and
 * {@code $and} and {@code $or} of them. The rest is left to the matcher.
 *
 * @param byField the possible keys of each field that is limited at all
 * @param exact whether the intervals say all that the filter says
 */
record FilterBounds(Map<String, Intervals> byField, boolean exact) {
  FilterBounds {
    byField = Map.copyOf(byField);
  }

  static FilterBounds of(Document filter) {
    var bounds = new HashMap<String, Intervals>();
    boolean exact = true;
    for (var entry : filter.entrySet()) {
      String field = entry.getKey();
      if (field.equals("$and") && entry.getValue() instanceof Collection<?> parts) {
        for (var part : parts) {
          var limits = ofPart(part);
          limits
              .byField()
              .forEach((name, intervals) -> bounds.merge(name, intervals, Intervals::and));
          exact &= limits.exact();
        }
      } else if (field.equals("$or") && entry.getValue() instanceof Collection<?> branches) {
        either(branches)
            .forEach((name, intervals) -> bounds.merge(name, intervals, Intervals::and));
        exact = false;
      } else if (field.startsWith("$")) {
        exact = false;
      } else {
        var limits = ofField(entry.getValue());
        limits.intervals().ifPresent(intervals -> bounds.merge(field, intervals, Intervals::and));
        exact &= limits.exact();
      }
    }
    return new FilterBounds(bounds, exact);
  }

  private static FilterBounds ofPart(@Nullable Object part) {
    return part instanceof Document filter ? of(filter) : new FilterBounds(Map.of(), false);
  }

  /** A field is limited by an {@code $or} only where every branch limits it. */
  private static Map<String, Intervals> either(Collection<?> branches) {
    Map<String, Intervals> result = new HashMap<>();
    boolean first = true;
    for (var branch : branches) {
      var limits = ofPart(branch).byField();
      if (first) {
        result.putAll(limits);
        first = false;
      } else {
        result.keySet().retainAll(limits.keySet());
        result.replaceAll(
            (name, intervals) -> intervals.or(limits.getOrDefault(name, Intervals.NONE)));
      }
    }
    return result;
  }

  private record Limits(Optional<Intervals> intervals, boolean exact) {
    static final Limits UNKNOWN = new Limits(Optional.empty(), false);

    static Limits exactly(Intervals intervals) {
      return new Limits(Optional.of(intervals), true);
    }

    Limits and(Limits other) {
      var both = intervals.isPresent() && other.intervals.isPresent()
          ? Optional.of(intervals.get().and(other.intervals.get()))
          : intervals.or(other::intervals);
      return new Limits(both, exact && other.exact);
    }
  }

  private static Limits ofField(@Nullable Object condition) {
    if (!(condition instanceof Document operators)) {
      return equalTo(condition);
    }
    if (operators.isEmpty() || !operators.keySet().iterator().next().startsWith("$")) {
      return Limits.UNKNOWN; // equality with a whole document
    }
    var limits = new Limits(Optional.empty(), true);
    for (var operator : operators.entrySet()) {
      limits = limits.and(ofOperator(operator.getKey(), operator.getValue()));
    }
    return limits;
  }

  private static Limits ofOperator(String operator, @Nullable Object operand) {
    return switch (operator) {
      case "$eq" -> equalTo(operand);
      case "$in" -> oneOf(operand);
      case "$gt", "$gte" -> compared(operand, true);
      case "$lt", "$lte" -> compared(operand, false);
      default -> Limits.UNKNOWN;
    };
  }

  private static Limits equalTo(@Nullable Object value) {
    return KeyEncoder.encode(value)
        .map(Intervals::point)
        .map(Limits::exactly)
        .orElse(Limits.UNKNOWN);
  }

  private static Limits oneOf(@Nullable Object operand) {
    if (!(operand instanceof Collection<?> values)) {
      return Limits.UNKNOWN;
    }
    var points = new ArrayList<Intervals>();
    for (var value : values) {
      var key = KeyEncoder.encode(value);
      if (key.isEmpty()) {
        return Limits.UNKNOWN;
      }
      points.add(Intervals.point(key.get()));
    }
    return Limits.exactly(Intervals.union(points));
  }

  /** Comparisons hold only between values of one type; with null they never hold, which the matcher finds out. */
  private static Limits compared(@Nullable Object operand, boolean from) {
    var key = KeyEncoder.encode(operand);
    if (operand == null || key.isEmpty()) {
      return Limits.UNKNOWN;
    }
    byte[] type = KeyEncoder.type(key.get());
    return Limits.exactly(
        from ? Intervals.range(key.get(), type) : Intervals.range(type, key.get()));
  }
}
