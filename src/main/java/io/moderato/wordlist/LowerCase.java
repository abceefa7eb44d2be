package io.moderato.wordlist;

/** Lower case that keeps every code unit's place. */
final class LowerCase {
  private LowerCase() {}

  static String of(String text) {
    char[] units = text.toCharArray();
    for (int i = 0; i < units.length; i++) {
      units[i] = Character.toLowerCase(units[i]);
    }
    return new String(units);
  }
}
