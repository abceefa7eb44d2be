package io.moderato.embedded;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which fields of a stored document are worth reading: all, or those of some paths. */
final class WantedFields {
  static final WantedFields ALL = new WantedFields(null, false);

  private final @Nullable Map<String, WantedFields> within; // null for all
  private final boolean insideArrays;

  private WantedFields(@Nullable Map<String, WantedFields> within, boolean insideArrays) {
    this.within = within;
    this.insideArrays = insideArrays;
  }

  /** What has to be known of a document to compare these fields: an array on the way is read as a whole. */
  static WantedFields compared(Collection<String> paths) {
    return of(paths, false);
  }

  /** What has to be known of a document to match it against the filter. */
  static WantedFields compared(Document filter) {
    var paths = new ArrayList<String>();
    return addPaths(filter, paths) ? compared(paths) : ALL;
  }

  /** False for a filter with an operator that may look anywhere. */
  private static boolean addPaths(Document filter, List<String> paths) {
    for (var condition : filter.entrySet()) {
      var name = condition.getKey();
      if (!name.startsWith("$")) {
        paths.add(name);
      } else if (!List.of("$and", "$or", "$nor").contains(name)
          || !(condition.getValue() instanceof Collection<?> parts)
          || !parts.stream()
              .allMatch(part -> part instanceof Document inner && addPaths(inner, paths))) {
        return false;
      }
    }
    return true;
  }

  /** What a projection leaves of a document; empty for one that does anything else but name fields to include. */
  static Optional<WantedFields> included(Document projection) {
    var paths = new ArrayList<String>();
    boolean hasId = true;
    for (var field : projection.entrySet()) {
      var name = field.getKey();
      if (name.equals("_id") && isFlag(field.getValue(), false)) {
        hasId = false;
      } else if (isFlag(field.getValue(), true) && !name.contains("$")) {
        paths.add(name);
      } else {
        return Optional.empty();
      }
    }
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    if (hasId) {
      paths.add("_id");
    }
    return Optional.of(of(paths, true));
  }

  private static boolean isFlag(@Nullable Object value, boolean flag) {
    return value instanceof Number number
        ? number.doubleValue() != 0 == flag
        : Boolean.valueOf(flag).equals(value);
  }

  private static WantedFields of(Collection<String> paths, boolean insideArrays) {
    var within = new HashMap<String, WantedFields>();
    paths.stream()
        .collect(groupingBy(WantedFields::first, mapping(WantedFields::rest, toList())))
        .forEach(
            (name, rests) -> within.put(name, rests.contains("") ? ALL : of(rests, insideArrays)));
    return new WantedFields(within, insideArrays);
  }

  private static String first(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  private static String rest(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? "" : path.substring(dot + 1);
  }

  boolean areAll() {
    return within == null;
  }

  /** What is wanted of that field; null for nothing. */
  @Nullable
  WantedFields of(String field) {
    return within == null ? this : within.get(field);
  }

  /** What is wanted of each document of an array. */
  WantedFields ofElements() {
    return insideArrays ? this : ALL;
  }
}
