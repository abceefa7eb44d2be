package io.moderato.phrase;

/**
 * Runs a {@link PhraseGraph} over the words of a text, once. No phrase reaches beyond a sentence; of several readings the one that
 * begins last is taken. A scratch pad; not thread-safe.
 */
final class PhraseScan {
  /** Takes what was found. */
  interface Finds {
    /** A phrase is complete: the words from {@code begin} to {@code end}, both inclusive. Ends never go back. */
    void found(int mark, int begin, int end);
  }

  private static final Finds NOTHING = (mark, begin, end) -> {};

  private final PhraseGraph graph;
  private final int[] stamps;
  private final int[] places;
  private int[] states;
  private int[] begins;
  private int[] nextStates;
  private int[] nextBegins;
  private int alive;
  private int next;
  private int stamp;

  PhraseScan(PhraseGraph graph) {
    this.graph = graph;
    this.stamps = new int[graph.states()];
    this.places = new int[graph.states()];
    this.states = new int[graph.states()];
    this.begins = new int[graph.states()];
    this.nextStates = new int[graph.states()];
    this.nextBegins = new int[graph.states()];
  }

  void run(TextWords text, Finds finds) {
    alive = 0;
    for (int word = 0; word < text.count(); word++) {
      if (word == 0 || text.sentence(word) != text.sentence(word - 1)) {
        endSentence(word - 1, finds);
        beginSentence(word);
      }
      int number = text.number(word);
      begin();
      for (int i = 0; i < alive; i++) {
        if (!graph.barriers()[number]) {
          enter(graph.any()[states[i]], begins[i]);
        }
        step(states[i], number, begins[i]);
      }
      step(0, number, word);
      end(word, finds);
    }
    endSentence(text.count() - 1, finds);
  }

  private void beginSentence(int word) {
    begin();
    step(0, graph.sentenceBegin(), word);
    end(word, NOTHING);
  }

  private void endSentence(int lastWord, Finds finds) {
    begin();
    for (int i = 0; i < alive; i++) {
      step(states[i], graph.sentenceEnd(), begins[i]);
    }
    end(lastWord, finds);
  }

  private void begin() {
    next = 0;
    stamp++;
  }

  private void end(int word, Finds finds) {
    for (int i = 0; i < next; i++) {
      for (int mark : graph.marks()[nextStates[i]]) {
        finds.found(mark, nextBegins[i], word);
      }
    }
    swap();
    alive = next;
  }

  private void step(int state, int number, int begin) {
    if (number != Vocabulary.OTHER) {
      enter(graph.next(state, number), begin);
    }
  }

  private void enter(int[] entered, int begin) {
    for (int state : entered) {
      if (stamps[state] == stamp) {
        nextBegins[places[state]] = Math.max(nextBegins[places[state]], begin);
      } else {
        stamps[state] = stamp;
        places[state] = next;
        nextStates[next] = state;
        nextBegins[next] = begin;
        next++;
      }
    }
  }

  private void swap() {
    int[] oldStates = states;
    int[] oldBegins = begins;
    states = nextStates;
    begins = nextBegins;
    nextStates = oldStates;
    nextBegins = oldBegins;
  }
}
