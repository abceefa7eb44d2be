package io.moderato.classify;

/**
 * Cuts folded characters into tokens: words (runs of letters and digits; apostrophes inside vanish, asterisks inside stay),
 * symbols, and bare links. Letters spaced or dotted apart (f u c k, b.u.y) become one word; letters repeated three times and
 * more become one or two.
 */
final class TokenCutter {
  /** Letters that English words hardly ever double: three of them stand for one, three of another for two. */
  private static final String SINGLE = "ahijkquvwxyz";

  private static final int LONGEST_GAP = 3;
  private static final int FEWEST_APART = 3;
  private static final int MOST_SIGNS = 3;

  private final MappedText from;
  private final FoldedText into;

  private TokenCutter(MappedText from, FoldedText into) {
    this.from = from;
    this.into = into;
  }

  static void cut(MappedText from, FoldedText into) {
    new TokenCutter(from, into).cut();
  }

  private void cut() {
    int at = 0;
    int number = 0;
    while (at < from.length) {
      byte kind = CharKind.at(from, at);
      switch (kind) {
        case CharKind.LETTER, CharKind.DIGIT -> {
          int end = word(at);
          number = isNumber(at, end) ? number + end - at : 0;
          into.longestNumber = Math.max(into.longestNumber, number);
          at = end;
        }
        case CharKind.SYMBOL -> at = symbol(at);
        case CharKind.LINK -> {
          int begin = into.beginToken();
          into.text.add(CharKind.LINK_CHAR, from.begins[at], from.ends[at]);
          into.endToken(begin, FoldedText.LINK);
          into.links++;
          at++;
        }
        default -> at++;
      }
    }
  }

  /** Adds the word that begins here, and gives where the rest begins. */
  private int word(int at) {
    int begin = into.beginToken();
    int end = lettersApart(at);
    if (end == at) {
      end = lettersTogether(at);
    }
    into.endToken(begin, FoldedText.WORD);
    into.words++;
    return end;
  }

  private int lettersTogether(int at) {
    int i = at;
    while (i < from.length) {
      int plain = plainEnd(i);
      if (plain > i) {
        into.text.addAll(from, i, plain);
        i = plain;
      } else if (isWordPart(i)) {
        i = repeated(i, at);
      } else {
        int next = insideWord(i);
        if (next == i) {
          break;
        }
        i = next;
      }
    }
    return i;
  }

  /** Where the first code unit is, from a place on, that is no part of a word, is repeated right behind it, or is the text's last. */
  private int plainEnd(int at) {
    int i = at;
    while (i + 1 < from.length && from.chars[i] != from.chars[i + 1] && isWordPart(i)) {
      i++;
    }
    return i;
  }

  /** Adds a code unit of a word and skips its repetitions. */
  private int repeated(int at, int wordBegin) {
    char unit = from.chars[at];
    int end = at + 1;
    while (end < from.length && from.chars[end] == unit) {
      end++;
    }
    int count = end - at;
    int kept = count;
    if (count > 2 && CharKind.at(from, at) == CharKind.LETTER) {
      boolean whole = at == wordBegin && (end == from.length || !isWordPart(end)); // xxx
      kept = whole ? 3 : SINGLE.indexOf(unit) >= 0 ? 1 : 2;
      into.stretched += whole ? 0 : 1;
    }
    for (int i = at; i < at + kept - 1; i++) {
      into.text.add(unit, from.begins[i], from.ends[i]);
    }
    into.text.add(unit, from.begins[at + kept - 1], from.ends[end - 1]);
    return end;
  }

  /** Passes an apostrophe or asterisks between letters; gives the same place if the word ends here. */
  private int insideWord(int at) {
    char unit = from.chars[at];
    int end = at;
    while (end < from.length && from.chars[end] == unit) {
      end++;
    }
    if (end == from.length || !isWordPart(end)) {
      return at;
    }
    if (unit == '\'' && end == at + 1) {
      into.text.cover(from.begins[at], from.ends[at]);
      return end;
    }
    if (unit == '*') {
      into.text.add(unit, from.begins[at], from.ends[end - 1]);
      return end;
    }
    return at;
  }

  /** Adds single letters with equal gaps between them as one word; gives the same place if there are too few. */
  private int lettersApart(int at) {
    int gap = gapAfter(at);
    if (gap == 0) {
      return at;
    }
    int count = 1;
    int last = at;
    while (isLetter(last + 1 + gap)
        && sameGap(at + 1, last + 1, gap)
        && endsAfter(last + 1 + gap)) {
      last += 1 + gap;
      count++;
    }
    if (count < FEWEST_APART) {
      return at;
    }
    for (int i = at; i <= last; i += 1 + gap) {
      into.text.add(from.chars[i], from.begins[i], from.ends[i]);
    }
    into.disguised++;
    return last + 1;
  }

  /** How long the gap behind a letter is: 0 if there is none, it is long, or no letter follows. */
  private int gapAfter(int at) {
    if (!isLetter(at)) {
      return 0;
    }
    int gap = 0;
    while (gap <= LONGEST_GAP && isGap(at + 1 + gap)) {
      gap++;
    }
    return gap <= LONGEST_GAP && isLetter(at + 1 + gap) ? gap : 0;
  }

  private boolean sameGap(int one, int other, int length) {
    for (int i = 0; i < length; i++) {
      if (from.chars[one + i] != from.chars[other + i]) {
        return false;
      }
    }
    return true;
  }

  private boolean endsAfter(int index) {
    return index + 1 >= from.length || !isWordPart(index + 1);
  }

  private boolean isGap(int index) {
    return index < from.length
        && (CharKind.at(from, index) == CharKind.GAP
            || from.chars[index] == '*'
            || from.chars[index] == '~');
  }

  private boolean isLetter(int index) {
    return index < from.length && CharKind.at(from, index) == CharKind.LETTER;
  }

  private boolean isWordPart(int index) {
    byte kind = CharKind.at(from, index);
    return kind == CharKind.LETTER || kind == CharKind.DIGIT;
  }

  private boolean isNumber(int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (CharKind.at(from, i) != CharKind.DIGIT) {
        return false;
      }
    }
    return true;
  }

  /** Adds a run of one symbol: up to three signs, or one emoji. Gives where the rest begins. */
  private int symbol(int at) {
    int size = Character.isHighSurrogate(from.chars[at]) ? 2 : 1;
    int end = at + size;
    int runs = 1;
    while (end + size <= from.length
        && from.chars[end] == from.chars[at]
        && from.chars[end + size - 1] == from.chars[at + size - 1]) {
      end += size;
      runs++;
    }
    if (from.chars[at] == '!') {
      into.exclamations = Math.max(into.exclamations, runs);
    }
    int kept = from.chars[at] < 128 ? Math.min(runs, MOST_SIGNS) : size;
    int begin = into.beginToken();
    for (int i = at; i < at + kept; i++) {
      into.text.add(
          from.chars[i], from.begins[i], i == at + kept - 1 ? from.ends[end - 1] : from.ends[i]);
    }
    into.endToken(begin, FoldedText.SYMBOL);
    return end;
  }
}
