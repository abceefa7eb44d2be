package io.moderato.phrase;

/** Whether a place in a text lies inside quotation marks; told character by character. */
final class Quotation {
  private char closing;

  void pass(String seen, int at) {
    char c = seen.charAt(at);
    if (closing != 0) {
      if (c == closing && (c != '\'' || !letterAt(seen, at + 1))) {
        closing = 0;
      }
      return;
    }
    closing = switch (c) {
      case '"' -> '"';
      case '“', '„', '«', '»', '‘', '\'' -> opens(seen, at) ? partner(c) : 0;
      default -> 0;
    };
  }

  boolean isOpen() {
    return closing != 0;
  }

  private static char partner(char opening) {
    return switch (opening) {
      case '“' -> '”';
      case '„' -> '“';
      case '«' -> '»';
      case '»' -> '«';
      case '‘' -> '’';
      default -> '\'';
    };
  }

  /** Before a word, not inside or behind one. */
  private static boolean opens(String seen, int at) {
    return letterAt(seen, at + 1) && !letterAt(seen, at - 1);
  }

  private static boolean letterAt(String seen, int at) {
    return at >= 0 && at < seen.length() && Character.isLetterOrDigit(seen.charAt(at));
  }
}
