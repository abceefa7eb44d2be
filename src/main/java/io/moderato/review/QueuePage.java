package io.moderato.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next to ask for the next page with; null where there is none */
public record QueuePage(List<QueueRow> rows, @Nullable String next) {
  public QueuePage {
    rows = List.copyOf(rows);
  }
}
