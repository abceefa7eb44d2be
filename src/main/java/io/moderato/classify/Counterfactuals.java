package io.moderato.classify;

import io.moderato.comment.TextFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a text would score without the words of its evidence: each span is taken out, a space put in its place, and the rest
 * judged anew by the same model, whatever language is left. Long texts, where that would cost too much, get no answer. A
 * reusable scratch pad: one for each thread.
 */
final class Counterfactuals {
  /** In UTF-16 code units. */
  static final int LONGEST = 4096;

  private final CommentFeatures features = new CommentFeatures();
  private final WorstStretch worst = new WorstStretch();

  /** A model's evidence with its labels' scores without it; spans that several labels share are judged once. */
  List<Evidence> answer(
      HashedLinearModel model, List<Evidence> evidence, String sent, TextFormat format) {
    if (evidence.isEmpty() || sent.length() > LONGEST) {
      return evidence;
    }
    Map<Long, double[]> known = new HashMap<>();
    return evidence.stream()
        .map(span -> {
          double[] without = known.computeIfAbsent(
              (long) span.begin() << 32 | span.end(), place -> without(model, span, sent, format));
          return span.with(without[model.labels().indexOf(span.label())]);
        })
        .toList();
  }

  private double[] without(HashedLinearModel model, Evidence span, String sent, TextFormat format) {
    features.extract(sent.substring(0, span.begin()) + ' ' + sent.substring(span.end()), format);
    return model.probabilities(worst.margins(model, features));
  }
}
