package io.moderato.wordlist;

import com.google.re2j.Pattern;

/** An entry as it is looked for. */
sealed interface Entry {
  /**
   * Folded words with one space between them.
   *
   * @param pattern {@link Phrase#STAR} stands for any letters and digits of one word, none included
   * @param exception whether what lies in it is no hit
   */
  record Phrase(String pattern, boolean exception) implements Entry {
    /** Never in a folded text, which holds no private character but that of links. */
    static final char STAR = '\uE001';

    boolean hasStar() {
      return pattern.indexOf(STAR) >= 0;
    }
  }

  /** Found as it stands, whatever the case, inside words too. */
  record Raw(String lowerCase) implements Entry {}

  /** Found in what a person sees. */
  record Regex(Pattern pattern) implements Entry {}

  /**
   * Links to a host and all below it.
   *
   * @param path what the path begins with; empty for any
   */
  record Site(String host, String path) implements Entry {}
}
