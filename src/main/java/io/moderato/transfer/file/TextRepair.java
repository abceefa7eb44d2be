package io.moderato.transfer.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Mends texts. */
final class TextRepair {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What Windows-1252 has where ISO-8859-1 has controls; the five bytes that it leaves free stay controls. */
  private static final char[] HIGH = high();

  /**
   * Signs of a text that was encoded twice: accented Latin letters begin with Ã or Â, punctuation with â€, emoji with ðŸ. A text may hold one
   * of the other pairs by right: «CAFÉ» is one.
   */
  private static final Pattern TWICE = Pattern.compile(
      "[\u00c3\u00c2][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
          + "|\u00e2\u20ac|\u00f0\u0178|(?:[\u00d0\u00d1][^\\x00-\\x7f]\\s?){3}");

  private TextRepair() {}

  private static char[] high() {
    var high = new char[0x20];
    for (int i = 0; i < high.length; i++) {
      var decoded =
          WINDOWS_1252.decode(ByteBuffer.wrap(new byte[] {(byte) (0x80 + i)})).charAt(0);
      high[i] = decoded == '\ufffd' ? (char) (0x80 + i) : decoded;
    }
    return high;
  }

  /** The character that a byte stands for in Windows-1252. */
  static char windows1252(int unsigned) {
    return unsigned >= 0x80 && unsigned < 0xa0 ? HIGH[unsigned - 0x80] : (char) unsigned;
  }

  /** The byte of Windows-1252 that stands for the character; negative if none does. */
  private static int windows1252(char character) {
    if (character < 0x100) {
      return character;
    }
    for (int i = 0; i < HIGH.length; i++) {
      if (HIGH[i] == character) {
        return 0x80 + i;
      }
    }
    return -1;
  }

  /** The text without one of two encodings, if there seem to be two; the text itself if not. Twice at most: some went through it often. */
  static String encodedOnce(String text) {
    var once = decoded(text);
    return once.equals(text) ? text : decoded(once);
  }

  private static String decoded(String text) {
    if (text.chars().allMatch(unit -> unit < 0x80) || !TWICE.matcher(text).find()) {
      return text;
    }
    var bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      int one = windows1252(text.charAt(i));
      if (one < 0) {
        return text;
      }
      bytes.put((byte) one);
    }
    try {
      CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
      return decoded.toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  /** Whether a text may hold it; XML allows the same, and the service takes no more. Surrogates are looked at in pairs elsewhere. */
  static boolean isAllowed(char unit) {
    return unit >= 0x20 && unit < 0xfffe || unit == '\n' || unit == '\t' || unit == '\r';
  }

  /** Without control characters and halves of surrogate pairs. */
  static String allowed(String text) {
    var isFine = true;
    for (int i = 0; i < text.length() && isFine; i++) {
      isFine = isAllowed(text.charAt(i)) && !Character.isSurrogate(text.charAt(i));
    }
    if (isFine) {
      return text;
    }
    var allowed = new StringBuilder(text.length());
    text.codePoints()
        .filter(point ->
            point > 0xffff || isAllowed((char) point) && !Character.isSurrogate((char) point))
        .forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  /** At most so many UTF-16 units, and no half of a pair at the end. */
  static String shortened(String text, int units) {
    if (text.length() <= units) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units);
  }

  /** At most so many bytes of UTF-8. */
  static String shortenedToBytes(String text, int bytes) {
    if (text.length() * 3L <= bytes) {
      return text;
    }
    int used = 0;
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      used += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (used > bytes) {
        return text.substring(0, i);
      }
      i += Character.charCount(point);
    }
    return text;
  }
}
