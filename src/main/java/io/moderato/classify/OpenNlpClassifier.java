package io.moderato.classify;

import io.moderato.comment.TextFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scores a text's labels by the models of its language, in one pass for each, and says why where a score asks for it. Thread-safe:
 * threads share the read-only models, and each has a scratch pad of its own.
 */
public final class OpenNlpClassifier implements Classifier {
  /** From this score on a label's evidence is worth its cost; no rule of the default policy asks for less. */
  public static final double EVIDENCE_FROM = 0.3;

  private final LanguageModels models;
  private final double evidenceFrom;
  private final @Nullable HashedLinearModel taste;
  private final ThreadLocal<Scratch> scratch;

  /** A classifier that gives evidence for labels that score {@link #EVIDENCE_FROM} and more. */
  public OpenNlpClassifier(LanguageModels models) {
    this(models, EVIDENCE_FROM);
  }

  /**
   * A classifier that gives evidence from another score on.
   *
   * @param evidenceFrom in [0, 1]; 0 gives evidence for every label
   */
  public OpenNlpClassifier(LanguageModels models, double evidenceFrom) {
    this(models, evidenceFrom, null, ThreadLocal.withInitial(Scratch::new));
  }

  private OpenNlpClassifier(
      LanguageModels models,
      double evidenceFrom,
      @Nullable HashedLinearModel taste,
      ThreadLocal<Scratch> scratch) {
    this.models = models;
    this.evidenceFrom = evidenceFrom;
    this.taste = taste;
    this.scratch = scratch;
  }

  /** The same, and the labels of a site's own model in the same pass. */
  public OpenNlpClassifier with(HashedLinearModel taste) {
    return new OpenNlpClassifier(models, evidenceFrom, taste, scratch);
  }

  @Override
  public Set<Label> labels() {
    return models.labels();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The weight of an {@link Evidence} is what its words add to the log-odds of the label's score;
   * {@link Explanation} says how the weights add up.
   */
  @Override
  public Classification classify(String text, TextFormat format, LanguageHint hint) {
    var pad = scratch.get();
    var read = ReadText.of(text, format);
    pad.features.extract(read);
    String language = LanguageGuess.of(read, pad.features.folded());
    var scorers = models.of(language, hint);
    Map<Label, Double> scores = new EnumMap<>(Label.class);
    List<Evidence> evidence = new ArrayList<>();
    for (var part : scorers.parts()) {
      score(part.model().model(), part.labels(), pad, text, format, scores, evidence);
    }
    if (taste != null) {
      score(taste, Set.copyOf(taste.labels()), pad, text, format, scores, evidence);
    }
    evidence.sort(Comparator.comparing(Evidence::label));
    return new Classification(
        new Scores(scores),
        language,
        scorers.supported(),
        scorers.versions(),
        evidence,
        links(read),
        pad.features.folded().shape(),
        WordHashes.of(pad.features.folded(), read.links()),
        FoldedWords.copy(read, pad.features.folded()));
  }

  private void score(
      HashedLinearModel model,
      Set<Label> counted,
      Scratch pad,
      String text,
      TextFormat format,
      Map<Label, Double> scores,
      List<Evidence> evidence) {
    double[] probabilities = model.probabilities(pad.worst.margins(model, pad.features));
    List<Evidence> found = new ArrayList<>();
    pad.explainer.begin();
    for (int number = 0; number < probabilities.length; number++) {
      Label label = model.labels().get(number);
      if (counted.contains(label)) {
        scores.put(label, probabilities[number]);
        if (probabilities[number] >= evidenceFrom) {
          found.addAll(pad.explanation(model, number).strongest(text));
        }
      }
    }
    if (!found.isEmpty()) {
      evidence.addAll(pad.counterfactuals().answer(model, found, text, format));
    }
  }

  private static List<Link> links(ReadText read) {
    if (read.links().isEmpty()) {
      return List.of();
    }
    return read.links().stream()
        .filter(link -> link.kind() != LinkSpan.Kind.EMAIL)
        .map(LinkSpan::link)
        .toList();
  }

  /** What a thread reuses from text to text. */
  private static final class Scratch {
    private final CommentFeatures features = new CommentFeatures();
    private final WorstStretch worst = new WorstStretch();
    private final Explainer explainer = new Explainer();
    private @Nullable Counterfactuals counterfactuals;

    Explanation explanation(HashedLinearModel model, int label) {
      return explainer
          .explain(model, label, features, worst.of(label))
          .calibrated(model.calibration(label));
    }

    Counterfactuals counterfactuals() {
      if (counterfactuals == null) {
        counterfactuals = new Counterfactuals();
      }
      return counterfactuals;
    }
  }
}
