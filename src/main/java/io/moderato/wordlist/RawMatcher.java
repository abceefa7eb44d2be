package io.moderato.wordlist;

import io.moderato.signals.ListHit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds entries as they stand, whatever the case, wherever they stand: in what a person sees, and in the text as sent where markup makes
 * that another. Immutable.
 */
final class RawMatcher {
  private final LiteralTable table;
  private final List<String> written;

  /** @param entries as written, by what is looked for */
  private RawMatcher(Map<String, String> entries) {
    this.table = new LiteralTable(List.copyOf(entries.keySet()));
    this.written = List.copyOf(entries.values());
  }

  /** Gathers entries and makes a matcher of them. */
  static final class Builder {
    private final Map<String, String> entries = new LinkedHashMap<>();

    void add(String written, Entry.Raw raw) {
      entries.putIfAbsent(raw.lowerCase(), written);
    }

    RawMatcher build() {
      return new RawMatcher(entries);
    }
  }

  void find(String list, Searched searched, Hits hits) {
    if (table.isEmpty()) {
      return;
    }
    var read = searched.words().read();
    find(
        read.seen(),
        (index, begin, end) ->
            hits.add(hit(list, index, searched, read.begin(begin), read.end(end - 1))),
        hits);
    if (!read.sent().equals(read.seen())) {
      find(
          read.sent(),
          (index, begin, end) -> hits.add(hit(list, index, searched, begin, end)),
          hits);
    }
  }

  private void find(String text, LiteralTable.Found found, Hits hits) {
    var lower = LowerCase.of(text);
    for (int at = 0; at < lower.length() && !hits.isFull(); at++) {
      table.find(lower, at, found);
    }
  }

  private ListHit hit(String list, int index, Searched searched, int begin, int end) {
    return new ListHit(list, written.get(index), searched.field().word(), begin, end);
  }
}
