package io.moderato.classify;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moderato.comment.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HashedLinearModelTest {
  private static final String TEXT =
      "Thank you for the recipe, my family LOVED it!!! See https://example.org/soup";

  private final CommentFeatures features = new CommentFeatures();

  @Test
  void stock_opennlp_gives_the_same_scores(@TempDir Path folder) throws IOException {
    var model = Models.random(1, Label.SPAM, Label.TOXIC, Label.HATE)
        .calibrated(List.of(
            Calibration.platt(1.7, -0.3),
            Calibration.identity(),
            Calibration.ofProbabilities(new float[] {-3, 0, 2}, new double[] {0, 0.1, 1})));
    HashedModelFile.write(model, "en", folder.resolve("model.bin"));

    var stock = new DocumentCategorizerME(new DoccatModel(folder.resolve("model.bin")));
    double[] scores = stock.categorize(new String[] {TEXT});

    features.extract(TEXT, TextFormat.TEXT);
    assertThat(scores).isEqualTo(model.probabilities(model.margins(features)));
    assertThat(stock.getCategory(2)).isEqualTo("HATE");
    assertThat(stock.scoreMap(TEXT.split(" ")).keySet())
        .containsExactlyInAnyOrder("SPAM", "TOXIC", "HATE");
  }

  @Test
  void is_the_same_after_writing_and_reading(@TempDir Path folder) throws IOException {
    var model = Models.random(2, Label.SPAM);

    HashedModelFile.write(model, "en", folder.resolve("model.bin"));

    assertThat(HashedModelFile.read(folder.resolve("model.bin"))).isEqualTo(model);
  }

  @Test
  void eight_dense_labels_take_less_than_ten_megabytes(@TempDir Path folder) throws IOException {
    HashedModelFile.write(Models.random(3, Models.mostLabels()), "en", folder.resolve("model.bin"));

    assertThat(Files.size(folder.resolve("model.bin"))).isLessThan(3_000_000);
  }

  @Test
  void a_margin_is_the_bias_and_the_weights_over_the_square_root_of_the_features() {
    var model = Models.knowing(Label.SPAM, -1.5, Map.of("recipe", 4.0));

    features.extract(TEXT, TextFormat.TEXT);

    assertThat(model.margins(features)[0])
        .isCloseTo(-1.5 + 4 / Math.sqrt(features.distinctCount()), within(1e-6));
  }

  @Test
  void an_empty_text_has_the_margin_of_its_shape_alone() {
    var model = Models.knowing(Label.SPAM, -1.5, Map.of("recipe", 4.0));

    features.extract("", TextFormat.TEXT);

    assertThat(model.margins(features)[0]).isEqualTo(-1.5);
  }

  @Test
  void sums_of_more_features_than_a_packed_sum_holds_are_right() {
    var model = Models.random(6, Models.mostLabels());

    var words = new Random(6).ints(60).mapToObj(Integer::toHexString).collect(joining(" "));
    features.extract(words, TextFormat.TEXT);

    int count = features.distinctCount();
    assertThat(count).isGreaterThan(PackedRows.MOST);
    double[] margins = model.margins(features);
    for (int label = 0; label < margins.length; label++) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += model.weight(label, features.distinct()[i]);
      }
      assertThat(margins[label])
          .isCloseTo(model.bias(label) + sum / Math.sqrt(count), within(1e-4));
    }
  }

  @Test
  void refuses_more_labels_than_a_row_has_room_for() {
    assertThatThrownBy(() -> Models.random(7, Label.values()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a model scores at most 8 labels, were 10");
  }

  @Test
  void refuses_a_file_that_is_cut_short(@TempDir Path folder) throws IOException {
    var file = folder.resolve("model.bin");
    HashedModelFile.write(Models.random(4, Label.SPAM), "en", file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> HashedModelFile.read(file)).isInstanceOf(IOException.class);
  }
}
