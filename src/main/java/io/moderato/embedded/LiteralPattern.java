package io.moderato.embedded;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A regular expression that is nothing but characters, none of them a control character, so that it finds the texts that hold them. */
final class LiteralPattern {
  private static final String SYNTAX = "\\^$.|?*+()[]{}";

  private LiteralPattern() {}

  /** What a text must hold to meet the condition; empty for any other condition. */
  static Optional<String> of(@Nullable Object condition) {
    return condition instanceof BsonRegularExpression regex
            && (regex.getOptions() == null || regex.getOptions().isEmpty())
        ? of(regex.getPattern())
        : Optional.empty();
  }

  private static Optional<String> of(String pattern) {
    var literal = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char character = pattern.charAt(i);
      if (character == '\\' && i + 1 < pattern.length() && isSyntax(pattern.charAt(i + 1))) {
        character = pattern.charAt(++i);
      } else if (isSyntax(character) || character < ' ') {
        return Optional.empty();
      }
      literal.append(character);
    }
    return Optional.of(literal.toString());
  }

  private static boolean isSyntax(char character) {
    return SYNTAX.indexOf(character) >= 0;
  }
}
