package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moderato.classify.Classification;
import io.moderato.classify.Label;
import io.moderato.classify.OpenNlpClassifier;
import io.moderato.comment.TextFormat;
import io.moderato.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service makes of comments in many languages; skipped where the public data sets are not there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguagesOnPublicSetsTest {
  private static final int MOST_TEXTS = 1500;
  private static final double HOLDS_SPAM = 0.75;
  private static final List<String> SETS = List.of(
      "germeval_2018",
      "germeval_2021",
      "told_br",
      "hatebr",
      "cold",
      "beep",
      "mlma_fr",
      "mlma_ar",
      "youtube_gambling",
      "telegram",
      "ucc_news",
      "olid",
      "youtube_2024");

  private final OpenNlpClassifier classifier =
      new OpenNlpClassifier(new ModelStore(Path.of("models")).serving().byLanguage(), 2);

  @Test
  void the_page_tells_how_well_languages_are_told_apart() throws IOException {
    var rows = new ArrayList<String>();
    for (var name : SETS) {
      var set = set(name);
      var found = classified(set);
      rows.add("| %s | %s | %s | %s | %s |"
          .formatted(
              name,
              set.language(),
              shares(set, found, words -> words <= 4),
              shares(set, found, words -> words > 4 && words <= 15),
              shares(set, found, words -> words > 15)));
    }

    assertThat(Files.readAllLines(Path.of("docs", "models.md"))).containsAll(rows);
  }

  /** None of these sets was made of spam: what is held is nearly all a false alarm. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "germeval_2018",
        "germeval_2021",
        "told_br",
        "hatebr",
        "cold",
        "beep",
        "mlma_fr",
        "mlma_ar"
      })
  void spam_of_the_base_model_holds_hardly_any_comment_in_another_language(String name)
      throws IOException {
    var found = classified(set(name));

    long held = found.stream()
        .filter(each -> each.scores().of(Label.SPAM).orElseThrow() >= HOLDS_SPAM)
        .count();

    assertThat(held / (double) found.size()).isLessThan(0.006);
  }

  /** Right, unknown and wrong, in percent. */
  private static String shares(
      DataSet set, List<Classification> found, Predicate<Integer> length) {
    var some = found.stream().filter(each -> length.test(each.shape().words())).toList();
    if (some.size() < 20) {
      return "–";
    }
    double right =
        some.stream().filter(each -> each.language().equals(set.language())).count();
    double unknown =
        some.stream().filter(each -> each.language().startsWith("und")).count();
    return String.format(
        Locale.ROOT,
        "%.1f / %.1f / %.1f",
        100 * right / some.size(),
        100 * unknown / some.size(),
        100 * (some.size() - right - unknown) / some.size());
  }

  private static DataSet set(String name) {
    return DataSets.all().stream()
        .filter(set -> set.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<Classification> classified(DataSet set) throws IOException {
    var data = PublicData.folder();
    assumeTrue(
        Files.exists(data.resolve(set.file())), "skipped: the data set " + set.name() + " is not there");
    return DataSets.read(set, data, 1, BrokenRows.STOP).stream()
        .filter(example -> !set.name().equals("telegram") || isCyrillic(example.text()))
        .limit(MOST_TEXTS)
        .map(example -> classifier.classify(example.text(), TextFormat.TEXT))
        .toList();
  }

  private static boolean isCyrillic(String text) {
    return text.codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
            .count()
        > text.length() / 3;
  }
}
