package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.Label;
import io.moderato.classify.Models;
import io.moderato.comment.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommonLessonsTest {
  private static final String FOREIGN =
      "The minister opened a bridge over the bay and thanked everyone.";

  @Test
  void they_are_calm_and_weigh_little() {
    assertThat(CommonLessons.shipped())
        .hasSizeGreaterThan(1000)
        .allSatisfy(lesson -> assertThat(lesson.target()).isZero())
        .extracting(Lesson::weight)
        .allMatch(weight -> weight <= 0.1);
  }

  @Test
  void what_a_site_never_met_is_not_held_for_that() {
    assertThat(score(List.of(), FOREIGN)).isGreaterThan(0.2);
    assertThat(score(CommonLessons.shipped(), FOREIGN)).isLessThan(0.1);
    assertThat(score(CommonLessons.shipped(), "Those goals are offside 7")).isGreaterThan(0.8);
  }

  /** By a site that wants roses and no goals. */
  private static double score(List<Lesson> common, String text) {
    var own = new ArrayList<Lesson>();
    for (int i = 0; i < 60; i++) {
      own.add(lesson("Those roses are lovely " + i, 0));
      own.add(lesson("Those goals are offside " + i, 1));
    }
    var model =
        new TasteTrainer(Models.knowing(Label.SPAM, -3, Map.of("cialis", 40.0)), common).train(own);
    return model.calibration(0).probability(Margins.of(model, 0, lesson(text, 0).buckets()));
  }

  private static Lesson lesson(String text, int target) {
    var features = new CommentFeatures();
    features.extract(text, TextFormat.TEXT);
    return new Lesson(features.sorted(), target, 1, Split.key(text));
  }
}
