package io.moderato.recent;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds what may be alike among the latest comments: MinHash over the words of a {@link Sketch}, in bands (Leskovec, Rajaraman, Ullman,
 * "Mining of Massive Datasets", chapter 3). Comments bear growing numbers; each band of a comment points to the latest one before it
 * with the same hash, as the chains of DEFLATE do, so that what left the window needs no removal: its number is too small. A
 * constant number of comments is looked at, however many there are. Not thread-safe.
 */
final class NearIndex {
  private static final int BANDS = 16;
  private static final int ROWS = 3;

  /** Of each band, so many of the latest are looked at. */
  private static final int MOST_OF_A_BAND = 12;

  private static final int[] SEEDS = seeds();

  private final int capacity;

  /** The latest number of each bucket, plus 1; 0 for none. */
  private final int[] heads;

  /** The number before, plus 1, by place and band. */
  private final int[] previous;

  private final int[] buckets = new int[BANDS];

  /** @param capacity the window holds so many of the latest numbers */
  NearIndex(int capacity) {
    this.capacity = capacity;
    this.heads = new int[Math.max(16, Integer.highestOneBit(capacity) * 8)];
    this.previous = new int[capacity * BANDS];
  }

  /**
   * Shows what may be alike, the latest of a band first, perhaps repeatedly.
   *
   * @param site keeps the sites apart
   * @param newest the latest number that was added
   * @param candidate false ends the search
   */
  void search(long site, int[] sketch, int newest, IntPredicate candidate) {
    hash(site, sketch);
    for (int band = 0; band < BANDS; band++) {
      int number = heads[buckets[band]] - 1;
      for (int i = 0; i < MOST_OF_A_BAND && number > newest - capacity && number >= 0; i++) {
        if (!candidate.test(number)) {
          return;
        }
        int before = previous[number % capacity * BANDS + band] - 1;
        if (before >= number) {
          break; // that place belongs to a later one by now
        }
        number = before;
      }
    }
  }

  void add(long site, int[] sketch, int number) {
    hash(site, sketch);
    int place = number % capacity * BANDS;
    for (int band = 0; band < BANDS; band++) {
      previous[place + band] = heads[buckets[band]];
      heads[buckets[band]] = number + 1;
    }
  }

  private void hash(long site, int[] sketch) {
    for (int band = 0; band < BANDS; band++) {
      long hash = site + band;
      for (int row = 0; row < ROWS; row++) {
        hash = Hashes.mixed(hash ^ least(sketch, SEEDS[band * ROWS + row]));
      }
      buckets[band] = (int) hash & (heads.length - 1);
    }
  }

  private static int least(int[] sketch, int seed) {
    int least = Integer.MAX_VALUE;
    for (int word : sketch) {
      least = Math.min(least, Hashes.mixed(word ^ seed));
    }
    return least;
  }

  private static int[] seeds() {
    int[] seeds = new int[BANDS * ROWS];
    Arrays.setAll(seeds, i -> Hashes.mixed(i + 1));
    return seeds;
  }
}
