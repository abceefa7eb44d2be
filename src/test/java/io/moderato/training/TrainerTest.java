package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import io.moderato.comment.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** On made-up comments: the rude ones name a vegetable. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainerTest {
  private static final List<String> TOPICS =
      List.of("the bridge", "our mayor", "this match", "the river", "my garden", "that film");
  private static final List<String> CALM = List.of("was lovely", "is open again", "made me think");
  private static final List<String> RUDE = List.of("you turnip", "you soggy leek");

  private final DataSet news = set("news", DataSet.Use.TRAIN);
  private final DataSet foreign = set("foreign", DataSet.Use.MEASURE);
  private final Recipe recipe = new Recipe(
      "base",
      List.of("en"),
      List.of(),
      20,
      List.of(new Recipe.LabelRecipe(
          Label.TOXIC,
          List.of("en"),
          3,
          0.5,
          0.5,
          0,
          0.1,
          null,
          List.of(),
          Map.of("both", List.of("news", "foreign")))));
  private final Corpus corpus = new Corpus(List.of(news, foreign), examples());

  @Test
  void learns_what_makes_a_comment_rude() {
    var model = train(1);

    assertThat(probability(model, "what a day, you turnip")).isGreaterThan(0.5);
    assertThat(probability(model, "what a day, the river was lovely")).isLessThan(0.1);
  }

  @Test
  void gives_equal_scores_when_trained_twice() {
    assertThat(train(1)).isEqualTo(train(1));
  }

  @Test
  void learns_from_what_it_calibrates_on_but_never_from_the_tests() {
    var examples = new ArrayList<>(examples());
    for (int i = 0; i < 60; i++) {
      examples.add(rude(Split.CALIBRATION, "%d you quagga".formatted(i)));
      examples.add(rude(Split.TEST, "%d you okapi".formatted(i)));
    }

    var model = train(new Corpus(List.of(news, foreign), examples), 1);

    assertThat(probability(model, "what a day, quagga"))
        .isGreaterThan(2 * probability(model, "what a day, okapi"));
  }

  @Test
  void never_learns_from_a_set_whose_licence_forbids_it() {
    var model = train(1);

    assertThat(probability(model, "zebra zebra zebra")).isLessThan(0.5);
  }

  @Test
  void measures_a_pool_as_one_set_if_all_of_it_is_there() {
    var evaluator = new Evaluator(corpus, (row, label) -> 0.5, List.of(Label.TOXIC), Map.of());
    var label = recipe.labels().get(0);

    var all = evaluator.perSet(label, List.of(news, foreign));
    var some = evaluator.perSet(label, List.of(news));

    assertThat(all).extracting(Evaluation::set).containsExactly("news", "foreign", "both");
    assertThat(all.get(2).texts()).isEqualTo(all.get(0).texts() + all.get(1).texts());
    assertThat(all.get(2).auc()).isEqualTo(0.5);
    assertThat(some).extracting(Evaluation::set).containsExactly("news");
  }

  @Test
  void calibrates_to_the_natural_rate() {
    var model = train(1);
    var evaluator = new Evaluator(corpus, new Margins(model, corpus), model.labels(), Map.of());

    var evaluation = evaluator.onReference(Label.TOXIC, 0.1);

    assertThat(evaluation.auc()).isGreaterThan(0.95);
    assertThat(evaluation.reliability().expectedError()).isLessThan(0.05);
  }

  private static Example rude(Split split, String text) {
    return new Example("news", text, Split.key(text), split, Map.of(Label.TOXIC, 1.0));
  }

  private HashedLinearModel train(long seed) {
    return train(corpus, seed);
  }

  private HashedLinearModel train(Corpus corpus, long seed) {
    return new Trainer(corpus, recipe, seed, line -> {}).train(example -> true).model();
  }

  private static double probability(HashedLinearModel model, String text) {
    var features = new CommentFeatures();
    features.extract(text, TextFormat.TEXT);
    return model.probabilities(model.margins(features))[0];
  }

  private static DataSet set(String name, DataSet.Use use) {
    return new DataSet(
        name,
        "en",
        name + ".tsv",
        "made up",
        "here",
        "CC0-1.0",
        use,
        name,
        1,
        1,
        1,
        false,
        "",
        "text",
        "",
        Map.of(Label.TOXIC, new TargetRule.Column("toxic")));
  }

  private static List<Example> examples() {
    var random = new Random(5);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      boolean rude = i % 3 == 0;
      var text = "%d %s %s, %s"
          .formatted(
              i,
              TOPICS.get(random.nextInt(TOPICS.size())),
              CALM.get(random.nextInt(CALM.size())),
              rude ? RUDE.get(random.nextInt(RUDE.size())) : CALM.get(random.nextInt(CALM.size())));
      examples.add(example("news", text, rude));
      examples.add(example("foreign", "zebra " + text, true));
    }
    return examples;
  }

  private static Example example(String set, String text, boolean rude) {
    long key = Split.key(text);
    return new Example(set, text, key, Split.of(key, 1), Map.of(Label.TOXIC, rude ? 1.0 : 0.0));
  }
}
