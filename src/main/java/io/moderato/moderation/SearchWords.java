package io.moderato.moderation;

import static java.util.stream.Collectors.joining;

import io.moderato.classify.FoldedWords;
import io.moderato.comment.TextFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a held comment is found, folded to one spelling: those of its author's name, and of its text as many as an index
 * takes, each once.
 */
final class SearchWords {
  /** Of a {@link #line}, in UTF-16 code units: a longer one would not be indexed. */
  private static final int LONGEST_LINE = 512;

  private static final int LONGEST = 40;

  /** Of the text, in UTF-16 code units. */
  private static final int MOST_TEXT = 4000;

  private SearchWords() {}

  static List<String> of(String text, TextFormat format, @Nullable String name) {
    var words = new LinkedHashSet<String>();
    if (name != null) {
      add(words, FoldedWords.fold(begin(name)));
    }
    add(words, FoldedWords.of(begin(text), format).text());
    int length = 1;
    var begin = new ArrayList<String>();
    for (var word : words) {
      length += word.length() + 1;
      if (length > LONGEST_LINE) {
        break;
      }
      begin.add(word);
    }
    return begin;
  }

  /** Words as they are stored: one after the other, with a space before and behind each, so that a word with its spaces is found as such. */
  static String line(List<String> words) {
    return words.stream().collect(joining(" ", " ", " "));
  }

  /** What somebody types to search for. */
  static List<String> of(String typed) {
    return of(typed, TextFormat.TEXT, null);
  }

  private static void add(Set<String> words, String folded) {
    for (var word : folded.split(" ")) {
      if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
        words.add(word.length() > LONGEST ? word.substring(0, LONGEST) : word);
      }
    }
  }

  private static String begin(String text) {
    return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
  }
}
