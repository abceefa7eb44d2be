package io.moderato.recent;

import java.util.function.LongConsumer;

/** A number for each key, 0 where none was set; an open table of primitive values, 12 bytes a place. Keys are hashes. Not thread-safe. */
final class LongInts {
  private static final int FEWEST = 4;

  private long[] keys;
  private int[] values;
  private int size;

  LongInts() {
    keys = new long[FEWEST];
    values = new int[FEWEST];
  }

  /** How many keys have a number. */
  int size() {
    return size;
  }

  int get(long key) {
    return values[place(key)];
  }

  /** Setting 0 removes the key. */
  void set(long key, int value) {
    int place = place(key);
    if (value == 0) {
      if (values[place] != 0) {
        remove(place);
      }
      return;
    }
    if (values[place] == 0) {
      if (size + 1 > keys.length - keys.length / 8 - 1) {
        resize(2 * keys.length);
        place = place(key);
      }
      keys[place] = key;
      size++;
    }
    values[place] = value;
  }

  void add(long key, int more) {
    set(key, get(key) + more);
  }

  /** Adds every number of the other. */
  void addAll(LongInts other) {
    for (int i = 0; i < other.keys.length; i++) {
      if (other.values[i] != 0) {
        add(other.keys[i], other.values[i]);
      }
    }
  }

  void forEachKey(LongConsumer action) {
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != 0) {
        action.accept(keys[i]);
      }
    }
  }

  private int place(long key) {
    int place = home(key);
    while (values[place] != 0 && keys[place] != key) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  private int home(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
  }

  /** Closes the gap, so that no chain of places is broken (Knuth, volume 3, algorithm 6.4 R). */
  private void remove(int gap) {
    values[gap] = 0;
    size--;
    int place = gap;
    while (true) {
      place = (place + 1) & (keys.length - 1);
      if (values[place] == 0) {
        break;
      }
      int home = home(keys[place]);
      boolean stays = gap <= place ? gap < home && home <= place : gap < home || home <= place;
      if (!stays) {
        keys[gap] = keys[place];
        values[gap] = values[place];
        values[place] = 0;
        gap = place;
      }
    }
    if (keys.length > FEWEST && size < keys.length / 8) {
      resize(keys.length / 2);
    }
  }

  private void resize(int length) {
    var oldKeys = keys;
    var oldValues = values;
    keys = new long[length];
    values = new int[length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != 0) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        values[place] = oldValues[i];
      }
    }
  }
}
