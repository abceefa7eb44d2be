package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import io.moderato.classify.Models;
import io.moderato.comment.TextFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TasteTrainerTest {
  private final HashedLinearModel base = Models.knowing(Label.SPAM, -3, Map.of("cialis", 40.0));
  private final List<Lesson> lessons = IntStream.range(0, 60)
      .mapToObj(i -> lesson((i % 2 == 0 ? "Lovely roses " : "Offside goals ") + i, i % 2))
      .toList();

  @Test
  void may_rest_at_every_lesson_and_learns_the_same() {
    var rests = new AtomicInteger();

    var rested = new TasteTrainer(base, List.of(), rests::incrementAndGet).train(lessons);

    var restless = new TasteTrainer(base, List.of()).train(lessons);
    assertThat(scores(rested)).isEqualTo(scores(restless));
    assertThat(rests).hasValueGreaterThan(lessons.size());
  }

  private List<Double> scores(HashedLinearModel model) {
    return lessons.stream()
        .map(lesson -> model.calibration(0).probability(Margins.of(model, 0, lesson.buckets())))
        .toList();
  }

  private static Lesson lesson(String text, int target) {
    var features = new CommentFeatures();
    features.extract(text, TextFormat.TEXT);
    return new Lesson(features.sorted(), target, 1, Split.key(text));
  }
}
