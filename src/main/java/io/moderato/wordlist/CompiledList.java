package io.moderato.wordlist;

import java.time.Instant;
import java.util.Set;

/** A list made ready to be found in many comments. Immutable, so that threads share it. */
public final class CompiledList {
  /** So that a list stays cheap: these are tried one by one. */
  static final int MOST_GLOBS = 500;

  private final String name;
  private final int version;
  private final Instant updatedAt;
  private final int size;
  private final Set<ListField> fields;
  private final PhraseMatcher phrases;
  private final RawMatcher raw;
  private final LinkMatcher links;
  private final RegexMatcher regexes;

  private CompiledList(WordList list, Builder builder) {
    this.name = list.name();
    this.version = list.version();
    this.updatedAt = list.updatedAt();
    this.size = list.entries().size();
    this.fields = list.fields();
    this.phrases = builder.phrases.build();
    this.raw = builder.raw.build();
    this.links = builder.links.build();
    this.regexes = builder.regexes.build();
  }

  /**
   * Reads every entry once.
   *
   * @throws InvalidEntryException for the first entry that can't be read, or is one too many of its kind
   */
  public static CompiledList of(WordList list) {
    var builder = new Builder();
    for (int i = 0; i < list.entries().size(); i++) {
      try {
        var entry = list.entries().get(i);
        builder.add(entry, EntryReader.read(entry, list.format()));
      } catch (InvalidEntryException e) {
        throw e.at(i);
      }
    }
    return new CompiledList(list, builder);
  }

  /** Gathers entries by what they are. */
  private static final class Builder {
    private final PhraseMatcher.Builder phrases = new PhraseMatcher.Builder();
    private final RawMatcher.Builder raw = new RawMatcher.Builder();
    private final LinkMatcher.Builder links = new LinkMatcher.Builder();
    private final RegexMatcher.Builder regexes = new RegexMatcher.Builder();

    void add(String written, Entry entry) {
      if (entry instanceof Entry.Phrase phrase) {
        phrases.add(written, phrase);
      } else if (entry instanceof Entry.Raw literal) {
        raw.add(written, literal);
      } else if (entry instanceof Entry.Site site) {
        links.add(written, site);
      } else if (entry instanceof Entry.Regex regex) {
        regexes.add(written, regex);
      }
      if (regexes.steps() > EntryReader.LARGEST_PROGRAM) {
        throw new InvalidEntryException(
            "is one regular expression too many: a list's may come to %d steps in all"
                .formatted(EntryReader.LARGEST_PROGRAM));
      }
      if (phrases.globs() > MOST_GLOBS) {
        throw new InvalidEntryException(
            "is one entry more with a * inside a word than the %d that a list may hold"
                .formatted(MOST_GLOBS));
      }
    }
  }

  public String name() {
    return name;
  }

  boolean isOf(ListSummary summary) {
    return version == summary.version() && updatedAt.equals(summary.updatedAt());
  }

  int size() {
    return size;
  }

  void find(Searched searched, Hits hits) {
    if (fields.contains(searched.field())) {
      phrases.find(name, searched, hits);
      raw.find(name, searched, hits);
      links.find(name, searched, hits);
      regexes.find(name, searched, hits);
    }
  }

  boolean looksAtAuthors() {
    return fields.stream().anyMatch(field -> field != ListField.TEXT);
  }
}
