package io.moderato.phrase;

import java.util.ArrayList;
import java.util.List;

/** Numbers the words that phrases are made of, from 1 on; every other word is {@link #OTHER}. Looked up without making a string. */
final class Vocabulary {
  static final int OTHER = 0;

  private final List<String> words = new ArrayList<>(List.of(""));
  private int[] table = new int[1 << 10];

  /** The word's number; a new one if it has none yet. */
  int add(String word) {
    int known = number(word, 0, word.length());
    if (known != OTHER) {
      return known;
    }
    words.add(word);
    if (words.size() * 3 > table.length) {
      table = new int[table.length * 2];
      for (int number = 1; number < words.size(); number++) {
        enter(number);
      }
    } else {
      enter(words.size() - 1);
    }
    return words.size() - 1;
  }

  private void enter(int number) {
    var word = words.get(number);
    int place = place(hash(word, 0, word.length()));
    while (table[place] != OTHER) {
      place = (place + 1) & (table.length - 1);
    }
    table[place] = number;
  }

  /** The number of the word between the offsets. */
  int number(String text, int begin, int end) {
    return number(text, begin, end, hash(text, begin, end));
  }

  /** @param hash of the word, code unit by code unit */
  int number(String text, int begin, int end, int hash) {
    int place = place(hash);
    while (table[place] != OTHER) {
      var word = words.get(table[place]);
      if (word.length() == end - begin && text.startsWith(word, begin)) {
        return table[place];
      }
      place = (place + 1) & (table.length - 1);
    }
    return OTHER;
  }

  int size() {
    return words.size();
  }

  private static int hash(String text, int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      hash = hash(hash, text.charAt(i));
    }
    return hash;
  }

  /** The hash of a beginning of a word and one more code unit; 0 is that of no code unit. */
  static int hash(int beginning, char unit) {
    return beginning * 31 + unit;
  }

  private int place(int hash) {
    return (hash ^ (hash >>> 15)) & (table.length - 1);
  }
}
