package io.moderato.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** Which regular expressions rules may use: RE2/J's, which take linear time, if they are small. */
final class Regex {
  static final int MOST_INSTRUCTIONS = 1000;
  private static final int MOST_CHARACTERS = 300;
  private static final int MOST_REPEATS = 1000;
  private static final java.util.regex.Pattern COUNTED =
      java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

  private Regex() {}

  /** What is wrong with it, if anything is. */
  static Optional<String> mistake(String regex) {
    if (regex.length() > MOST_CHARACTERS || repeats(regex) > MOST_REPEATS) {
      return Optional.of("the regular expression is too large");
    }
    try {
      return Pattern.compile(regex).programSize() > MOST_INSTRUCTIONS
          ? Optional.of("the regular expression is too large")
          : Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of("the regular expression is wrong: " + e.getDescription());
    }
  }

  /** How often counted repeats, all inside each other at worst, repeat what is in them. */
  private static long repeats(String regex) {
    long product = 1;
    var counted = COUNTED.matcher(regex);
    while (counted.find() && product <= MOST_REPEATS) {
      var upper = counted.group(2);
      var most = upper == null || upper.isEmpty() ? counted.group(1) : upper;
      product *= Math.max(1, Long.parseLong(most));
    }
    return product;
  }
}
