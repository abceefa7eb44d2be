package io.moderato.learning;

import java.time.Instant;
import java.util.Comparator;

/**
 * An example of which the text was read and let go.
 *
 * @param by whose word it is
 * @param buckets its distinct features, ascending
 * @param text equal for texts of the same features
 */
record StudiedExample(
    String id, Instant at, boolean rejected, String by, int[] buckets, long text) {
  /** In which a model is trained, so that the same examples give the same model. */
  static final Comparator<StudiedExample> ORDER =
      Comparator.comparing(StudiedExample::at).thenComparing(StudiedExample::id);

  /** What tells texts apart by their features. */
  static long hash(int[] buckets) {
    long hash = 1;
    for (int bucket : buckets) {
      hash = 6_364_136_223_846_793_005L * hash + bucket;
    }
    return hash >>> 1;
  }
}
