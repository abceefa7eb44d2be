package io.moderato.wordlist;

import io.moderato.classify.FoldedWords;
import io.moderato.comment.Author;
import io.moderato.comment.TextFormat;
import io.moderato.signals.FoundLink;
import io.moderato.signals.LinkFinder;
import java.util.ArrayList;
import java.util.List;

/**
 * What lists are looked for in: a comment's text, or what is told of its author.
 *
 * @param links of the words' text, in reading order
 */
public record Searched(ListField field, FoldedWords words, List<FoundLink> links) {
  /** The text as it was classified. */
  public static Searched text(FoldedWords words, List<FoundLink> links) {
    return new Searched(ListField.TEXT, words, links);
  }

  public static Searched text(String text, TextFormat format) {
    var words = FoldedWords.of(text, format);
    return text(words, LinkFinder.find(words.read()));
  }

  /** What is told of the author, each by itself. */
  static List<Searched> of(Author author) {
    var all = new ArrayList<Searched>();
    for (var field : ListField.values()) {
      var told = field.of(author);
      if (told != null && !told.isEmpty()) {
        var words = FoldedWords.of(told, TextFormat.TEXT);
        all.add(new Searched(field, words, LinkFinder.find(words.read())));
      }
    }
    return all;
  }
}
