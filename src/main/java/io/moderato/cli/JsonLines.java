package io.moderato.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a stream line by line in constant memory: a line that is too long or no UTF-8 says so and is passed over. */
final class JsonLines {
  /** A comment of 64 KiB with each unit escaped, and its post. */
  private static final int LONGEST = 1 << 20;

  private final BufferedInputStream in;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long number;

  JsonLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * A line of the input.
   *
   * @param number counted from 1
   * @param text empty if it can't be read
   * @param error why it can't be read; empty if it can
   */
  record Line(long number, String text, String error) {
    static Line unreadable(long number, String error) {
      return new Line(number, "", error);
    }
  }

  /** The next line, or empty at the end. */
  Optional<Line> next() throws IOException {
    bytes.reset();
    int length = 0;
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next >= 0 && next != '\n') {
      if (length < LONGEST) {
        bytes.write(next);
      }
      length++;
      next = in.read();
    }
    number++;
    return Optional.of(length > LONGEST ? Line.unreadable(number, "longer than 1 MiB") : decode());
  }

  /** Whether a line may be had without waiting. */
  boolean ready() throws IOException {
    return in.available() > 0;
  }

  private Line decode() {
    try {
      var text = StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
      return new Line(number, text.startsWith("\uFEFF") ? text.substring(1) : text, "");
    } catch (CharacterCodingException e) {
      return Line.unreadable(number, "not UTF-8");
    }
  }
}
