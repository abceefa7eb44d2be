package io.moderato.moderation;

import io.moderato.classify.FoldedWords;
import io.moderato.comment.TextFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words by which a held comment is found, folded to one spelling: those of its text's begin, and of its author's name. */
final class SearchWords {
  private static final int MOST = 64;
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
    return words.stream().limit(MOST).toList();
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
