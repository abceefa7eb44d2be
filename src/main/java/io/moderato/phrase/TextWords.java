package io.moderato.phrase;

import io.moderato.classify.FoldedWords;
import java.util.Arrays;

/**
 * The words of one text as numbers, in order: which sentence each stands in, and whether inside quotation marks. Emoji and other
 * symbols are passed over. A scratch pad, overwritten by each text; not thread-safe.
 */
final class TextWords {
  /** Fewer words outside them than this, and quotation marks are no more than decoration. */
  private static final int FEWEST_OUTSIDE = 3;

  private final Vocabulary vocabulary;
  private FoldedWords folded;
  private int[] numbers = new int[256];
  private int[] begins = new int[256];
  private int[] ends = new int[256];
  private int[] sentences = new int[256];
  private boolean[] quoted = new boolean[256];
  private int count;

  TextWords(Vocabulary vocabulary, FoldedWords first) {
    this.vocabulary = vocabulary;
    this.folded = first;
  }

  void read(FoldedWords text) {
    folded = text;
    count = 0;
    var words = text.text();
    int begin = 0;
    while (begin < words.length()) {
      int hash = 0;
      int end = begin;
      for (; end < words.length() && words.charAt(end) != ' '; end++) {
        hash = Vocabulary.hash(hash, words.charAt(end));
      }
      if (Character.isLetterOrDigit(words.codePointAt(begin))) {
        add(vocabulary.number(words, begin, end, hash), begin, end);
      }
      begin = end + 1;
    }
    punctuate();
  }

  private void add(int number, int begin, int end) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
      begins = Arrays.copyOf(begins, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      sentences = new int[2 * count];
      quoted = new boolean[2 * count];
    }
    numbers[count] = number;
    begins[count] = begin;
    ends[count] = end;
    count++;
  }

  /** Walks over the text as people see it once, beside the words, to find sentences and quotations. */
  private void punctuate() {
    var read = folded.read();
    var seen = read.seen();
    var marks = new Quotation();
    int sentence = 0;
    int at = 0;
    for (int word = 0; word < count; word++) {
      int begin = folded.begin(begins[word]);
      int end = folded.end(ends[word] - 1);
      for (; at < seen.length() && read.begin(at) < begin; at++) {
        if (endsSentence(seen, at)) {
          sentence++;
        }
        marks.pass(seen, at);
      }
      sentences[word] = sentence;
      quoted[word] = marks.isOpen();
      while (at < seen.length() && read.begin(at) < end) {
        at++;
      }
    }
    for (; at < seen.length() && marks.isOpen(); at++) {
      marks.pass(seen, at);
    }
    keepQuotes(marks.isOpen());
  }

  /** Forgets quotation marks that are never closed, and those around nearly everything. */
  private void keepQuotes(boolean open) {
    int outside = 0;
    for (int word = 0; word < count; word++) {
      outside += quoted[word] ? 0 : 1;
    }
    if (outside < FEWEST_OUTSIDE) {
      Arrays.fill(quoted, 0, count, false);
    }
    for (int word = count - 1; open && word >= 0 && quoted[word]; word--) {
      quoted[word] = false;
    }
  }

  /** A full stop inside a word, an address or a number ends nothing. */
  private static boolean endsSentence(String seen, int at) {
    return switch (seen.charAt(at)) {
      case '!', '?', ';', '…', '。' -> true;
      case '.' -> at + 1 == seen.length() || !Character.isLetterOrDigit(seen.charAt(at + 1));
      case '\n' -> at > 0 && seen.charAt(at - 1) == '\n';
      default -> false;
    };
  }

  int count() {
    return count;
  }

  int number(int word) {
    return numbers[word];
  }

  int sentence(int word) {
    return sentences[word];
  }

  boolean isQuoted(int word) {
    return quoted[word];
  }

  /** Where the word begins in the text as sent. */
  int begin(int word) {
    return folded.begin(begins[word]);
  }

  /** Where the word ends in the text as sent, exclusive. */
  int end(int word) {
    return folded.end(ends[word] - 1);
  }
}
