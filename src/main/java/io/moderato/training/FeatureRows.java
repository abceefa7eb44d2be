package io.moderato.training;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.WorstStretch;
import io.moderato.comment.TextFormat;
import java.util.BitSet;
import java.util.List;

/** The distinct feature buckets of many texts: a sparse binary matrix, 4 bytes for each feature. */
final class FeatureRows {
  private final int[][] rows;
  private final BitSet longTexts;

  FeatureRows(int[][] rows) {
    this(rows, new BitSet());
  }

  private FeatureRows(int[][] rows, BitSet longTexts) {
    this.rows = rows;
    this.longTexts = longTexts;
  }

  /** Extracts the features of each example's text. */
  static FeatureRows of(List<Example> examples) {
    var features = new CommentFeatures();
    int[][] rows = new int[examples.size()][];
    var longTexts = new BitSet();
    for (int i = 0; i < rows.length; i++) {
      features.extract(TrainingText.of(examples.get(i)), TextFormat.TEXT);
      rows[i] = features.sorted();
      longTexts.set(i, WorstStretch.isLong(features));
    }
    return new FeatureRows(rows, longTexts);
  }

  int size() {
    return rows.length;
  }

  /** Whether the row's text has windows by which it is judged as well. */
  boolean isLong(int index) {
    return longTexts.get(index);
  }

  /** The row's buckets, ascending; not to be changed. */
  int[] row(int index) {
    return rows[index];
  }

  /** Weights of the row's buckets, added up and divided by the row's length, as serving does. */
  double dot(int index, float[] weights) {
    int[] row = rows[index];
    double sum = 0;
    for (int bucket : row) {
      sum += weights[bucket];
    }
    return sum / Math.sqrt(Math.max(row.length, 1));
  }
}
