package io.moderato.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ObjLongConsumer;

/** Lines that wait in a file of their own. */
final class WaitingLines implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final BufferedWriter writer;
  private long count;

  WaitingLines() {
    try {
      file = Files.createTempFile("moderato-import", ".ndjson");
      writer = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long count() {
    return count;
  }

  /** @param line where it stands in the file that is imported */
  void add(ObjectNode json, long line) {
    try {
      writer.write(line + "\t" + json + "\n");
      count++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes them in their order; none can be added any more. */
  void forEach(ObjLongConsumer<ObjectNode> action) throws IOException {
    writer.close();
    try (var in = Files.newBufferedReader(file)) {
      for (var text = in.readLine(); text != null; text = in.readLine()) {
        int tab = text.indexOf('\t');
        action.accept(json(text.substring(tab + 1)), Long.parseLong(text.substring(0, tab)));
      }
    }
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalStateException("written by this process", e);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(file);
  }
}
