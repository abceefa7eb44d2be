package io.moderato.training;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import io.moderato.classify.WindowCorrections;
import io.moderato.classify.WorstStretch;
import io.moderato.comment.TextFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Chooses what is taken off a long text's worst window: as little as keeps the long good comments that are held for the sake of a
 * window alone within a budget. Which of these may be held is chosen greedily, so that as much padded spam and abuse as possible
 * is caught. All of it on the training and calibration parts.
 */
final class CorrectionChooser {
  /** Share of the long good comments that windows alone may hold. */
  private static final double HELD = 0.003;

  private static final int MOST_PADDED = 1500;

  private final Corpus corpus;
  private final HashedLinearModel model;
  private final double[] holdMargins;
  private final CommentFeatures features = new CommentFeatures();
  private final WorstStretch worst = new WorstStretch();
  private final List<double[]> good = new ArrayList<>();
  private final List<double[]> spam = new ArrayList<>();
  private final List<double[]> abuse = new ArrayList<>();
  private int goodTexts;

  /**
   * Measures the comments.
   *
   * @param model calibrated
   * @param usable which examples may be used
   */
  CorrectionChooser(
      Corpus corpus,
      HashedLinearModel model,
      Map<Label, Thresholds> thresholds,
      Predicate<Example> usable,
      long seed) {
    this.corpus = corpus;
    this.model = model;
    this.holdMargins = model.labels().stream()
        .mapToDouble(label -> model
            .calibration(model.labels().indexOf(label))
            .marginOf(thresholds.getOrDefault(label, Thresholds.DEFAULT).hold()))
        .toArray();
    measureGood(usable);
    measurePadded(usable, seed);
  }

  private void measureGood(Predicate<Example> usable) {
    int[] rows = corpus.rows(example -> usable.test(example) && isGood(example));
    for (int row : rows) {
      if (corpus.features().isLong(row)) {
        goodTexts++;
        measure(corpus.example(row).text(), good);
      }
    }
  }

  private void measurePadded(Predicate<Example> usable, long seed) {
    Predicate<Example> calibrates =
        example -> example.split() == Split.CALIBRATION && usable.test(example);
    var innocents = Arrays.stream(
            corpus.rows(example -> calibrates.test(example) && isGood(example)))
        .mapToObj(row -> corpus.example(row).text())
        .toList();
    if (innocents.stream().allMatch(String::isBlank)) {
      return;
    }
    var padding = new Padding(innocents, seed);
    measurePadded(padding, spam, seed, corpus.rows(Label.SPAM, calibrates), Label.SPAM);
    measurePadded(padding, abuse, seed, corpus.rows(Label.TOXIC, calibrates), Label.TOXIC);
  }

  private void measurePadded(
      Padding padding, List<double[]> into, long seed, int[] rows, Label label) {
    var texts = new Random(seed)
        .ints(Math.min(rows.length, 8 * MOST_PADDED), 0, Math.max(rows.length, 1))
        .map(i -> rows[i])
        .filter(row -> corpus.target(row, label) >= 0.5 && !corpus.features().isLong(row))
        .distinct()
        .mapToObj(row -> corpus.example(row).text())
        .filter(text -> isHeld(margins(text)))
        .limit(MOST_PADDED);
    texts.forEach(text -> measure(padding.pad(text, Padding.Place.AROUND), into));
  }

  private boolean isGood(Example example) {
    return example.split() != Split.TEST
        && corpus.set(example).good() > 0
        && example.targets().values().stream().allMatch(target -> target < 0.5);
  }

  private double[] margins(String text) {
    features.extract(text, TextFormat.TEXT);
    return model.margins(features);
  }

  private boolean isHeld(double[] margins) {
    return IntStream.range(0, margins.length).anyMatch(i -> margins[i] >= holdMargins[i]);
  }

  /** Adds how far each size's worst window lies above each label's threshold, unless the text is held as a whole. */
  private void measure(String text, List<double[]> into) {
    if (isHeld(margins(text))) {
      return;
    }
    double[][] bySize = worst.bySize(model, features);
    into.add(IntStream.range(0, WorstStretch.SIZES * holdMargins.length)
        .mapToDouble(cell -> bySize[1 + cell % WorstStretch.SIZES][cell / WorstStretch.SIZES]
            - holdMargins[cell / WorstStretch.SIZES])
        .toArray());
  }

  /** The corrections of each label. */
  WindowCorrections choose() {
    var held = new BitSet();
    var corrections = corrections(held);
    while (held.cardinality() < HELD * goodTexts) {
      int best = -1;
      double most = -1;
      for (int text : highest(held)) {
        held.set(text);
        double caught = caught(corrections(held));
        held.clear(text);
        if (caught > most) {
          most = caught;
          best = text;
        }
      }
      if (best < 0 || held.cardinality() + 1 > HELD * goodTexts) {
        break;
      }
      held.set(best);
      corrections = corrections(held);
    }
    return asStored(corrections);
  }

  /** By label and size, the least correction that keeps all good texts but those told from being held. */
  private double[] corrections(BitSet held) {
    double[] corrections = new double[WorstStretch.SIZES * holdMargins.length];
    for (int text = 0; text < good.size(); text++) {
      for (int cell = 0; cell < corrections.length && !held.get(text); cell++) {
        corrections[cell] = Math.max(corrections[cell], Math.nextUp((float) good.get(text)[cell]));
      }
    }
    return corrections;
  }

  /** The texts that determine a correction. */
  private int[] highest(BitSet held) {
    return IntStream.range(0, WorstStretch.SIZES * holdMargins.length)
        .map(cell -> IntStream.range(0, good.size())
            .filter(text -> !held.get(text) && good.get(text)[cell] >= 0)
            .reduce((one, other) -> good.get(one)[cell] >= good.get(other)[cell] ? one : other)
            .orElse(-1))
        .filter(text -> text >= 0)
        .distinct()
        .toArray();
  }

  private double caught(double[] corrections) {
    return caught(spam, corrections) + caught(abuse, corrections);
  }

  private static double caught(List<double[]> texts, double[] corrections) {
    long caught = texts.stream()
        .filter(above -> IntStream.range(0, corrections.length)
            .anyMatch(cell -> above[cell] >= corrections[cell]))
        .count();
    return (double) caught / Math.max(texts.size(), 1);
  }

  private WindowCorrections asStored(double[] corrections) {
    List<float[]> byLabel = new ArrayList<>();
    for (int label = 0; label < holdMargins.length; label++) {
      float[] bySize = new float[WorstStretch.SIZES];
      for (int size = 0; size < bySize.length; size++) {
        bySize[size] = (float) corrections[label * WorstStretch.SIZES + size];
      }
      byLabel.add(bySize);
    }
    return new WindowCorrections(byLabel);
  }
}
