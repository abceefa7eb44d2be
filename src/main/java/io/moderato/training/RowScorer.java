package io.moderato.training;

import io.moderato.classify.Label;

/** Scores the texts of a corpus by their row. */
interface RowScorer {
  /** In [0, 1]. */
  double probability(int row, Label label);
}
