package io.moderato.classify;

import io.moderato.comment.TextFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells a language by its commonest words, and by its letters that English does without. Words are looked up by the hash that
 * each token has anyway, so that 60 of them take less than a microsecond.
 */
final class StopWords {
  private static final String WORDS = "/language/stop-words.txt";
  private static final String LETTERS = "/language/letters.txt";
  private static final int TABLE = 1 << 13;
  private static final int MOST_WORDS = 200;
  private static final int LAST_LETTER = 0x1EFF; // of Latin Extended Additional

  /** A word or letter has one vote, divided among the languages that have it. */
  private static final int VOTE = 60;

  /** Letters may be a name's: only the first three of a text have votes. */
  private static final int MOST_LETTERS = 3;

  /** A language needs one word of its own, or the like; this share of the words; and this lead over the next. */
  private static final int FEWEST_VOTES = VOTE;

  private static final double SHARE = 0.1;

  private static final double LEAD = 1.5;

  private static final StopWords INSTANCE = new StopWords();

  private final List<String> languages = new ArrayList<>();
  private final int[] hashes = new int[TABLE];

  /** A bit for each language that has the word; 0 marks a free place. */
  private final int[] owners = new int[TABLE];

  private final int[] letterOwners = new int[LAST_LETTER + 1];

  private StopWords() {
    lines(WORDS).forEach(this::addLanguage);
    lines(LETTERS).forEach(this::addLetters);
  }

  private static List<String> lines(String resource) {
    try (InputStream in = StopWords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
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

  /** A line is the code of a language that has words, a colon, and its letters. */
  private void addLetters(String line) {
    int colon = line.indexOf(':');
    int owner = 1 << languages.indexOf(line.substring(0, colon));
    line.substring(colon + 1).strip().chars().forEach(letter -> letterOwners[letter] |= owner);
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

  /**
   * The language that words and letters speak for, or unknown.
   *
   * @param text folded, with its tokens hashed
   * @param seen the same before folding, accents and all
   */
  static String languageOf(FoldedText text, String seen) {
    return INSTANCE.prevailing(text, seen);
  }

  private String prevailing(FoldedText text, String seen) {
    int[] votes = new int[languages.size()];
    int tokens = Math.min(text.tokenCount, MOST_WORDS);
    for (int token = 0; token < tokens; token++) {
      vote(owners[place(text.tokenHashes[token])], votes);
    }
    if (text.foreignLetters > 0) {
      voteByLetters(seen, votes);
    }
    int[] sorted = votes.clone();
    Arrays.sort(sorted);
    int most = sorted[sorted.length - 1];
    int words = Math.min(text.words, MOST_WORDS);
    boolean clear = most >= FEWEST_VOTES
        && most >= SHARE * VOTE * words
        && most >= LEAD * sorted[sorted.length - 2];
    return clear ? languages.get(indexOf(votes, most)) : LanguageGuess.UNKNOWN;
  }

  private static void vote(int owners, int[] votes) {
    int each = owners == 0 ? 0 : VOTE / Integer.bitCount(owners);
    for (int bits = owners; bits != 0; bits &= bits - 1) {
      votes[Integer.numberOfTrailingZeros(bits)] += each;
    }
  }

  private void voteByLetters(String seen, int[] votes) {
    int end = Math.min(seen.length(), MOST_WORDS);
    int voted = 0;
    for (int i = 0; i < end && voted < MOST_LETTERS; i++) {
      char letter = Character.toLowerCase(seen.charAt(i));
      if (letter <= LAST_LETTER && letterOwners[letter] != 0) {
        vote(letterOwners[letter], votes);
        voted++;
      }
    }
  }

  private static int indexOf(int[] counts, int count) {
    int index = 0;
    while (counts[index] != count) {
      index++;
    }
    return index;
  }
}
