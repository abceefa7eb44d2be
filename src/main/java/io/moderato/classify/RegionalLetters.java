package io.moderato.classify;

import java.util.Locale;
import java.util.Set;

/** Regional indicators: two make a flag, but in a row that is no row of flags they are read as letters. */
final class RegionalLetters {
  private static final int FIRST = 0x1F1E6;
  private static final int LAST = 0x1F1FF;
  private static final int UNITS = 2;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private RegionalLetters() {}

  static boolean isOne(int codePoint) {
    return codePoint >= FIRST && codePoint <= LAST;
  }

  /** Where the row that begins here ends. */
  static int end(String text, int begin, int limit) {
    int end = begin;
    while (end + UNITS <= Math.min(limit, text.length()) && isOne(text.codePointAt(end))) {
      end += UNITS;
    }
    return end;
  }

  /** Whether the row is of countries' flags, or of the European and the United Nations'. */
  static boolean areFlags(String text, int begin, int end) {
    boolean flags = (end - begin) % (2 * UNITS) == 0;
    for (int i = begin; flags && i < end; i += 2 * UNITS) {
      String pair = "" + letter(text.codePointAt(i)) + letter(text.codePointAt(i + UNITS));
      String country = pair.toUpperCase(Locale.ROOT);
      flags = COUNTRIES.contains(country) || country.equals("EU") || country.equals("UN");
    }
    return flags;
  }

  static char letter(int codePoint) {
    return (char) ('a' + codePoint - FIRST);
  }
}
