package io.moderato.replay;

import io.moderato.classify.Classification;
import io.moderato.classify.Label;
import io.moderato.classify.Scores;
import io.moderato.signals.Language;
import io.moderato.signals.Signals;
import java.util.EnumMap;

/** Signals as another model would have had them: its scores, and whether it was measured on the comment's language. */
final class Rescored {
  private Rescored() {}

  static Signals of(Signals signals, Classification found) {
    var language = signals.language();
    return new Signals(
        scores(signals.scores(), found.scores()),
        new Language(language.code(), found.supported(), language.expected()),
        signals.shape(),
        signals.links(),
        signals.form(),
        signals.lists(),
        signals.edit(),
        signals.repeats(),
        signals.pace(),
        signals.author(),
        signals.relevance(),
        signals.corrections());
  }

  /** What the site's own model says is none of another base model's business. */
  private static Scores scores(Scores before, Scores after) {
    var scores = new EnumMap<Label, Double>(Label.class);
    scores.putAll(after.byLabel());
    before.of(Label.SITE).ifPresent(site -> scores.put(Label.SITE, site));
    return new Scores(scores, after.byAspect());
  }
}
