package io.moderato.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says about single fields, as far as intervals of keys can say it: equality, {@code $in}, comparisons, and
 * {@code $and} and {@code $or} of them. The rest is left to the matcher.
 *
 * @param byField the possible keys of each field that is limited at all, where it holds one value
 * @param ofElements the conditions on each field one by one: where it is an array, another element may meet each
 * @param literals what the text of each field must hold
 * @param exact whether the intervals and literals say all that the filter says
 */
record FilterBounds(
    Map<String, Intervals> byField,
    Map<String, List<Intervals>> ofElements,
    Map<String, List<String>> literals,
    boolean exact) {
  private static final FilterBounds UNKNOWN = new FilterBounds(Map.of(), Map.of(), Map.of(), false);

  FilterBounds {
    byField = Map.copyOf(byField);
    ofElements = Map.copyOf(ofElements);
    literals = Map.copyOf(literals);
  }

  /** What the field's text must hold, all of it. */
  List<String> literals(String field) {
    return literals.getOrDefault(field, List.of());
  }

  int literalCount() {
    return literals.values().stream().mapToInt(List::size).sum();
  }

  /** How many conditions there are on the field. */
  int conditions(String field) {
    return ofElements.getOrDefault(field, List.of()).size();
  }

  /** The single keys that the field must have, or have among others where it is an array. */
  List<Intervals> points(String field) {
    return ofElements.getOrDefault(field, List.of()).stream()
        .filter(Intervals::isOnePoint)
        .toList();
  }

  static FilterBounds of(Document filter) {
    var bounds = new HashMap<String, Intervals>();
    var ofElements = new HashMap<String, List<Intervals>>();
    var literals = new HashMap<String, List<String>>();
    boolean exact = true;
    for (var entry : filter.entrySet()) {
      String field = entry.getKey();
      if (field.equals("$and") && entry.getValue() instanceof Collection<?> parts) {
        for (var part : parts) {
          var limits = ofPart(part);
          limits
              .byField()
              .forEach((name, intervals) -> bounds.merge(name, intervals, Intervals::and));
          limits
              .ofElements()
              .forEach((name, each) -> ofElements.merge(name, each, FilterBounds::both));
          limits.literals().forEach((name, each) -> literals.merge(name, each, FilterBounds::both));
          exact &= limits.exact();
        }
      } else if (field.equals("$or") && entry.getValue() instanceof Collection<?> branches) {
        either(branches)
            .forEach((name, intervals) -> bounds.merge(name, intervals, Intervals::and));
        exact = false;
      } else if (field.startsWith("$")) {
        exact = false;
      } else if (LiteralPattern.of(entry.getValue()).isPresent()) {
        literals.merge(
            field, List.of(LiteralPattern.of(entry.getValue()).get()), FilterBounds::both);
      } else {
        var limits = ofField(entry.getValue());
        limits.intervals().ifPresent(intervals -> bounds.merge(field, intervals, Intervals::and));
        ofElements.merge(field, ofElements(entry.getValue()), FilterBounds::both);
        exact &= limits.exact();
      }
    }
    return new FilterBounds(bounds, ofElements, literals, exact);
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static List<Intervals> ofElements(@Nullable Object condition) {
    var limits = new ArrayList<Limits>();
    if (condition instanceof Document operators && isOperators(operators)) {
      operators.forEach((operator, operand) -> {
        if (operator.equals("$all") && operand instanceof Collection<?> all) {
          all.forEach(each -> limits.add(equalTo(each)));
        } else {
          limits.add(ofOperator(operator, operand));
        }
      });
    } else {
      limits.add(ofField(condition));
    }
    return limits.stream().flatMap(each -> each.intervals().stream()).toList();
  }

  private static boolean isOperators(Document condition) {
    return !condition.isEmpty() && condition.keySet().iterator().next().startsWith("$");
  }

  private static FilterBounds ofPart(@Nullable Object part) {
    return part instanceof Document filter ? of(filter) : UNKNOWN;
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
    if (!isOperators(operators)) {
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
