package io.moderato.embedded;

import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A walk over a part of a map in key order, either way, that gives the positions of documents. It can rest between two
 * batches of a client's cursor: it then holds no page of the file, and goes on behind the last key it passed.
 */
final class KeyScan<K, V> implements PositionScan {
  private final MVMap<K, V> map;
  private final @Nullable K first;
  private final @Nullable K last;
  private final boolean reverse;
  private final Predicate<K> wanted;
  private final BiFunction<K, V, Long> position;

  private @Nullable Cursor<K, V> cursor;
  private @Nullable K passed;
  private @Nullable Long found;
  private boolean finished;

  /**
   * @param low the lowest key, or null for none
   * @param high the highest key, or null for none
   * @param wanted which keys to stop at
   */
  KeyScan(
      MVMap<K, V> map,
      @Nullable K low,
      @Nullable K high,
      boolean reverse,
      Predicate<K> wanted,
      BiFunction<K, V, Long> position) {
    this.map = map;
    this.first = reverse ? high : low;
    this.last = reverse ? low : high;
    this.reverse = reverse;
    this.wanted = wanted;
    this.position = position;
    this.cursor = map.cursor(
        first, last,
        reverse); // at once: an update must not find again what it moves ahead of itself
  }

  @Override
  public boolean hasNext() {
    while (found == null && !finished) {
      if (cursor == null) {
        open();
      }
      if (cursor == null || !cursor.hasNext()) {
        finished = true;
        cursor = null;
      } else {
        var key = cursor.next();
        passed = key;
        found = wanted.test(key) ? position.apply(key, cursor.getValue()) : null;
      }
    }
    return found != null;
  }

  @Override
  public Long next() {
    if (!hasNext() || found == null) {
      throw new NoSuchElementException();
    }
    var next = found;
    found = null;
    return next;
  }

  @Override
  public void rest() {
    cursor = null;
  }

  private void open() {
    if (passed == null) {
      cursor = map.cursor(first, last, reverse);
      return;
    }
    K from = reverse ? map.lowerKey(passed) : map.higherKey(passed);
    if (from != null) {
      cursor = map.cursor(from, last, reverse);
    }
  }
}
