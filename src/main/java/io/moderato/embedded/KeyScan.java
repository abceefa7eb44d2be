package io.moderato.embedded;

import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A walk over a part of a map in key order, either way, that gives the positions of documents. It can rest between two
 * batches of a client's cursor: it then holds no page of the file, and goes on behind the last key it gave.
 */
final class KeyScan<K, V> implements PositionScan {
  private final MVMap<K, V> map;
  private final @Nullable K first;
  private final @Nullable K last;
  private final boolean reverse;
  private final BiFunction<K, V, Long> position;

  private @Nullable Cursor<K, V> cursor;
  private @Nullable K given;
  private boolean finished;

  /**
   * @param low the lowest key, or null for none
   * @param high the highest key, or null for none
   */
  KeyScan(
      MVMap<K, V> map,
      @Nullable K low,
      @Nullable K high,
      boolean reverse,
      BiFunction<K, V, Long> position) {
    this.map = map;
    this.first = reverse ? high : low;
    this.last = reverse ? low : high;
    this.reverse = reverse;
    this.position = position;
    this.cursor = map.cursor(
        first, last,
        reverse); // at once: an update must not find again what it moves ahead of itself
  }

  @Override
  public boolean hasNext() {
    if (finished) {
      return false;
    }
    if (cursor == null) {
      open();
    }
    if (cursor == null || !cursor.hasNext()) {
      finished = true;
      cursor = null;
    }
    return !finished;
  }

  @Override
  public Long next() {
    if (!hasNext() || cursor == null) {
      throw new NoSuchElementException();
    }
    K key = cursor.next();
    given = key;
    return position.apply(key, cursor.getValue());
  }

  @Override
  public void rest() {
    cursor = null;
  }

  private void open() {
    if (given == null) {
      cursor = map.cursor(first, last, reverse);
      return;
    }
    K from = reverse ? map.lowerKey(given) : map.higherKey(given);
    if (from != null) {
      cursor = map.cursor(from, last, reverse);
    }
  }
}
