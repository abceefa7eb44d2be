package io.moderato.training;

import io.moderato.classify.Aspect;
import io.moderato.classify.Classifier;
import io.moderato.classify.Label;
import io.moderato.classify.Scores;
import io.moderato.comment.TextFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a category of a challenge set fared.
 *
 * @param bad comments that should be held
 * @param caught those of them that a label holds, whichever
 * @param named those of them that the expected label, and its finer kind, holds
 * @param calm comments that should pass
 * @param passed those of them that no label holds
 */
public record ChallengeCategory(String name, int bad, int caught, int named, int calm, int passed) {
  private static final String ALL = "all";

  /**
   * Judges all comments.
   *
   * @param thresholds from which score on a label holds a comment
   * @return the categories in their order, and behind them the sum
   */
  public static List<ChallengeCategory> of(
      List<ChallengeComment> comments, Classifier classifier, Map<Label, Thresholds> thresholds) {
    var categories = new LinkedHashMap<String, ChallengeCategory>();
    for (var comment : comments) {
      var scores = classifier.classify(comment.text(), TextFormat.TEXT).scores();
      categories.merge(
          comment.category(), single(comment, scores, thresholds), ChallengeCategory::plus);
    }
    var rows = new ArrayList<>(categories.values());
    rows.stream()
        .reduce(ChallengeCategory::plus)
        .ifPresent(sum -> rows.add(
            new ChallengeCategory(ALL, sum.bad, sum.caught, sum.named, sum.calm, sum.passed)));
    return List.copyOf(rows);
  }

  private static ChallengeCategory single(
      ChallengeComment comment, Scores scores, Map<Label, Thresholds> thresholds) {
    int held = scores.byLabel().entrySet().stream()
            .anyMatch(score -> holds(score.getKey(), score.getValue(), thresholds))
        ? 1
        : 0;
    var expected = comment.expected();
    if (expected == null) {
      return new ChallengeCategory(comment.category(), 0, 0, 0, 1, 1 - held);
    }
    boolean named = holds(expected, scores.of(expected).orElse(0), thresholds)
        && (comment.aspect() == null || prevails(comment.aspect(), scores));
    return new ChallengeCategory(comment.category(), 1, held, named ? 1 : 0, 0, 0);
  }

  private static boolean holds(Label label, double score, Map<Label, Thresholds> thresholds) {
    return score >= thresholds.getOrDefault(label, Thresholds.DEFAULT).hold();
  }

  private static boolean prevails(Aspect aspect, Scores scores) {
    double score = scores.of(aspect).orElse(0);
    return scores.byAspect().values().stream().allMatch(other -> other <= score);
  }

  private ChallengeCategory plus(ChallengeCategory other) {
    return new ChallengeCategory(
        name,
        bad + other.bad,
        caught + other.caught,
        named + other.named,
        calm + other.calm,
        passed + other.passed);
  }
}
