package io.moderato.transfer.file;

import java.io.IOException;
import java.io.Reader;

/** A reader that can be looked ahead into. Characters that no text may hold are left out; lines are counted. */
final class CharWindow {
  /** How far ahead may be looked. */
  static final int FARTHEST = 1 << 18;

  private static final int EOF = -1;

  private final Reader in;
  private final Findings findings;
  private char[] chars = new char[1 << 16];
  private int next;
  private int limit;
  private boolean ended;
  private long line = 1;

  CharWindow(Reader in, Findings findings) {
    this.in = in;
    this.findings = findings;
  }

  long line() {
    return line;
  }

  /** The next character, which is then passed; negative at the end. */
  int read() throws IOException {
    if (!has(1)) {
      return EOF;
    }
    char read = chars[next++];
    if (read == '\n') {
      line++;
    }
    return read;
  }

  /** The character so far ahead, 0 being the next; negative behind the end, or too far. */
  int peek(int ahead) throws IOException {
    return has(ahead + 1) ? chars[next + ahead] : EOF;
  }

  boolean startsWith(String text) throws IOException {
    if (!has(text.length())) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (chars[next + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      read();
    }
  }

  /** How far ahead the text stands, looking from {@code from} on; negative where it is not within sight. */
  int indexOf(String text, int from) throws IOException {
    char first = text.charAt(0);
    for (int i = from; has(i + text.length()); i++) {
      if (chars[next + i] == first && matches(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(String text, int at) {
    for (int i = 1; i < text.length(); i++) {
      if (chars[next + at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean has(int count) throws IOException {
    while (limit - next < count && !ended && count <= FARTHEST) {
      fill(count);
    }
    return limit - next >= count;
  }

  private void fill(int wanted) throws IOException {
    if (next + Math.max(wanted, 1) > chars.length - 1024 || next > chars.length / 2) {
      int size = Math.max(chars.length, Math.min(2 * FARTHEST, Integer.highestOneBit(wanted) * 4));
      var moved = size == chars.length ? chars : new char[size];
      System.arraycopy(chars, next, moved, 0, limit - next);
      chars = moved;
      limit -= next;
      next = 0;
    }
    int read = in.read(chars, limit, chars.length - limit);
    if (read < 0) {
      ended = true;
      return;
    }
    int to = limit;
    for (int i = limit; i < limit + read; i++) {
      if (TextRepair.isAllowed(chars[i])) {
        chars[to++] = chars[i];
      } else {
        findings.add(Finding.INVALID_CHARACTER, line, "U+%04X".formatted((int) chars[i]));
      }
    }
    limit = to;
  }
}
