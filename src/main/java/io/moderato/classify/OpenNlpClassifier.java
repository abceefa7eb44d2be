package io.moderato.classify;

import io.moderato.comment.TextFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scores all labels of a {@link HashedLinearModel} in one pass, and says why where a score asks for it. Thread-safe: threads
 * share the read-only model, and each has a scratch pad of its own.
 */
public final class OpenNlpClassifier implements Classifier {
  /** From this score on a label's evidence is worth its cost; no rule of the default policy asks for less. */
  public static final double EVIDENCE_FROM = 0.3;

  private final HashedLinearModel model;
  private final Set<Label> labels;
  private final Set<String> languages;
  private final double evidenceFrom;
  private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

  /**
   * A classifier that gives evidence for labels that score {@link #EVIDENCE_FROM} and more.
   *
   * @param languages BCP 47 codes of the languages the model was measured on
   */
  public OpenNlpClassifier(HashedLinearModel model, Set<String> languages) {
    this(model, languages, EVIDENCE_FROM);
  }

  /**
   * A classifier that gives evidence from another score on.
   *
   * @param languages BCP 47 codes of the languages the model was measured on
   * @param evidenceFrom in [0, 1]; 0 gives evidence for every label
   */
  public OpenNlpClassifier(HashedLinearModel model, Set<String> languages, double evidenceFrom) {
    this.model = model;
    this.labels = Set.copyOf(model.labels());
    this.languages = Set.copyOf(languages);
    this.evidenceFrom = evidenceFrom;
  }

  @Override
  public Set<Label> labels() {
    return labels;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The weight of an {@link Evidence} is what its words add to the label's raw log-odds, before calibration;
   * {@link Explanation} says how the weights add up.
   */
  @Override
  public Classification classify(String text, TextFormat format) {
    var pad = scratch.get();
    var read = ReadText.of(text, format);
    pad.features.extract(read);
    double[] probabilities = model.probabilities(pad.worst.margins(model, pad.features));
    String language = LanguageGuess.of(read, pad.features.folded());
    return new Classification(
        scores(probabilities),
        language,
        language.equals(LanguageGuess.UNKNOWN) || languages.contains(language),
        evidence(probabilities, pad, text),
        links(read),
        pad.features.folded().shape(),
        WordHashes.of(pad.features.folded(), read.links()),
        FoldedWords.copy(read, pad.features.folded()));
  }

  private Scores scores(double[] probabilities) {
    Map<Label, Double> scores = new EnumMap<>(Label.class);
    for (int label = 0; label < probabilities.length; label++) {
      scores.put(model.labels().get(label), probabilities[label]);
    }
    return new Scores(scores);
  }

  private List<Evidence> evidence(double[] probabilities, Scratch pad, String text) {
    List<Evidence> evidence = new ArrayList<>();
    for (int label = 0; label < probabilities.length; label++) {
      if (probabilities[label] >= evidenceFrom) {
        evidence.addAll(pad.explanation(model, label).strongest(text));
      }
    }
    return evidence;
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
