package io.moderato.training;

import io.moderato.classify.CommentFeatures;
import io.moderato.comment.TextFormat;
import java.util.List;

/** The distinct feature buckets of many texts: a sparse binary matrix, 4 bytes for each feature. */
final class FeatureRows {
  private final int[][] rows;

  FeatureRows(int[][] rows) {
    this.rows = rows;
  }

  /** Extracts the features of each example's text. */
  static FeatureRows of(List<Example> examples) {
    var features = new CommentFeatures();
    int[][] rows = new int[examples.size()][];
    for (int i = 0; i < rows.length; i++) {
      features.extract(examples.get(i).text(), TextFormat.TEXT);
      rows[i] = features.sorted();
    }
    return new FeatureRows(rows);
  }

  int size() {
    return rows.length;
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
