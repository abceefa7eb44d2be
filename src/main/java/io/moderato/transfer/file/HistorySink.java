package io.moderato.transfer.file;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes what a file holds, in the file's order; it may take its time. */
public interface HistorySink {
  void post(OldPost post);

  void comment(OldComment comment);

  /**
   * A line of Moderato's own form, as it stands.
   *
   * @param line where it stands in the file
   */
  void line(JsonNode json, long line);
}
