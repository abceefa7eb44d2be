package io.moderato.wordlist;

import io.moderato.comment.Author;
import io.moderato.comment.TextFormat;
import io.moderato.signals.ListHit;
import java.time.Instant;
import java.util.List;

/** Lists for tests. */
public final class WordLists {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

  private WordLists() {}

  static WordList list(String... entries) {
    return list(ListFormat.WORDS, entries);
  }

  static WordList list(ListFormat format, String... entries) {
    return new WordList(
        ListOwner.OPERATOR, "test", "", format, format.usualFields(), List.of(entries), 1, NOW);
  }

  static ListsFound find(WordList list, String text, TextFormat format, Author author) {
    return new SiteLists(List.of(CompiledList.of(list))).find(Searched.text(text, format), author);
  }

  /** The stretches of the text that were hit, in reading order. */
  static List<String> hits(WordList list, String text, TextFormat format) {
    return find(list, text, format, Author.UNKNOWN).hits().hits().stream()
        .map(hit -> text.substring(hit.begin(), hit.end()))
        .toList();
  }

  static List<String> hits(String text, String... entries) {
    return hits(list(entries), text, TextFormat.TEXT);
  }

  static List<String> entriesHit(WordList list, String text) {
    return find(list, text, TextFormat.TEXT, Author.UNKNOWN).hits().hits().stream()
        .map(ListHit::entry)
        .toList();
  }
}
