package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.HashedModelFile;
import io.moderato.classify.Label;
import io.moderato.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On made-up comments: the rude ones name a vegetable. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WriteCardTest {
  private static final List<String> TOPICS = List.of(
      "the bridge", "our mayor", "this match", "the river", "my garden", "that film", "you turnip");
  private static final List<String> CALM =
      List.of("was lovely", "is open again", "made me think", "costs nothing", "is a soggy place");
  private static final List<String> RUDE = List.of("you turnip", "you soggy leek");

  private final DataSet news = new DataSet(
      "news",
      "en",
      "news.tsv",
      "made up",
      "here",
      "CC0-1.0",
      DataSet.Use.TRAIN,
      "news",
      1,
      1,
      1,
      false,
      "",
      "text",
      "",
      Map.of(Label.TOXIC, new TargetRule.Column("toxic")));
  private final Recipe recipe = new Recipe(
      "base",
      List.of("en"),
      List.of("It knows vegetables alone."),
      5,
      List.of(new Recipe.LabelRecipe(
          Label.TOXIC, List.of("en"), 3, 0.5, 0.5, 0, 0.1, null, List.of(), Map.of())));

  @TempDir
  private Path folder;

  @Test
  void a_model_measured_anew_is_still_the_one_its_card_describes() throws IOException {
    Files.writeString(folder.resolve("news.tsv"), "text\ttoxic\n");
    var model = Files.createDirectories(folder.resolve("base"));
    var corpus = new Corpus(List.of(news), examples());
    var trained = new Trainer(corpus, recipe, 1, line -> {}).train(example -> true);
    HashedModelFile.write(trained.model(), "en", model.resolve("model.bin"));
    byte[] before = Files.readAllBytes(model.resolve("model.bin"));
    var clock = Clock.fixed(Instant.parse("2026-11-30T10:00:00Z"), ZoneOffset.UTC);

    var report = new WriteCard(recipe, List.of(news), folder, corpus, 1, clock, line -> {})
        .write(trained, model, "base@2026.11");

    assertThat(Files.readAllBytes(model.resolve("model.bin"))).isEqualTo(before);
    assertThat(new ModelStore(folder).load("base").card().version()).isEqualTo("base@2026.11");
    assertThat(report.labels().get(Label.TOXIC))
        .satisfies(
            label -> assertThat(label.sets()).extracting(Evaluation::set).containsExactly("news"));
    assertThat(model.resolve("README.md"))
        .content()
        .contains("## In disguise", "SPACED", "It knows vegetables alone.");
    assertThat(model.resolve("reliability.svg")).content().contains("TOXIC");
  }

  private static List<Example> examples() {
    return IntStream.range(0, 600)
        .mapToObj(i -> {
          boolean rude = i % 3 == 0;
          var text =
              "%d %s %s".formatted(i, TOPICS.get(i % 7), rude ? RUDE.get(i % 2) : CALM.get(i % 5));
          long key = Split.key(text);
          return new Example(
              "news", text, key, Split.of(key, 1), Map.of(Label.TOXIC, rude ? 1.0 : 0.0));
        })
        .toList();
  }
}
