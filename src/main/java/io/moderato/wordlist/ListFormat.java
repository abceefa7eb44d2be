package io.moderato.wordlist;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How the entries of a list are read. */
public enum ListFormat {
  /** Words and phrases at word boundaries, wildcards, regular expressions, domains, exceptions; see {@link EntryReader}. */
  WORDS(EnumSet.of(ListField.TEXT, ListField.URL)),
  /** As WordPress reads its disallowed keys: each entry is found anywhere, inside words too, whatever the case. */
  WORDPRESS(EnumSet.allOf(ListField.class));

  private final Set<ListField> fields;

  ListFormat(Set<ListField> fields) {
    this.fields = Set.copyOf(fields);
  }

  /** @throws IllegalArgumentException for a word that is no format */
  public static ListFormat of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where a list of this format is looked for unless it says otherwise. */
  public Set<ListField> usualFields() {
    return fields;
  }
}
