package io.moderato.review;

import java.time.Instant;
import java.util.List;

/**
 * What an act on many would be done to.
 *
 * @param count counted up to one more than {@link Selection#MOST}
 * @param sample a few of them
 * @param asOf to be given with the act, so that what arrives later is left alone
 */
public record BulkPreview(int count, List<QueueRow> sample, Instant asOf) {
  public BulkPreview {
    sample = List.copyOf(sample);
  }
}
