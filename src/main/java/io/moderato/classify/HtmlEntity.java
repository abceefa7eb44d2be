package io.moderato.classify;

import org.jsoup.nodes.Entities;

/** An HTML entity in a text: {@code &amp;}, {@code &#38;}, {@code &#x26;}, with or without its semicolon. */
final class HtmlEntity {
  /** The longest name has 31 letters; with the signs around it, and a few leading zeros for a number. */
  private static final int LONGEST = 34;

  private HtmlEntity() {}

  /** Where what may be an entity ends, exclusive. */
  static int end(String text, int begin, int limit) {
    int last = Math.min(limit, begin + LONGEST);
    for (int i = begin + 1; i < last; i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return i + 1;
      }
      if (c != '#' && !Character.isLetterOrDigit(c)) {
        return i;
      }
    }
    return last;
  }

  /** What it stands for; empty if it is none. */
  static String text(String text, int begin, int end) {
    int last = text.charAt(end - 1) == ';' ? end - 1 : end;
    if (last - begin < 3) {
      return "";
    }
    String name = text.substring(begin + 1, last);
    return name.charAt(0) == '#' ? numbered(name) : Entities.getByName(name);
  }

  private static String numbered(String name) {
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    try {
      int codePoint = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }
}
