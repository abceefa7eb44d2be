package io.moderato.training;

import java.util.BitSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sentences of an abusive text in which annotators marked nothing: calm news comments, written by the same people about the
 * same posts. They keep a model that is trained on abuse from the news from taking the news for the abuse.
 */
final class CalmSentences {
  private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+[.!?]*");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private CalmSentences() {}

  /**
   * The sentences outside the spans, joined; empty if nothing was marked, since then nobody knows what made the text abusive.
   *
   * @param spans numbers of the marked characters (code points), as "[3, 4, 5]"
   */
  static String of(String text, String spans) {
    var marked = new BitSet();
    for (var number = NUMBER.matcher(spans); number.find(); ) {
      marked.set(Integer.parseInt(number.group()));
    }
    if (marked.isEmpty()) {
      return "";
    }
    return SENTENCE
        .matcher(text)
        .results()
        .filter(sentence -> isCalm(sentence, text, marked))
        .map(sentence -> sentence.group().strip())
        .collect(Collectors.joining(" "));
  }

  private static boolean isCalm(MatchResult sentence, String text, BitSet marked) {
    int begin = text.codePointCount(0, sentence.start());
    int end = text.codePointCount(0, sentence.end());
    int first = marked.nextSetBit(begin);
    return first < 0 || first >= end;
  }
}
