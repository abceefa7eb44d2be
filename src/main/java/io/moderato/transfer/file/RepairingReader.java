package io.moderato.transfer.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/**
 * Reads UTF-8, and what is no UTF-8 as Windows-1252, byte by byte. Surrogates that were each encoded on their own (CESU-8, as old databases write
 * emoji) become one character again, being a pair.
 */
final class RepairingReader extends Reader {
  private static final int BYTES = 1 << 16;

  private final InputStream in;
  private final Findings findings;
  private final boolean isExpected;
  private final byte[] bytes = new byte[BYTES];
  private int next;
  private int limit;
  private boolean ended;
  private int pendingLow = -1;
  private long line = 1;

  /** @param isExpected whether bytes that are no UTF-8 are nothing to tell of */
  RepairingReader(InputStream in, Findings findings, boolean isExpected) {
    this.in = in;
    this.findings = findings;
    this.isExpected = isExpected;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int written = 0;
    while (written < length) {
      if (pendingLow >= 0) {
        into[offset + written++] = (char) pendingLow;
        pendingLow = -1;
        continue;
      }
      if (limit - next < 4 && !ended) {
        if (written > 0 && limit == next) {
          return written;
        }
        fill();
      }
      if (next == limit) {
        return written == 0 ? -1 : written;
      }
      int first = bytes[next] & 0xff;
      if (first < 0x80) {
        if (first == '\n') {
          line++;
        }
        into[offset + written++] = (char) first;
        next++;
      } else {
        written = other(first, into, offset, written);
      }
    }
    return written;
  }

  private int other(int first, char[] into, int offset, int written) {
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
    int point = decoded(first, length);
    if (point < 0) {
      into[offset + written] = TextRepair.windows1252(first);
      if (!isExpected) {
        findings.add(Finding.INVALID_BYTES, line, "0x%02x".formatted(first));
      }
      next++;
      return written + 1;
    }
    next += length;
    if (point > 0xffff) {
      into[offset + written] = Character.highSurrogate(point);
      pendingLow = Character.lowSurrogate(point);
    } else {
      into[offset + written] = (char) point;
    }
    return written + 1;
  }

  /** Negative for what is no UTF-8. */
  private int decoded(int first, int length) {
    if (length == 1 || first > 0xf4 || next + length > limit) {
      return -1;
    }
    int point = first & (0xff >> (length + 1));
    for (int i = 1; i < length; i++) {
      int follower = bytes[next + i] & 0xff;
      if ((follower & 0xc0) != 0x80) {
        return -1;
      }
      point = point << 6 | follower & 0x3f;
    }
    var tooShort = length == 3 && point < 0x800 || length == 4 && point < 0x10000;
    return tooShort || point > 0x10ffff ? -1 : point;
  }

  private void fill() throws IOException {
    System.arraycopy(bytes, next, bytes, 0, limit - next);
    limit -= next;
    next = 0;
    while (limit < 4 && !ended) {
      int read = in.read(bytes, limit, bytes.length - limit);
      if (read < 0) {
        ended = true;
      } else {
        limit += read;
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
