package io.moderato.replay;

import io.moderato.classify.Classification;
import io.moderato.signals.Language;
import io.moderato.signals.Signals;

/** Signals as another model would have had them: its scores, and whether it was measured on the comment's language. */
final class Rescored {
  private Rescored() {}

  static Signals of(Signals signals, Classification found) {
    var language = signals.language();
    return new Signals(
        found.scores(),
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
}
