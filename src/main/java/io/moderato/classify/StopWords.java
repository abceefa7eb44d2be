package io.moderato.classify;

import io.moderato.comment.TextFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells a language by its commonest words. Looked up by the hash that each token has anyway, so that 60 words take less than a
 * microsecond.
 */
final class StopWords {
  private static final String RESOURCE = "/language/stop-words.txt";
  private static final int TABLE = 1 << 12;
  private static final int FEWEST_WORDS = 3;
  private static final int MOST_WORDS = 200;

  /** A language needs this share of the words, and this lead over the next. */
  private static final double SHARE = 0.2;

  private static final double LEAD = 1.3;

  private static final StopWords INSTANCE = new StopWords();

  private final List<String> languages = new ArrayList<>();
  private final int[] hashes = new int[TABLE];

  /** A bit for each language that has the word; 0 marks a free place. */
  private final int[] owners = new int[TABLE];

  private StopWords() {
    try (InputStream in = StopWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the program");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .forEach(this::addLanguage);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line is a language's code, a colon, and its words. */
  private void addLanguage(String line) {
    int colon = line.indexOf(':');
    int owner = 1 << languages.size();
    languages.add(line.substring(0, colon));
    var words = new CommentFeatures();
    words.extract(line.substring(colon + 1), TextFormat.TEXT);
    var folded = words.folded();
    for (int token = 0; token < folded.tokenCount; token++) {
      int place = place(folded.tokenHashes[token]);
      hashes[place] = folded.tokenHashes[token];
      owners[place] |= owner;
    }
  }

  private int place(int hash) {
    int place = hash & (TABLE - 1);
    while (owners[place] != 0 && hashes[place] != hash) {
      place = (place + 1) & (TABLE - 1);
    }
    return place;
  }

  /** Whether the token is a stop-word of any language. */
  static boolean contain(int tokenHash) {
    return INSTANCE.owners[INSTANCE.place(tokenHash)] != 0;
  }

  /** The language whose stop-words prevail, or unknown. */
  static String languageOf(FoldedText text) {
    return INSTANCE.prevailing(text);
  }

  private String prevailing(FoldedText text) {
    if (text.words < FEWEST_WORDS) {
      return LanguageGuess.UNKNOWN;
    }
    int[] counts = new int[languages.size()];
    int tokens = Math.min(text.tokenCount, MOST_WORDS);
    for (int token = 0; token < tokens; token++) {
      int bits = owners[place(text.tokenHashes[token])];
      while (bits != 0) {
        counts[Integer.numberOfTrailingZeros(bits)]++;
        bits &= bits - 1;
      }
    }
    int[] sorted = counts.clone();
    Arrays.sort(sorted);
    int most = sorted[sorted.length - 1];
    boolean clear = most >= 2
        && most >= SHARE * Math.min(text.words, MOST_WORDS)
        && most >= LEAD * sorted[sorted.length - 2];
    return clear ? languages.get(indexOf(counts, most)) : LanguageGuess.UNKNOWN;
  }

  private static int indexOf(int[] counts, int count) {
    int index = 0;
    while (counts[index] != count) {
      index++;
    }
    return index;
  }
}
