package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moderato.classify.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataSetsTest {
  /** Licences that let us ship what was trained on a set. */
  private static final Set<String> OPEN = Set.of(
      "CC0-1.0",
      "CC-BY-4.0",
      "CC-BY-SA-3.0",
      "CC-BY-SA-3.0-ES",
      "CC-BY-SA-4.0",
      "MIT",
      "Apache-2.0");

  @TempDir
  private Path folder;

  @Test
  void trains_only_on_sets_whose_licence_allows_it() {
    assertThat(DataSets.all())
        .filteredOn(set -> set.use() == DataSet.Use.TRAIN)
        .isNotEmpty()
        .allSatisfy(set -> assertThat(OPEN).containsAll(List.of(set.licence().split(" AND "))));
  }

  @Test
  void every_set_has_a_name_of_its_own() {
    assertThat(DataSets.all()).extracting(DataSet::name).doesNotHaveDuplicates();
  }

  @Test
  void every_set_is_read_by_a_shipped_model() {
    var read = Recipes.names().stream()
        .flatMap(name -> Recipes.of(name).sets(DataSets.all()).stream())
        .map(DataSet::name)
        .collect(Collectors.toSet());

    assertThat(DataSets.all()).extracting(DataSet::name).isSubsetOf(read);
  }

  @Test
  void a_recipe_reads_of_a_set_only_the_labels_that_it_learns_from_its_language() {
    var base = Recipes.of("base").sets(DataSets.all());

    assertThat(base)
        .filteredOn(set -> set.language().equals("id"))
        .isNotEmpty()
        .allSatisfy(set -> assertThat(set.labels()).containsOnlyKeys(Label.SPAM));
    assertThat(base).noneMatch(set -> set.language().equals("de"));
    assertThat(Recipes.of("de").sets(DataSets.all()))
        .extracting(DataSet::language)
        .containsOnly("de");
  }

  @Test
  void reads_targets_as_the_description_says() throws IOException {
    Files.writeString(
        folder.resolve("set.tsv"),
        "id\ttext\tvideo\ttoxic\tyes\tno\tkind\n1\tfine\ta\t0\t1\t3\tcalm\n2\trude\ta\t1\t0\t0\tvile\n3\tother\tb\t1\t1\t1\tcalm\n");
    var set = new DataSet(
        "made-up",
        "en",
        "set.tsv",
        "",
        "",
        "CC0-1.0",
        DataSet.Use.TRAIN,
        "",
        1,
        1,
        1,
        false,
        "video=a",
        "text",
        "",
        Map.of(
            Label.TOXIC, new TargetRule.Column("toxic"),
            Label.INSULT, new TargetRule.Only("toxic", 0),
            Label.HATE, new TargetRule.Share(List.of("yes"), List.of("yes", "no")),
            Label.OBSCENE, new TargetRule.Word("kind", List.of("vile", "lewd")),
            Label.SPAM, new TargetRule.Always(0)));

    var examples = DataSets.read(set, folder, 1, BrokenRows.STOP);

    assertThat(examples)
        .extracting(Example::targets)
        .containsExactly(
            Map.of(
                Label.TOXIC,
                0.0,
                Label.INSULT,
                0.0,
                Label.HATE,
                0.25,
                Label.OBSCENE,
                0.0,
                Label.SPAM,
                0.0),
            Map.of(Label.TOXIC, 1.0, Label.OBSCENE, 1.0, Label.SPAM, 0.0));
  }

  @Test
  void no_text_of_the_public_sets_is_on_both_sides_of_the_split() throws IOException {
    var data = PublicData.folder();
    var sets = DataSets.all();
    assumeTrue(DataSets.missing(sets, data).isEmpty(), "the public data sets are not in " + data);
    var corpus = Corpus.read(sets, data, 1, BrokenRows.STOP, line -> {});

    var parts = IntStream.range(0, corpus.features().size())
        .mapToObj(corpus::example)
        .collect(Collectors.groupingBy(
            Example::key, Collectors.mapping(Example::split, Collectors.toSet())));

    assertThat(parts.values()).allMatch(each -> each.size() == 1);
  }
}
