package io.moderato.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one index could do for a query, told without counting entries: that costs walks down its tree, and most indexes need not
 * be looked at for that.
 *
 * @param limits the keys that each field can have: of one that can be an array, one of the elements that are wanted
 * @param used the index's first fields, as far as they narrow it
 * @param forward whether it has the order that is wanted
 * @param backward whether it has it from behind
 */
record IndexUse(
    OrderedIndex index,
    Map<String, Intervals> limits,
    List<String> used,
    boolean forward,
    boolean backward) {
  /**
   * The ways to use it that tell more than the documents themselves do, and for which it has every document that can match, and
   * each once.
   *
   * @param sort empty where no order is wanted
   */
  static Stream<IndexUse> of(OrderedIndex index, FilterBounds bounds, Document sort) {
    var first = index.getKeys().get(0).getKey();
    if (bounds.conditions(first) == 0
        && !bounds.byField().containsKey(first)
        && !sort.containsKey(first)) {
      return Stream.empty(); // the usual case, told at once
    }
    return limits(index, bounds)
        .filter(limits -> isReliable(index, limits))
        .map(limits -> of(index, limits, sort))
        .filter(use -> !use.used.isEmpty() || use.sorted() && !sort.isEmpty());
  }

  private static IndexUse of(OrderedIndex index, Map<String, Intervals> limits, Document sort) {
    var used = new ArrayList<String>();
    for (var field : index.getKeys()) {
      var intervals = limits.get(field.getKey());
      if (intervals == null) {
        break;
      }
      used.add(field.getKey());
      if (!intervals.arePoints()) {
        break;
      }
    }
    boolean ordered = index.otherCount() == 0;
    boolean forward = ordered && isInOrder(index, limits, sort, true);
    boolean backward = ordered && !forward && isInOrder(index, limits, sort, false);
    return new IndexUse(index, limits, used, forward, backward);
  }

  private static Stream<Map<String, Intervals>> limits(OrderedIndex index, FilterBounds bounds) {
    var all = Stream.of(bounds.byField());
    for (var array : index.arrays()) {
      all = all.flatMap(limits -> bounds.points(array).stream().map(point -> {
        var chosen = new HashMap<>(limits);
        chosen.put(array, point);
        return chosen;
      }));
    }
    return all;
  }

  private static boolean isReliable(OrderedIndex index, Map<String, Intervals> limits) {
    var given = index.getKeys().stream()
        .map(IndexKey::getKey)
        .takeWhile(field -> isFixed(limits, field))
        .toList();
    return given.containsAll(index.arrays())
        && (!index.lacksDocuments()
            || given.stream()
                .map(limits::get)
                .filter(Objects::nonNull)
                .anyMatch(IndexUse::isThere));
  }

  private static boolean isThere(Intervals point) {
    return !KeyEncoder.isNull(point.list().get(0).low());
  }

  /** Fields that can have one value only do not disturb an order, neither in the index nor in what was asked for. */
  private static boolean isInOrder(
      OrderedIndex index, Map<String, Intervals> limits, Document sort, boolean forward) {
    if (index.arrays().stream().anyMatch(sort::containsKey)) {
      return false; // an array is sorted by its least or greatest element
    }
    var wanted = new ArrayList<>(sort.keySet());
    wanted.removeIf(field -> isFixed(limits, field));
    int next = 0;
    for (var field : index.getKeys()) {
      if (next == wanted.size()) {
        return true;
      }
      String name = wanted.get(next);
      if (field.getKey().equals(name)) {
        boolean ascending = sort.get(name) instanceof Number direction && direction.intValue() > 0;
        if ((field.isAscending() == ascending) != forward) {
          return false;
        }
        next++;
      } else if (!isFixed(limits, field.getKey())) {
        return false;
      }
    }
    return next == wanted.size();
  }

  private static boolean isFixed(Map<String, Intervals> limits, String field) {
    var intervals = limits.get(field);
    return intervals != null && intervals.isOnePoint();
  }

  boolean sorted() {
    return forward || backward;
  }

  /** Whether nothing is found by the other that is not found here among fewer: this one is narrowed by the same fields and more. */
  boolean narrows(IndexUse other) {
    return used.size() > other.used.size()
        && used.containsAll(other.used)
        && (sorted() || !other.sorted())
        && index.otherCount() == 0
        && other.index.arrays().isEmpty();
  }
}
