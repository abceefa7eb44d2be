package io.moderato.training;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import io.moderato.classify.WorstStretch;
import io.moderato.comment.TextFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures how a model stands up to disguise, on the test part of the sets that were trained on: words dressed up, and innocent words around. */
public final class Robustness {
  private static final int MOST = 1000;

  /**
   * How a label does on dressed-up texts.
   *
   * @param kind the way, or PLAIN
   * @param auc of dressed-up texts with the label against plain ones without
   * @param falsePositives share of dressed-up texts without the label that reach the hold threshold
   */
  public record Dressed(String kind, Label label, double auc, double falsePositives) {}

  /**
   * How much of what is held bare is held among innocent words.
   *
   * @param bare how many texts are held as they are
   */
  public record Padded(Label label, String place, int bare, double caught) {}

  /**
   * What windows add to the long good comments held.
   *
   * @param texts how many long good comments there are
   * @param asWhole held by the whole text
   * @param held by the whole text or a window
   */
  public record LongGood(int texts, int asWhole, int held) {}

  /** All of it. */
  public record Report(List<Dressed> dressed, List<Padded> padded, LongGood longGood) {}

  private final Corpus corpus;
  private final HashedLinearModel model;
  private final Map<Label, Thresholds> thresholds;
  private final long seed;
  private final CommentFeatures features = new CommentFeatures();
  private final WorstStretch worst = new WorstStretch();

  Robustness(Corpus corpus, HashedLinearModel model, Map<Label, Thresholds> thresholds, long seed) {
    this.corpus = corpus;
    this.model = model;
    this.thresholds = thresholds;
    this.seed = seed;
  }

  /** Measures spam and abuse. */
  public Report measure() {
    List<Dressed> dressed = new ArrayList<>();
    List<Padded> padded = new ArrayList<>();
    for (Label label : List.of(Label.SPAM, Label.TOXIC)) {
      if (model.labels().contains(label)) {
        dressed.addAll(dressed(label));
        padded.addAll(padded(label));
      }
    }
    return new Report(dressed, padded, longGood());
  }

  private List<Dressed> dressed(Label label) {
    var with = sample(label, example -> has(example, label));
    var without =
        sample(label, example -> !has(example, label) && corpus.set(example).good() > 0);
    List<Dressed> dressed = new ArrayList<>();
    var plain = scores(without, null, label);
    dressed.add(dressed("PLAIN", label, scores(with, null, label), plain, plain));
    for (var kind : Obfuscation.values()) {
      dressed.add(dressed(
          kind.name(), label, scores(with, kind, label), plain, scores(without, kind, label)));
    }
    return dressed;
  }

  private Dressed dressed(
      String kind, Label label, double[] with, double[] plain, double[] without) {
    List<Observation> observations = new ArrayList<>();
    Arrays.stream(with).forEach(score -> observations.add(new Observation(score, true, 1)));
    Arrays.stream(plain).forEach(score -> observations.add(new Observation(score, false, 1)));
    double hold = thresholds(label).hold();
    return new Dressed(
        kind,
        label,
        Ranking.auc(observations),
        (double) Arrays.stream(without).filter(score -> score >= hold).count()
            / Math.max(without.length, 1));
  }

  private double[] scores(List<String> texts, @Nullable Obfuscation kind, Label label) {
    return texts.stream()
        .mapToDouble(text -> kind == null
            ? scores(text, TextFormat.TEXT)[model.labels().indexOf(label)]
            : scores(kind.of(text, seed), kind.format())[model.labels().indexOf(label)])
        .toArray();
  }

  private List<Padded> padded(Label label) {
    var bare = sample(label, example -> has(example, label)).stream()
        .filter(text -> isHeld(scores(text, TextFormat.TEXT)))
        .toList();
    var innocents =
        rows(this::isGood).mapToObj(row -> corpus.example(row).text()).toList();
    if (bare.isEmpty() || innocents.stream().allMatch(String::isBlank)) {
      return List.of();
    }
    var padding = new Padding(innocents, seed);
    return Arrays.stream(Padding.Place.values())
        .map(place -> new Padded(
            label,
            place.name(),
            bare.size(),
            (double) bare.stream()
                    .filter(text -> isHeld(scores(padding.pad(text, place), TextFormat.TEXT)))
                    .count()
                / bare.size()))
        .toList();
  }

  private LongGood longGood() {
    int[] rows = rows(this::isGood).filter(corpus.features()::isLong).toArray();
    int asWhole = 0;
    int held = 0;
    for (int row : rows) {
      held += isHeld(scores(corpus.example(row).text(), TextFormat.TEXT)) ? 1 : 0;
      asWhole += isHeld(model.probabilities(model.margins(features))) ? 1 : 0;
    }
    return new LongGood(rows.length, asWhole, held);
  }

  private boolean isGood(Example example) {
    return corpus.set(example).good() > 0
        && example.targets().containsKey(Label.TOXIC)
        && example.targets().values().stream().allMatch(target -> target < 0.5);
  }

  private static boolean has(Example example, Label label) {
    return example.targets().getOrDefault(label, 0.0) >= 0.5;
  }

  /** Different texts: one that was sent forty times would count as forty. */
  private List<String> sample(Label label, Predicate<Example> filter) {
    int[] rows = rows(example -> example.targets().containsKey(label) && filter.test(example))
        .toArray();
    var seen = new HashSet<Long>();
    return new Random(seed)
        .ints(rows.length == 0 ? 0 : 4 * MOST, 0, Math.max(rows.length, 1))
        .distinct()
        .mapToObj(i -> corpus.example(rows[i]))
        .filter(example -> seen.add(example.key()))
        .limit(MOST)
        .map(Example::text)
        .toList();
  }

  private IntStream rows(Predicate<Example> filter) {
    return Arrays.stream(corpus.rows(example -> example.split() == Split.TEST
        && corpus.set(example).use() == DataSet.Use.TRAIN
        && filter.test(example)));
  }

  private double[] scores(String text, TextFormat format) {
    features.extract(text, format);
    return model.probabilities(worst.margins(model, features));
  }

  private boolean isHeld(double[] scores) {
    return IntStream.range(0, scores.length)
        .anyMatch(
            label -> scores[label] >= thresholds(model.labels().get(label)).hold());
  }

  private Thresholds thresholds(Label label) {
    return thresholds.getOrDefault(label, Thresholds.DEFAULT);
  }
}
