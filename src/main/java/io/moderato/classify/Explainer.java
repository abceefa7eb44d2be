package io.moderato.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Explains a model's margins by the features they are made of; what labels share is looked up once, as long as they are judged by the
 * same stretch of the text. A reusable scratch pad: one for each thread.
 */
final class Explainer {
  private final int[] times = new int[CommentFeatures.BUCKETS];
  private int[] held = new int[1024];
  private long[] rows = new long[1024];
  private int[] repeated = new int[1024];
  private int heldCount;
  private int distinct;
  private @Nullable Stretch stretch;

  /** Forgets the text and the model of which something was explained last. */
  void begin() {
    stretch = null;
  }

  /**
   * Explains the margin that one label has for a stretch of the text whose features these are.
   *
   * @param model the same since {@link #begin}, as is the text
   */
  Explanation explain(HashedLinearModel model, int label, CommentFeatures text, Stretch of) {
    if (!of.equals(stretch)) {
      hold(model, text, of);
      stretch = of;
    }
    var looks = of.looks(text);
    double length = HashedLinearModel.length(looks.size() + distinct);
    double[] weights = new double[of.end() - of.begin()];
    double whole = 0;
    for (Trait look : looks) {
      whole += model.weight(label, look.bucket()) / length;
    }
    double margin = whole;
    double scale = model.scale(label);
    for (int i = 0; i < heldCount; i++) {
      int weight = PackedRows.weight(rows[i], label);
      if (weight != 0) {
        double share = weight * scale / length / repeated[i];
        margin += share;
        whole += share(text, of, text.owner(held[i]), share, weights);
      }
    }
    double baseline = model.bias(label) - of.correction();
    return new Explanation(
        model.labels().get(label),
        baseline + margin,
        baseline,
        whole,
        parts(text.folded(), of, weights));
  }

  /** Collects the stretch's features, each with its weights and with how often its bucket occurs. */
  private void hold(HashedLinearModel model, CommentFeatures text, Stretch of) {
    heldCount = 0;
    distinct = 0;
    hold(text, of, text.firstFeatureOf(of.begin()), text.firstFeatureOf(of.end()));
    hold(text, of, text.tokenFeatures(), text.count());
    for (int i = 0; i < heldCount; i++) {
      int bucket = text.occurrence(held[i]);
      rows[i] = model.row(bucket);
      repeated[i] = times[bucket];
    }
    for (int i = 0; i < heldCount; i++) {
      times[text.occurrence(held[i])] = 0;
    }
  }

  private void hold(CommentFeatures text, Stretch of, int from, int to) {
    if (held.length < heldCount + to - from) {
      held = Arrays.copyOf(held, heldCount + to - from);
      rows = new long[held.length];
      repeated = new int[held.length];
    }
    for (int i = from; i < to; i++) {
      if (of.holds(text, text.owner(i))) {
        held[heldCount++] = i;
        distinct += times[text.occurrence(i)]++ == 0 ? 1 : 0;
      }
    }
  }

  /** Gives a feature's share to the tokens that own it, and gives back what has no owner. */
  private static double share(
      CommentFeatures text, Stretch stretch, int owner, double share, double[] weights) {
    if (owner == CommentFeatures.WHOLE) {
      return share;
    }
    if ((owner & CommentFeatures.LINK) != 0) {
      return shareLink(text, stretch, owner & ~CommentFeatures.LINK, share, weights);
    }
    int token = (owner & ~CommentFeatures.PAIR) - stretch.begin();
    if ((owner & CommentFeatures.PAIR) == 0) {
      weights[token] += share;
    } else {
      weights[token] += share / 2;
      weights[token - 1] += share / 2;
    }
    return 0;
  }

  private static double shareLink(
      CommentFeatures text, Stretch stretch, int link, double share, double[] weights) {
    int first = text.firstTokenOfLink(link);
    int end = Math.min(text.endTokenOfLink(link), stretch.end());
    for (int token = first; token < end; token++) {
      weights[token - stretch.begin()] += share / (end - first);
    }
    return first >= end ? share : 0;
  }

  private static List<Explanation.Part> parts(FoldedText text, Stretch stretch, double[] weights) {
    List<Explanation.Part> parts = new ArrayList<>(weights.length);
    for (int i = 0; i < weights.length; i++) {
      int token = stretch.begin() + i;
      parts.add(new Explanation.Part(
          text.tokenBegin(token),
          text.tokenEnd(token),
          weights[i],
          text.tokenKinds[token] == FoldedText.LINK));
    }
    return parts;
  }
}
