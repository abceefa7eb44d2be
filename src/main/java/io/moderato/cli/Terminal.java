package io.moderato.cli;

import java.util.Locale;

/** How figures and foreign texts are shown on a terminal. */
final class Terminal {
  private static final int LONGEST = 100;

  private Terminal() {}

  /** Without control characters, by which a comment could write over what stands there. Line ends stay. */
  static String plain(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> plain.appendCodePoint(
            point == '\n'
                    || !Character.isISOControl(point)
                        && Character.getType(point) != Character.FORMAT
                ? point
                : '\u00b7'));
    return plain.toString();
  }

  /** On one line, and short. */
  static String line(String text) {
    var line = plain(text).replace('\n', ' ');
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
