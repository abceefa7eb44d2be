package io.moderato.comment;

/** What every id that a platform chooses must keep to. */
final class PlatformIds {
  private static final int LONGEST = 256;

  private PlatformIds() {}

  static void requireValid(String what, String value) {
    if (value.isEmpty()
        || value.codePointCount(0, value.length()) > LONGEST
        || value.chars().anyMatch(unit -> unit < 0x20 || unit == 0x7f)) {
      throw new IllegalArgumentException(
          "a %s id is 1 to %d characters, none of them a control character"
              .formatted(what, LONGEST));
    }
  }
}
