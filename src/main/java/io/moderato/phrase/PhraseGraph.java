package io.moderato.phrase;

/**
 * All phrases as one automaton without a single reading: a state is a beginning that phrases share, and several are alive at once.
 * Steps that cost no word are resolved already. State 0 is the begin.
 *
 * @param symbols by state: numbers of the words that lead on, ascending
 * @param targets by state, for each of its symbols: the states it leads to
 * @param any by state: the states that any word leads to
 * @param marks by state: numbers of what is complete there
 * @param barriers by word: whether "any word" excludes it
 */
record PhraseGraph(
    Vocabulary vocabulary,
    int[][] symbols,
    int[][][] targets,
    int[][] any,
    int[][] marks,
    boolean[] barriers) {
  /** A word that no text holds: it stands before the first word of a sentence. */
  static final String BEGIN = "^";

  /** A word that no text holds: it stands behind the last word of a sentence. */
  static final String END = "$";

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
