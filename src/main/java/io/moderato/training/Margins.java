package io.moderato.training;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import io.moderato.classify.WorstStretch;
import io.moderato.comment.TextFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A served model's margins and probabilities for the rows of a corpus: those of short texts from their stored features, those of
 * long ones, whose windows count too, from the texts, once each. Thread-safe.
 */
final class Margins implements RowScorer {
  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private final HashedLinearModel model;
  private final Corpus corpus;
  private final Map<Integer, double[]> longRows = new ConcurrentHashMap<>();

  Margins(HashedLinearModel model, Corpus corpus) {
    this.model = model;
    this.corpus = corpus;
  }

  double of(int row, Label label) {
    int number = model.labels().indexOf(label);
    return corpus.features().isLong(row)
        ? longRows.computeIfAbsent(row, this::ofLong)[number]
        : ofShort(row, number);
  }

  @Override
  public double probability(int row, Label label) {
    return model.calibration(model.labels().indexOf(label)).probability(of(row, label));
  }

  private double ofShort(int row, int label) {
    return of(model, label, corpus.features().row(row));
  }

  /** The margin that a model gives its label of that number for a whole text of these distinct features. */
  static double of(HashedLinearModel model, int label, int[] buckets) {
    double sum = 0;
    for (int bucket : buckets) {
      sum += model.weight(label, bucket);
    }
    return model.bias(label) + sum / Math.sqrt(Math.max(buckets.length, 1));
  }

  private double[] ofLong(int row) {
    var scratch = SCRATCH.get();
    scratch.features.extract(corpus.example(row).text(), TextFormat.TEXT);
    return scratch.worst.margins(model, scratch.features);
  }

  /** What a thread reuses from text to text. */
  private static final class Scratch {
    private final CommentFeatures features = new CommentFeatures();
    private final WorstStretch worst = new WorstStretch();
  }
}
