package io.moderato.classify;

/** Folds a text and cuts it into tokens. */
final class TextFolder {
  void fold(ReadText text, FoldedText into) {
    String seen = text.seen();
    into.clear(seen.length() + 1);
    int wordBegin = -1;
    for (int i = 0; i < seen.length(); i++) {
      char c = seen.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (wordBegin < 0) {
          wordBegin = into.length;
        }
        if (Character.isLetter(c)) {
          into.letters++;
        }
      } else if (wordBegin >= 0) {
        into.addToken(wordBegin, into.length, FoldedText.WORD);
        into.words++;
        wordBegin = -1;
      }
      into.add(Character.toLowerCase(c), text.begin(i), text.end(i));
    }
    if (wordBegin >= 0) {
      into.addToken(wordBegin, into.length, FoldedText.WORD);
      into.words++;
    }
  }
}
