package io.moderato.comment;

/** What every id that a platform chooses must keep to. */
final class PlatformIds {
  private static final int LONGEST = 256;

  private PlatformIds() {}

  static void requireValid(String what, String value) {
    if (value.isEmpty()
        || value.equals(".") // clients and servers take these two out of an address
        || value.equals("..")
        || value.codePointCount(0, value.length()) > LONGEST
        || value.chars().anyMatch(unit -> unit < 0x20 || unit == 0x7f)) {
      throw new IllegalArgumentException(
          "a %s id is 1 to %d characters, none of them a control character, and not . or .."
              .formatted(what, LONGEST));
    }
  }
}
