package io.moderato.classify;

import java.util.ArrayList;
import java.util.List;

/** Explains a model's margins by the features they are made of. A reusable scratch pad: one for each thread. */
final class Explainer {
  private final int[] times = new int[CommentFeatures.BUCKETS];

  /** Explains the margin of one label for the text whose features these are. */
  Explanation explain(HashedLinearModel model, int label, CommentFeatures features) {
    count(features, 1);
    var folded = features.folded();
    double[] weights = new double[folded.tokenCount];
    double length = Math.sqrt(Math.max(features.distinctCount(), 1));
    double whole = 0;
    double margin = model.bias(label);
    for (int i = 0; i < features.count(); i++) {
      int bucket = features.occurrence(i);
      double share = model.weight(label, bucket) / length / times[bucket];
      margin += share;
      whole += share(features, features.owner(i), share, weights);
    }
    count(features, -1);
    List<Explanation.Part> parts = new ArrayList<>(weights.length);
    for (int token = 0; token < weights.length; token++) {
      parts.add(
          new Explanation.Part(folded.tokenBegin(token), folded.tokenEnd(token), weights[token]));
    }
    return new Explanation(model.labels().get(label), margin, model.bias(label), whole, parts);
  }

  private void count(CommentFeatures features, int step) {
    for (int i = 0; i < features.count(); i++) {
      times[features.occurrence(i)] += step;
    }
  }

  /** Gives a feature's share to the tokens that own it, and gives back what has no owner. */
  private static double share(CommentFeatures features, int owner, double share, double[] weights) {
    if (owner == CommentFeatures.WHOLE) {
      return share;
    }
    if ((owner & CommentFeatures.LINK) != 0) {
      return shareLink(features, owner & ~CommentFeatures.LINK, share, weights);
    }
    int token = owner & ~CommentFeatures.PAIR;
    if (token == owner) {
      weights[token] += share;
    } else {
      weights[token] += share / 2;
      weights[token - 1] += share / 2;
    }
    return 0;
  }

  private static double shareLink(
      CommentFeatures features, int link, double share, double[] weights) {
    int first = features.firstTokenOfLink(link);
    int end = features.endTokenOfLink(link);
    for (int token = first; token < end; token++) {
      weights[token] += share / (end - first);
    }
    return first == end ? share : 0;
  }
}
