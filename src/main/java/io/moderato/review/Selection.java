package io.moderato.review;

import java.time.Instant;
import java.util.List;

/** Which comments an act on many is meant for. */
public sealed interface Selection {
  /** At most so many at once. */
  int MOST = 10_000;

  /** @param picks each once */
  record Picked(List<Pick> picks) implements Selection {
    public Picked {
      picks = picks.stream().distinct().toList();
    }
  }

  /** @param asOf what began to wait later was not seen, and is not meant */
  record Filtered(QueueQuery query, Instant asOf) implements Selection {}
}
