package io.moderato.classify;

/**
 * Whether parsing a Markdown text would cost more than its length allows. The parser is quadratic in two ways: it looks to the
 * end of the text for what an opening sign may begin, and it asks every open quote and list item about every line.
 * A text beyond these limits is no honest comment, and is read as plain text.
 */
final class MarkdownCost {
  /** Steps of about 10 ns. */
  private static final long MOST_STEPS = 1_500_000;

  /** Delimiters and lines, which cost microseconds each. */
  private static final int MOST_DELIMITERS = 4_000;

  private static final int DEEPEST = 32;
  private static final String OPENING = "<[`";
  private static final String DELIMITING = "*_!&\\#]\n";
  private static final String NESTING = ">-+*0123456789";

  private MarkdownCost() {}

  static boolean isTooHigh(String sent) {
    long opening = 0;
    int delimiters = 0;
    int depth = 0;
    boolean prefix = true;
    for (int i = 0; i < sent.length(); i++) {
      char c = sent.charAt(i);
      if (c == '\n' || c == '\r') {
        prefix = true;
        depth = 0;
      } else if (prefix && NESTING.indexOf(c) >= 0) {
        depth++;
        if (depth > DEEPEST) {
          return true;
        }
      } else if (prefix && c != ' ' && c != '\t' && c != '.' && c != ')') {
        prefix = false;
      }
      if (OPENING.indexOf(c) >= 0) {
        opening++;
      } else if (DELIMITING.indexOf(c) >= 0) {
        delimiters++;
      }
    }
    return delimiters > MOST_DELIMITERS || opening * sent.length() > MOST_STEPS;
  }
}
