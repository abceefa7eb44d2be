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
  private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

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
    this.models = models;
    this.evidenceFrom = evidenceFrom;
  }

  @Override
  public Set<Label> labels() {
    return models.labels();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The weight of an {@link Evidence} is what its words add to the label's raw log-odds, before calibration;
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
      score(part, pad, text, scores, evidence);
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
      LanguageModels.Part part,
      Scratch pad,
      String text,
      Map<Label, Double> scores,
      List<Evidence> evidence) {
    var model = part.model().model();
    double[] probabilities = model.probabilities(pad.worst.margins(model, pad.features));
    for (int number = 0; number < probabilities.length; number++) {
      Label label = model.labels().get(number);
      if (part.labels().contains(label)) {
        scores.put(label, probabilities[number]);
        if (probabilities[number] >= evidenceFrom) {
          evidence.addAll(pad.explanation(model, number).strongest(text));
        }
      }
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
    private @Nullable Explainer explainer;

    Explanation explanation(HashedLinearModel model, int label) {
      if (explainer == null) {
        explainer = new Explainer();
      }
      return explainer.explain(model, label, features, worst.of(label));
    }
  }
}
