package io.moderato.wordlist;

import java.time.Instant;
import java.util.Set;

/** A {@link WordList} without its entries. */
public record ListSummary(
    ListOwner owner,
    String name,
    String description,
    ListFormat format,
    Set<ListField> fields,
    int size,
    int version,
    Instant updatedAt) {
  public ListSummary {
    fields = Set.copyOf(fields);
  }
}
