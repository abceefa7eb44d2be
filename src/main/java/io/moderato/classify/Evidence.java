package io.moderato.classify;

/**
 * Words that moved a label's score.
 *
 * @param begin offset of the first UTF-16 code unit in the text as sent, inclusive
 * @param end offset behind the last one, exclusive
 * @param text the words as typed: {@code sent.substring(begin, end)}
 * @param weight what they add to the label's log-odds; negative where they speak against it
 */
public record Evidence(Label label, int begin, int end, String text, double weight) {
  public Evidence {
    if (begin < 0 || end <= begin || end - begin != text.length()) {
      throw new IllegalArgumentException(
          "evidence must span its own text, was [%d, %d) for %d code units"
              .formatted(begin, end, text.length()));
    }
  }
}
