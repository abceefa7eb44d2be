package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moderato.classify.Classifier;
import io.moderato.classify.OpenNlpClassifier;
import io.moderato.comment.TextFormat;
import io.moderato.model.ModelStore;
import io.moderato.phrase.PhraseClassifier;
import io.moderato.policy.Policy;
import io.moderato.policy.Presets;
import io.moderato.policy.Verdict;
import io.moderato.signals.AuthorRecord;
import io.moderato.signals.Corrections;
import io.moderato.signals.Edit;
import io.moderato.signals.Form;
import io.moderato.signals.Language;
import io.moderato.signals.LinkFinder;
import io.moderato.signals.LinkReader;
import io.moderato.signals.ListHits;
import io.moderato.signals.Pace;
import io.moderato.signals.Relevance;
import io.moderato.signals.Repeats;
import io.moderato.signals.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What the presets cost good comments, on sets that the shipped model was not trained on: the table in docs/policies.md. Who changes a preset or
 * the model reads the new table off the failure.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PresetBudgetTest {
  private static final AuthorRecord REGULAR = new AuthorRecord(true, 20, 0, 0, 0);
  private static final AuthorRecord NEWCOMER = new AuthorRecord(true, 0, 0, 0, 0);

  @Test
  void the_page_tells_how_many_good_comments_each_preset_holds_and_rejects() throws IOException {
    var news = good(
        "ucc_news_comments/ucc_news_comments.tsv.gz",
        row -> row.number("healthy") == 1 && row.number("hostile") == 0);
    var blog = good(
        "datacamp_blog_comments/datacamp_blog_comments.tsv.gz", row -> row.number("spam") == 0);

    var rows = new ArrayList<String>();
    for (var name : Presets.names()) {
      var preset = Presets.named(name).orElseThrow();
      rows.add("| `%s` | %s | %s | %s | %s |"
          .formatted(
              name,
              cost(preset, news, REGULAR),
              cost(preset, news, NEWCOMER),
              cost(preset, blog, REGULAR),
              cost(preset, blog, NEWCOMER)));
    }

    assertThat(Files.readAllLines(Path.of("docs", "policies.md")).stream()
            .filter(line -> line.matches("\\| `[a-z-]+` \\| [0-9].*"))
            .toList())
        .isEqualTo(rows);
  }

  /** Held and rejected, in percent. */
  private static String cost(Policy preset, List<Signals> comments, AuthorRecord author) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    comments.forEach(
        comment -> counts.merge(preset.decide(by(author, comment)).verdict(), 1, Integer::sum));
    return String.format(
        Locale.ROOT,
        "%.1f / %.2f",
        100.0 * counts.getOrDefault(Verdict.HOLD, 0) / comments.size(),
        100.0 * counts.getOrDefault(Verdict.REJECT, 0) / comments.size());
  }

  private static List<Signals> good(String file, Predicate<TsvRow> isGood) throws IOException {
    var path = PublicData.folder().resolve(file);
    assumeTrue(Files.exists(path), "skipped: the data set " + path + " is not there");
    var models = new ModelStore(Path.of("models")).serving();
    var classifier = new PhraseClassifier(new OpenNlpClassifier(models.byLanguage()));
    var comments = new ArrayList<Signals>();
    TsvFile.read(path, BrokenRows.STOP, row -> {
      if (isGood.test(row)) {
        comments.add(signals(classifier, row.text("text")));
      }
    });
    return comments;
  }

  private static Signals signals(Classifier classifier, String text) {
    var found = classifier.classify(text, TextFormat.TEXT);
    return new Signals(
        found.scores(),
        new Language(found.language(), found.supported(), true),
        found.shape(),
        LinkReader.read(LinkFinder.find(found.folded().read()), List.of()),
        new Form(false, null),
        ListHits.NONE,
        Edit.NONE,
        Repeats.NONE,
        Pace.NONE,
        null,
        new Relevance(null, null),
        Corrections.NONE);
  }

  private static Signals by(AuthorRecord author, Signals comment) {
    return new Signals(
        comment.scores(),
        comment.language(),
        comment.shape(),
        comment.links(),
        comment.form(),
        comment.lists(),
        comment.edit(),
        comment.repeats(),
        comment.pace(),
        author,
        comment.relevance(),
        comment.corrections());
  }
}
