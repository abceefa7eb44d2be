package io.moderato.phrase;

import io.moderato.classify.Aspect;
import io.moderato.classify.Classification;
import io.moderato.classify.Classifier;
import io.moderato.classify.Evidence;
import io.moderato.classify.Label;
import io.moderato.classify.LanguageHint;
import io.moderato.classify.Scores;
import io.moderato.comment.TextFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Set;

/**
 * Adds what phrases tell to what a model tells: labels of its own, and where both score a label, the higher score with the evidence for it.
 * Everything else is the model's. Thread-safe.
 */
public final class PhraseClassifier implements Classifier {
  /** As its card says, which has its limits. */
  public static final String VERSION = "rules@2026.12";

  private static final Phrases SHIPPED = Phrases.of(PhraseBook.shipped());

  private final Classifier model;
  private final Set<Label> labels;
  private final ThreadLocal<PhraseScores> scratch =
      ThreadLocal.withInitial(() -> new PhraseScores(SHIPPED));

  public PhraseClassifier(Classifier model) {
    this.model = model;
    var all = EnumSet.copyOf(SHIPPED.labels());
    all.addAll(model.labels());
    this.labels = Set.copyOf(all);
  }

  @Override
  public Set<Label> labels() {
    return labels;
  }

  /** {@inheritDoc} Phrases give evidence for whatever they found. */
  @Override
  public Classification classify(String text, TextFormat format, LanguageHint hint) {
    var found = model.classify(text, format, hint);
    var phrases = scratch.get();
    phrases.read(found.folded());
    double least = mayBeEnglish(found) ? 0 : PhraseScores.LEAK;
    var byLabel = new EnumMap<Label, Double>(Label.class);
    byLabel.putAll(found.scores().byLabel());
    var evidence = new ArrayList<Evidence>(found.evidence());
    boolean told = least == 0;
    for (var label : SHIPPED.labels()) {
      double score = phrases.of(label);
      if (score > byLabel.getOrDefault(label, least)) {
        byLabel.put(label, score);
        evidence.removeIf(span -> span.label() == label);
        evidence.addAll(phrases.evidence(label, text));
        told = true;
      }
    }
    var byAspect = new EnumMap<Aspect, Double>(Aspect.class);
    for (var aspect : Aspect.values()) {
      double score = phrases.of(aspect);
      if (score > least) {
        byAspect.put(aspect, score);
      }
    }
    evidence.sort(Comparator.comparing(Evidence::label).thenComparingInt(Evidence::begin));
    return new Classification(
        new Scores(byLabel, byAspect),
        found.language(),
        found.supported(),
        told ? found.models() + "+" + VERSION : found.models(),
        evidence,
        found.links(),
        found.shape(),
        found.wordHashes(),
        found.folded());
  }

  /** Phrases are English: that they found nothing tells nothing of a text in another language. */
  private static boolean mayBeEnglish(Classification found) {
    return found.language().equals("en") || found.language().equals("und");
  }
}
