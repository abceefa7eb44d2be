package io.moderato.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why a label's margin is what it is: {@code margin = baseline + whole + sum of the parts' weights}, exactly up to rounding.
 * The parts are the tokens of the {@link Stretch} that the label is judged by.
 *
 * <p>A feature's part of the margin is its weight over the square root of the number of distinct features. It is shared
 * equally among the places where the feature occurs: a pair of tokens splits it, a link hands it to the tokens that show the
 * link, and what belongs to no place (the {@link Trait}s) is {@code whole}. So, when all places of a feature are taken out of
 * a text, the margin moves by what they are said to weigh, and what is left is divided by the length of the shorter text:
 * {@code margin' = baseline + (margin - baseline - weight) * sqrt(n / n')}, but for pairs that close up over the gap.
 *
 * @param margin the raw log-odds, before calibration
 * @param baseline the margin of a text without features, less what is taken off a window
 * @param whole what the looks of the whole text add, or those of a window's links
 */
record Explanation(Label label, double margin, double baseline, double whole, List<Part> parts) {
  private static final int MOST_SPANS = 5;

  /** A span is dropped if it weighs less than this share of the heaviest. */
  private static final double LEAST_SHARE = 0.1;

  private static final int LONGEST_SPAN = 5;

  Explanation {
    parts = List.copyOf(parts);
  }

  /**
   * What one token adds.
   *
   * @param begin in the text as sent, inclusive
   * @param end in the text as sent, exclusive
   * @param isLink whether it is a bare link, which is a span of its own
   */
  record Part(int begin, int end, double weight, boolean isLink) {
    boolean isFollowedBy(Part other) {
      return end <= other.begin && !isLink && !other.isLink;
    }

    Part with(Part next) {
      return new Part(begin, next.end, weight + next.weight, false);
    }
  }

  /**
   * The same of the log-odds of the score: a calibration bends margins, so that every weight is stretched by the same factor
   * until {@code log-odds(score) = log-odds of the baseline + whole + sum of the parts' weights} again.
   */
  Explanation calibrated(Calibration calibration) {
    double logOdds = calibration.logOdds(margin);
    double from = calibration.logOdds(baseline);
    double factor = margin == baseline ? 0 : (logOdds - from) / (margin - baseline);
    var stretched = parts.stream()
        .map(part -> new Part(part.begin, part.end, part.weight * factor, part.isLink))
        .toList();
    return new Explanation(label, logOdds, from, whole * factor, stretched);
  }

  /** The strongest spans that speak for the label, neighbouring words as one, in the order of the text. */
  List<Evidence> strongest(String sent) {
    double heaviest = parts.stream().mapToDouble(Part::weight).max().orElse(0);
    List<Part> spans = new ArrayList<>();
    int words = 0;
    for (Part part : parts) {
      boolean counts =
          part.weight > 0 && part.weight >= LEAST_SHARE * heaviest && part.begin < part.end;
      if (!counts) {
        words = 0;
      } else if (words > 0 && words < LONGEST_SPAN && last(spans).isFollowedBy(part)) {
        spans.add(spans.remove(spans.size() - 1).with(part));
        words++;
      } else {
        spans.add(part);
        words = 1;
      }
    }
    return spans.stream()
        .sorted(Comparator.comparingDouble(Part::weight).reversed())
        .limit(MOST_SPANS)
        .sorted(Comparator.comparingInt(Part::begin))
        .map(span -> evidence(span, sent))
        .toList();
  }

  private static Part last(List<Part> spans) {
    return spans.get(spans.size() - 1);
  }

  private Evidence evidence(Part span, String sent) {
    return new Evidence(
        label, span.begin, span.end, sent.substring(span.begin, span.end), span.weight);
  }
}
