package io.moderato.classify;

import org.jspecify.annotations.Nullable;

/**
 * Words that moved a label's score.
 *
 * @param begin offset of the first UTF-16 code unit in the text as sent, inclusive
 * @param end offset behind the last one, exclusive
 * @param text the words as typed: {@code sent.substring(begin, end)}
 * @param weight what they add to the label's log-odds; negative where they speak against it
 * @param without what the label would score if a space stood in place of the words; null where that was not asked
 */
public record Evidence(
    Label label,
    int begin,
    int end,
    String text,
    double weight,
    @Nullable Double without) {
  public Evidence {
    if (begin < 0 || end <= begin || end - begin != text.length()) {
      throw new IllegalArgumentException(
          "evidence must span its own text, was [%d, %d) for %d code units"
              .formatted(begin, end, text.length()));
    }
    if (without != null && !(without >= 0 && without <= 1)) {
      throw new IllegalArgumentException("a score is in [0, 1], was " + without);
    }
  }

  /** Of which nobody asked what the text would score without it. */
  public Evidence(Label label, int begin, int end, String text, double weight) {
    this(label, begin, end, text, weight, null);
  }

  Evidence with(double scoreWithout) {
    return new Evidence(label, begin, end, text, weight, scoreWithout);
  }
}
