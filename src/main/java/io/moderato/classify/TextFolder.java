package io.moderato.classify;

import java.util.List;

/**
 * Folds a text, so that one word has one spelling however it is dressed up: code point by code point
 * ({@link CodePointFolds}), then look-alikes ({@link LookAlikes}) and signs for letters ({@link Leet}) word by word, then cut
 * into tokens ({@link TokenCutter}). Each step is linear, and keeps the way back to the text as sent.
 */
final class TextFolder {
  /** As many marks as an honest letter may bear: Vietnamese bears two. */
  private static final int HONEST_MARKS = 2;

  private final MappedText raw = new MappedText();

  /** Folds a text into a scratch pad, which is overwritten. */
  void fold(ReadText text, FoldedText into) {
    into.clear();
    raw.clear();
    foldCodePoints(text, into);
    if (into.foreignLetters > 0) {
      into.disguised += LookAlikes.unmask(raw, into.plainLetters > 4 * into.unlikeLetters);
    }
    into.disguised += Leet.unmask(raw);
    TokenCutter.cut(raw, into);
  }

  private void foldCodePoints(ReadText text, FoldedText into) {
    String seen = text.seen();
    int from = 0;
    for (LinkSpan link : text.links()) {
      if (link.kind() != LinkSpan.Kind.MARKED) {
        foldCodePoints(text, seen, from, link.begin(), into);
        raw.add(CharKind.LINK_CHAR, text.begin(link.begin()), text.end(link.end() - 1));
        from = link.end();
      }
    }
    foldCodePoints(text, seen, from, seen.length(), into);
  }

  private void foldCodePoints(ReadText text, String seen, int from, int to, FoldedText into) {
    int marks = 0;
    int i = from;
    while (i < to) {
      char unit = seen.charAt(i);
      if (isAscii(unit)) {
        i = foldAscii(text, i, to, into);
        marks = 0;
      } else if (RegionalLetters.isOne(seen.codePointAt(i))) {
        i = foldRegional(text, i, to, into);
        marks = 0;
      } else {
        int codePoint = seen.codePointAt(i);
        int next = Math.min(i + Character.charCount(codePoint), to);
        marks = foldOther(codePoint, text.begin(i), text.end(next - 1), into) ? marks + 1 : 0;
        if (marks == HONEST_MARKS + 1) {
          into.disguised++;
        }
        i = next;
      }
    }
  }

  /** Folds a row of regional indicators, and gives where it ends. */
  private int foldRegional(ReadText text, int from, int to, FoldedText into) {
    String seen = text.seen();
    int end = RegionalLetters.end(seen, from, to);
    boolean flags = RegionalLetters.areFlags(seen, from, end);
    for (int i = from; i < end; i += 2) {
      int codePoint = seen.codePointAt(i);
      if (flags) {
        foldOther(codePoint, text.begin(i), text.end(i + 1), into);
      } else {
        into.foreignLetters++;
        raw.add(RegionalLetters.letter(codePoint), text.begin(i), text.end(i + 1));
      }
    }
    into.disguised += flags ? 0 : 1;
    return end;
  }

  /** Folds a run of ASCII, and gives where it ends; counts without branches, which nobody could predict. */
  private int foldAscii(ReadText text, int from, int to, FoldedText into) {
    String seen = text.seen();
    raw.makeRoom(to - from);
    int letters = 0;
    int capitals = 0;
    int i = from;
    for (; i < to; i++) {
      char unit = seen.charAt(i);
      if (!isAscii(unit)) {
        break;
      }
      int isCapital = (('@' - unit) & (unit - '[')) >>> (Integer.SIZE - 1);
      char folded = (char) (unit + isCapital * ('a' - 'A'));
      letters += (('`' - folded) & (folded - '{')) >>> (Integer.SIZE - 1);
      capitals += isCapital;
      raw.add(folded, text.begin(i), text.end(i));
    }
    into.plainLetters += letters;
    into.cased += letters;
    into.capitals += capitals;
    return i;
  }

  private static boolean isAscii(char unit) {
    return unit < 128 && unit >= ' ';
  }

  /** Folds a code point beyond ASCII; true if nothing is left of it. */
  private boolean foldOther(int codePoint, int begin, int end, FoldedText into) {
    String fold = CodePointFolds.of(codePoint);
    if (fold.isEmpty()) {
      raw.cover(begin, end);
      return true;
    }
    if (Character.isLetter(codePoint)) {
      countLetter(codePoint, fold.charAt(0), into);
    } else if (isEmoji(codePoint)) {
      into.emoji++;
    }
    raw.addAll(fold, begin, end);
    return false;
  }

  private static void countLetter(int codePoint, char fold, FoldedText into) {
    into.foreignLetters++;
    if (fold >= 128 && LookAlikes.of(fold) == 0) {
      into.unlikeLetters++;
    }
    if (Character.isUpperCase(codePoint) || Character.isTitleCase(codePoint)) {
      into.capitals++;
      into.cased++;
    } else if (Character.isLowerCase(codePoint)) {
      into.cased++;
    }
  }

  private static boolean isEmoji(int codePoint) {
    return (codePoint >= 0x1F000 && codePoint <= 0x1FAFF)
        || (codePoint >= 0x2600 && codePoint <= 0x27BF);
  }

  /** Folds a text by itself: for what is not on the way of a comment. */
  static FoldedText fold(String plain) {
    var folded = new FoldedText();
    new TextFolder().fold(new ReadText(plain, plain, null, null, List.of()), folded);
    return folded;
  }
}
