package io.moderato.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Explains a model's margins by the features they are made of. A reusable scratch pad: one for each thread. */
final class Explainer {
  private final int[] times = new int[CommentFeatures.BUCKETS];
  private int[] held = new int[1024];
  private int heldCount;

  /** Explains the margin that one label has for a stretch of the text whose features these are. */
  Explanation explain(HashedLinearModel model, int label, CommentFeatures text, Stretch stretch) {
    var looks = stretch.looks(text);
    int distinct = looks.size() + hold(text, stretch);
    double length = Math.sqrt(Math.max(distinct, 1));
    double[] weights = new double[stretch.end() - stretch.begin()];
    double whole = 0;
    for (Trait look : looks) {
      whole += model.weight(label, look.bucket()) / length;
    }
    double margin = whole;
    for (int i = 0; i < heldCount; i++) {
      int bucket = text.occurrence(held[i]);
      double share = model.weight(label, bucket) / length / times[bucket];
      margin += share;
      whole += share(text, stretch, text.owner(held[i]), share, weights);
    }
    forget(text);
    double baseline = model.bias(label) - stretch.correction();
    return new Explanation(
        model.labels().get(label),
        baseline + margin,
        baseline,
        whole,
        parts(text.folded(), stretch, weights));
  }

  /** Collects the stretch's features and counts the occurrences of each bucket; gives how many buckets there are. */
  private int hold(CommentFeatures text, Stretch stretch) {
    heldCount = 0;
    int end = text.firstFeatureOf(stretch.end());
    int distinct = hold(text, stretch, text.firstFeatureOf(stretch.begin()), end);
    return distinct + hold(text, stretch, text.tokenFeatures(), text.count());
  }

  private int hold(CommentFeatures text, Stretch stretch, int from, int to) {
    if (held.length < heldCount + to - from) {
      held = Arrays.copyOf(held, heldCount + to - from);
    }
    int distinct = 0;
    for (int i = from; i < to; i++) {
      if (stretch.holds(text, text.owner(i))) {
        held[heldCount++] = i;
        distinct += times[text.occurrence(i)]++ == 0 ? 1 : 0;
      }
    }
    return distinct;
  }

  private void forget(CommentFeatures text) {
    for (int i = 0; i < heldCount; i++) {
      times[text.occurrence(held[i])] = 0;
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
