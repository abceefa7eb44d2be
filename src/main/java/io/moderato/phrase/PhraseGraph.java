package io.moderato.phrase;

import java.util.Arrays;

/**
 * All phrases as one automaton without a single reading: a state is a beginning that phrases share, and several are alive at once.
 * Steps that cost no word are resolved already. State 0 is the begin.
 *
 * @param first by word: the states that it leads to from the begin
 * @param filters by state: a bit for each of its symbols, by their last six bits
 * @param symbols by state: numbers of the words that lead on, ascending
 * @param targets by state, for each of its symbols: the states it leads to
 * @param any by state: the states that any word leads to
 * @param marks by state: numbers of what is complete there
 * @param barriers by word: whether "any word" excludes it
 */
record PhraseGraph(
    Vocabulary vocabulary,
    int[][] first,
    long[] filters,
    int[][] symbols,
    int[][][] targets,
    int[][] any,
    int[][] marks,
    boolean[] barriers) {
  /** A word that no text holds: it stands before the first word of a sentence. */
  static final String BEGIN = "^";

  /** A word that no text holds: it stands behind the last word of a sentence. */
  static final String END = "$";

  static final int[] NOWHERE = {};

  /** The states to which a word leads. */
  int[] next(int state, int word) {
    if (state == 0) {
      return first[word];
    }
    if ((filters[state] >>> word & 1) == 0) {
      return NOWHERE;
    }
    int found = Arrays.binarySearch(symbols[state], word);
    return found < 0 ? NOWHERE : targets[state][found];
  }

  int sentenceBegin() {
    return vocabulary.number(BEGIN, 0, 1);
  }

  int sentenceEnd() {
    return vocabulary.number(END, 0, 1);
  }

  int states() {
    return symbols.length;
  }
}
