package io.moderato.wordlist;

/**
 * The longest plain text without which a regular expression can't match, as far as that is easy to see: runs of letters and digits outside of
 * groups, classes and repeats. To look for it first spares most comments the expression.
 */
final class RequiredLiteral {
  private final String expression;
  private String longest = "";
  private final StringBuilder run = new StringBuilder();

  private RequiredLiteral(String expression) {
    this.expression = expression;
  }

  /** In lower case; empty where none is seen. */
  static String of(String expression) {
    return new RequiredLiteral(expression).find();
  }

  private String find() {
    int i = 0;
    while (i < expression.length()) {
      char unit = expression.charAt(i);
      switch (unit) {
        case '|' -> {
          return "";
        }
        case '\\' -> {
          if (i + 1 == expression.length()
              || "QEpPx01234567".indexOf(expression.charAt(i + 1)) >= 0) {
            return "";
          }
          endRun();
          i++;
        }
        case '(' -> {
          endRun();
          i = groupEnd(i);
        }
        case '[' -> {
          endRun();
          i = classEnd(i);
        }
        case '?', '*' -> endRunBeforeLast();
        case '{' -> {
          endRunBeforeLast();
          i = Math.max(i, expression.indexOf('}', i));
        }
        default -> {
          if (Character.isLetterOrDigit(unit)) {
            run.append(Character.toLowerCase(unit));
          } else {
            endRun();
          }
        }
      }
      i++;
    }
    endRun();
    return longest;
  }

  /** The last character may be absent. */
  private void endRunBeforeLast() {
    run.setLength(Math.max(0, run.length() - 1));
    endRun();
  }

  private void endRun() {
    longest = run.length() > longest.length() ? run.toString() : longest;
    run.setLength(0);
  }

  private int groupEnd(int begin) {
    int depth = 0;
    for (int i = begin; i < expression.length(); i++) {
      switch (expression.charAt(i)) {
        case '\\' -> i++;
        case '[' -> i = classEnd(i);
        case '(' -> depth++;
        case ')' -> {
          depth--;
          if (depth == 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return expression.length();
  }

  /** A closing bracket right at the begin is a member. */
  private int classEnd(int begin) {
    int i = begin + 1;
    i += expression.startsWith("^", i) ? 1 : 0;
    i += expression.startsWith("]", i) ? 1 : 0;
    while (i < expression.length() && expression.charAt(i) != ']') {
      i += expression.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}
