package io.moderato.wordlist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list as people keep it in a file: one entry a line, empty lines, and lines that begin with {@code #} for people only. WordPress knows no
 * such lines; there a {@code #} is an entry like any other.
 *
 * @param entries each once, without white space around
 * @param lines of each entry, its line's number
 */
public record ListFile(List<String> entries, List<Integer> lines) {
  /** Reads any text; whether its entries can be read shows when they are compiled. */
  public static ListFile read(String text, ListFormat format) {
    Map<String, Integer> entries = new LinkedHashMap<>();
    int number = 0;
    for (var line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (!EntryReader.isComment(line, format)) {
        entries.putIfAbsent(line.strip(), number);
        if (entries.size() > WordList.MOST_ENTRIES) {
          break; // as many as it takes to be too many
        }
      }
    }
    return new ListFile(new ArrayList<>(entries.keySet()), new ArrayList<>(entries.values()));
  }
}
