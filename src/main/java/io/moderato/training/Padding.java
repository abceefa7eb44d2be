package io.moderato.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Innocent words around a text, by which spam and abuse are hidden: 150 of them, from good comments drawn at random. */
final class Padding {
  /** Where the words stand. */
  enum Place {
    BEFORE,
    AFTER,
    AROUND
  }

  static final int WORDS = 150;

  private final List<String> innocents;
  private final Random random;

  /**
   * Draws from texts.
   *
   * @param innocents good comments, at least one of which has a word
   */
  Padding(List<String> innocents, long seed) {
    this.innocents = innocents;
    this.random = new Random(seed);
  }

  /** The text with words of other comments. */
  String pad(String text, Place place) {
    return switch (place) {
      case BEFORE -> words(WORDS) + " " + text;
      case AFTER -> text + " " + words(WORDS);
      case AROUND -> words(WORDS / 2) + " " + text + " " + words(WORDS - WORDS / 2);
    };
  }

  /** So many words of comments, joined. */
  String words(int count) {
    List<String> words = new ArrayList<>();
    while (words.size() < count) {
      String text = innocents.get(random.nextInt(innocents.size())).strip();
      for (String word : text.split("\\s+")) {
        if (words.size() < count && !word.isEmpty()) {
          words.add(word);
        }
      }
    }
    return String.join(" ", words);
  }
}
