package io.moderato.wordlist;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A list by the name that policies know it by. What becomes of a hit is the policy's matter.
 *
 * @param description for people
 * @param entries as people wrote them, each once, in their order; each can be read in the format
 * @param version 1 at first; grows with every change
 */
public record WordList(
    ListOwner owner,
    String name,
    String description,
    ListFormat format,
    Set<ListField> fields,
    List<String> entries,
    int version,
    Instant updatedAt) {
  /** So that a list stays a document, and its compiled form in memory. */
  public static final int MOST_ENTRIES = 100_000;

  public WordList {
    fields = Set.copyOf(fields);
    entries = List.copyOf(entries);
  }

  /** The next version, with other entries. */
  public WordList withEntries(List<String> entries, Instant at) {
    return new WordList(owner, name, description, format, fields, entries, version + 1, at);
  }

  /** All but the entries. */
  public ListSummary summary() {
    return new ListSummary(
        owner, name, description, format, fields, entries.size(), version, updatedAt);
  }
}
