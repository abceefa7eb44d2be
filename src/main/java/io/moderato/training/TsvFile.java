package io.moderato.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of tab-separated fields, gzip-compressed if its name ends in {@code .gz}: UTF-8, a header line, lines ended by
 * {@code \n}, no quoting. In a field a backslash is written {@code \\}, a tab {@code \t}, a line feed {@code \n} and a carriage
 * return {@code \r}.
 */
public final class TsvFile {
  private TsvFile() {}

  /**
   * Reads row by row.
   *
   * @param broken told of each row that has too few or too many fields, an unknown escape, or at which {@code rows} threw a
   *     {@link BrokenRowException}
   */
  public static void read(Path file, BrokenRows broken, Consumer<TsvRow> rows) throws IOException {
    try (var in = Files.newInputStream(file)) {
      read(file, in, broken, rows);
    }
  }

  /**
   * Reads a file that is already open.
   *
   * @param file its name, for what is told of broken rows
   */
  static void read(Path file, InputStream bytes, BrokenRows broken, Consumer<TsvRow> rows)
      throws IOException {
    try (var in = unpacked(file, bytes);
        var lines = new BufferedReader(new InputStreamReader(
            in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)))) {
      String header = line(lines);
      if (header == null) {
        throw new IOException("%s is empty; expected a header line".formatted(file));
      }
      List<String> columns = List.of(header.split("\t", -1));
      long number = 2;
      for (String line = line(lines); line != null; line = line(lines)) {
        try {
          rows.accept(row(file, number, columns, line));
        } catch (BrokenRowException e) {
          broken.met(e);
        }
        number++;
      }
    }
  }

  private static InputStream unpacked(Path file, InputStream raw) throws IOException {
    return file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  /** Up to the next line feed only: a carriage return, bare or before it, is part of the text. */
  private static @Nullable String line(BufferedReader in) throws IOException {
    var line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      line.append((char) c);
      c = in.read();
    }
    return line.toString();
  }

  private static TsvRow row(Path file, long number, List<String> columns, String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != columns.size()) {
      int last = Math.min(fields.length, columns.size()) - 1;
      throw new BrokenRowException(
          file,
          number,
          columns.get(last),
          "expected %d fields, were %d".formatted(columns.size(), fields.length));
    }
    for (int i = 0; i < fields.length; i++) {
      fields[i] = unescaped(file, number, columns.get(i), fields[i]);
    }
    return new TsvRow(file, number, columns, fields);
  }

  private static String unescaped(Path file, long number, String column, String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    var text = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\') {
        i++;
        char escaped = i < field.length() ? field.charAt(i) : 0;
        text.append(
            switch (escaped) {
              case '\\' -> '\\';
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default ->
                throw new BrokenRowException(
                    file,
                    number,
                    column,
                    "a backslash at character %d is no \\\\, \\t, \\n or \\r".formatted(i));
            });
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
