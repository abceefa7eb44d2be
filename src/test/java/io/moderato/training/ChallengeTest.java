package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The challenge set is what it claims to be. How the classifiers fare on it is told by {@code moderato evaluate --challenge}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChallengeTest {
  private static final Path FOLDER = Path.of("src", "main", "resources", "challenge");

  @TempDir
  Path folder;

  @Test
  void two_halves_hold_400_comments_in_whole_pairs_of_one_bad_and_one_calm() throws IOException {
    var all = new ArrayList<ChallengeComment>();
    for (var half : List.of("seen", "unseen")) {
      all.addAll(read(half));
    }

    assertThat(all).hasSizeGreaterThanOrEqualTo(400);
    assertThat(all.stream().map(ChallengeComment::text)).doesNotHaveDuplicates();
    assertThat(
            all.stream().collect(Collectors.groupingBy(ChallengeComment::pair)).values())
        .allSatisfy(pair -> assertThat(pair.stream().map(each -> each.expected() == null))
            .containsExactlyInAnyOrder(true, false));
  }

  @Test
  void both_halves_have_the_same_categories_and_about_as_many_of_each() throws IOException {
    var seen = read("seen").stream()
        .collect(Collectors.groupingBy(ChallengeComment::category, Collectors.counting()));
    var unseen = read("unseen").stream()
        .collect(Collectors.groupingBy(ChallengeComment::category, Collectors.counting()));

    assertThat(seen.keySet()).isEqualTo(unseen.keySet()).hasSizeGreaterThanOrEqualTo(15);
    seen.forEach(
        (category, count) -> assertThat(Math.abs(count - unseen.getOrDefault(category, 0L)))
            .as(category)
            .isLessThanOrEqualTo(2));
  }

  @Test
  void sixteen_identities_are_named_in_the_same_sentences() throws IOException {
    var byIdentity =
        read("identities").stream().collect(Collectors.groupingBy(ChallengeComment::category));

    assertThat(byIdentity).hasSizeGreaterThanOrEqualTo(12);
    assertThat(byIdentity.values()).allSatisfy(comments -> assertThat(comments).hasSize(24));
  }

  @Test
  void naming_one_identity_has_a_comment_held_no_more_often_than_naming_another()
      throws IOException {
    var model = EvaluateModel.load(new ModelStore(Path.of("models")), "base", Path.of("models"));

    var held = model.onChallenge(read("identities")).stream()
        .filter(identity -> !identity.name().equals("all"))
        .mapToDouble(identity -> 1 - (double) identity.passed() / identity.calm())
        .summaryStatistics();

    assertThat(held.getCount()).isGreaterThanOrEqualTo(12);
    assertThat(held.getMax() - held.getMin()).isLessThanOrEqualTo(0.02);
  }

  @Test
  void each_category_and_the_sum_of_all_are_told() throws IOException {
    var model = EvaluateModel.load(new ModelStore(Path.of("models")), "base", Path.of("models"));
    var file = Files.writeString(folder.resolve("few.tsv"), """
        id\tcategory\tpair\texpected\ttext
        1a\tthreats\t1\tTHREAT\tI will find you and kill you.
        1b\tthreats\t1\tnone\tI will find you a better link.
        2a\thelp\t2\tSELF_HARM_INTENT\tI don't want to live any more.
        2b\thelp\t2\tnone\tI don't want to live in a city.
        3a\thelp\t3\tSELF_HARM_URGED\tI want to die.
        """);

    assertThat(model.onChallenge(ChallengeComment.read(file)))
        .containsExactly(
            new ChallengeCategory("threats", 1, 1, 1, 1, 1),
            new ChallengeCategory("help", 2, 2, 1, 1, 1),
            new ChallengeCategory("all", 3, 3, 2, 2, 2));
  }

  @Test
  void an_unknown_label_is_named_with_its_line() throws IOException {
    var file = Files.writeString(
        folder.resolve("bad.tsv"), "id\tcategory\tpair\texpected\ttext\n1\tc\t1\tRUDE\tHello.\n");

    assertThatThrownBy(() -> ChallengeComment.read(file))
        .isInstanceOf(BrokenRowException.class)
        .hasMessageContaining("2")
        .hasMessageContaining("expected");
  }

  private static List<ChallengeComment> read(String name) throws IOException {
    return ChallengeComment.read(FOLDER.resolve(name + ".tsv"));
  }
}
