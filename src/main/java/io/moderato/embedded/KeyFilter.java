package io.moderato.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells by an index's key alone whether its texts hold what a filter wants of them, so that the documents of the others need not be
 * read: a key is a tenth of a document, and keys that follow each other lie side by side. As in MongoDB, an expression is looked for in
 * texts alone.
 *
 * @param parts in the order of the index's fields
 */
record KeyFilter(List<Part> parts) implements Predicate<byte[]> {
  /** What the text of one field must hold, in the key's form of it. */
  record Part(int field, byte[] held) {}

  KeyFilter {
    parts = List.copyOf(parts);
  }

  /** Of the fields that are kept as they are: a descending one is inverted, and of an array a key has but one element. */
  static KeyFilter of(OrderedIndex index, FilterBounds bounds) {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < index.getKeys().size(); i++) {
      var field = index.getKeys().get(i);
      if (isKept(index.arrays(), field)) {
        for (var literal : bounds.literals(field.getKey())) {
          parts.add(new Part(i, KeyEncoder.within(literal)));
        }
      }
    }
    return new KeyFilter(parts);
  }

  private static boolean isKept(Set<String> arrays, IndexKey field) {
    return field.isAscending() && !arrays.contains(field.getKey());
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  @Override
  public boolean test(byte[] key) {
    int field = 0;
    int begin = 0;
    for (var part : parts) {
      for (; field < part.field; field++) {
        begin = KeyEncoder.end(key, begin);
      }
      if (!KeyEncoder.isString(key, begin)
          || !holds(key, begin, KeyEncoder.end(key, begin), part.held)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(byte[] key, int from, int to, byte[] wanted) {
    for (int at = from; at <= to - wanted.length; at++) {
      int same = 0;
      while (same < wanted.length && key[at + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
