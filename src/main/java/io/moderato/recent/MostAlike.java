package io.moderato.recent;

import io.moderato.comment.CommentId;
import java.util.Comparator;
import java.util.List;

/** Orders comments by how much of their words they have in common with one; looser than what makes a campaign. */
final class MostAlike {
  /** Below it, what two texts share is mostly chance. */
  private static final double LEAST = 0.2;

  private MostAlike() {}

  private record Alike(Remembered comment, double resemblance) {}

  /** @param others the latest first, who come first among equals */
  static List<CommentId> of(Remembered comment, List<Remembered> others, int limit) {
    return others.stream()
        .map(other -> new Alike(other, resemblance(comment, other)))
        .filter(alike -> alike.resemblance() >= LEAST)
        .sorted(Comparator.comparingDouble(Alike::resemblance).reversed())
        .limit(limit)
        .map(alike -> new CommentId(alike.comment().name()))
        .toList();
  }

  /** Texts of few words are alike where they are the same. */
  private static double resemblance(Remembered one, Remembered other) {
    if (one.identity == other.identity) {
      return one.identity == 0 ? 0 : 1;
    }
    return one.sketch.length == 0 || other.sketch.length == 0
        ? 0
        : Sketch.resemblance(one.sketch, other.sketch);
  }
}
