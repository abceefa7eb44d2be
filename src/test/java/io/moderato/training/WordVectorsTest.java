package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moderato.classify.CommentFeatures;
import io.moderato.comment.TextFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordVectorsTest {
  private final WordVectors vectors = WordVectors.english();

  @Test
  void words_used_alike_are_near_to_each_other() {
    assertThat(likeness("stupid", "dumb")).isGreaterThan(0.5);
    assertThat(likeness("stupid", "bicycle")).isLessThan(0.3);
  }

  @Test
  void a_folded_vector_adds_to_a_text_what_it_was_worth_while_training() {
    double[] worth = new double[vectors.dimensions()];
    worth[3] = 2;
    worth[7] = -1;
    float[] weights = new float[CommentFeatures.BUCKETS];

    vectors.fold(worth, weights);

    int[] row = row("the moron wrote a long letter");
    float[] vector = vectors.of(row);
    assertThat(new FeatureRows(new int[][] {row}).dot(0, weights))
        .isEqualTo(2 * vector[3] - vector[7], within(1e-5));
  }

  private double likeness(String one, String other) {
    float[] first = vectors.of(new int[] {CommentFeatures.bucketOf(one)});
    float[] second = vectors.of(new int[] {CommentFeatures.bucketOf(other)});
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] * second[i];
    }
    return sum;
  }

  private static int[] row(String text) {
    var features = new CommentFeatures();
    features.extract(text, TextFormat.TEXT);
    return features.sorted();
  }
}
