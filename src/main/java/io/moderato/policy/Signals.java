package io.moderato.policy;

import io.moderato.classify.Label;
import io.moderato.classify.Scores;
import io.moderato.classify.TextShape;
import java.util.OptionalDouble;

/**
 * Everything known of a comment before the decision.
 *
 * @param language BCP 47, {@code und} where it could not be told
 * @param languageSupported whether the models were measured on it
 * @param languageExpected whether the site's readers write in it, as far as the site says; {@code und} always is
 * @param links how many links the comment holds
 * @param honeypotFilled whether something stood in a form field that people can't see
 */
public record Signals(
    Scores scores,
    String language,
    boolean languageSupported,
    boolean languageExpected,
    int links,
    TextShape shape,
    boolean honeypotFilled) {
  private static final String SCORES = "scores.";

  /**
   * A signal by the name that rules use; yes and no are 1 and 0. Empty for a score that no model offers.
   *
   * @throws IllegalArgumentException for a name that is no signal
   */
  public OptionalDouble number(String name) {
    if (name.startsWith(SCORES)) {
      return scores.of(Label.valueOf(name.substring(SCORES.length())));
    }
    return OptionalDouble.of(
        switch (name) {
          case "links.count" -> links;
          case "language.supported" -> languageSupported ? 1 : 0;
          case "language.unsupported" -> languageSupported ? 0 : 1;
          case "language.expected" -> languageExpected ? 1 : 0;
          case "language.unexpected" -> languageExpected ? 0 : 1;
          case "honeypot.filled" -> honeypotFilled ? 1 : 0;
          case "shape.words" -> shape.words();
          case "shape.letters" -> shape.letters();
          case "shape.capitalShare" -> shape.capitalShare();
          default -> throw new IllegalArgumentException("no signal is called '%s'".formatted(name));
        });
  }
}
