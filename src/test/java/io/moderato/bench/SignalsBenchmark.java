package io.moderato.bench;

import io.moderato.classify.Classification;
import io.moderato.classify.OpenNlpClassifier;
import io.moderato.comment.Author;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import io.moderato.model.ModelStore;
import io.moderato.phrase.PhraseClassifier;
import io.moderato.policy.Decision;
import io.moderato.policy.Policy;
import io.moderato.policy.Presets;
import io.moderato.recent.Past;
import io.moderato.recent.RecentComment;
import io.moderato.recent.RecentComments;
import io.moderato.recent.SomeRecentComments;
import io.moderato.signals.AuthorRecord;
import io.moderato.signals.Edit;
import io.moderato.signals.Form;
import io.moderato.signals.Language;
import io.moderato.signals.LinkFinder;
import io.moderato.signals.LinkReader;
import io.moderato.signals.Relevance;
import io.moderato.signals.Signals;
import io.moderato.site.SiteId;
import io.moderato.wordlist.CompiledList;
import io.moderato.wordlist.ListFormat;
import io.moderato.wordlist.ListOwner;
import io.moderato.wordlist.ListsFound;
import io.moderato.wordlist.Searched;
import io.moderato.wordlist.SiteLists;
import io.moderato.wordlist.WordList;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the signals and the policy add to a classified comment of 60 words without the store, with a word list of so many entries; the promise is
 * at most 100 µs. A text has left the window of the recent past when it comes again. Run it like {@code ClassifierBenchmark}, with {@code -prof gc} for the bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms512m", "-Xmx512m"})
@NullUnmarked // JMH fills the fields
public class SignalsBenchmark {
  private static final int COMMENTS = 4_096;
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Param({"0", "65000"})
  public int entries;

  private final BenchText text = new BenchText(7);
  private final Policy policy = Presets.named("news").orElseThrow();
  private final RecentComments recent = SomeRecentComments.empty(COMMENTS / 2, Clock.systemUTC());
  private List<Classification> classified;
  private SiteLists lists;
  private int next;

  @Setup
  public void prepare() {
    var models = new ModelStore(Path.of("models")).serving();
    var classifier = new PhraseClassifier(new OpenNlpClassifier(models.byLanguage()));
    classified = Stream.generate(() -> text.comment(60))
        .limit(COMMENTS)
        .map(comment -> classifier.classify(comment, TextFormat.TEXT))
        .toList();
    lists = entries == 0 ? SiteLists.NONE : new SiteLists(List.of(list()));
  }

  private CompiledList list() {
    var words = new LinkedHashSet<String>();
    while (words.size() < entries) {
      words.add(text.oneWord(5 + words.size() % 8));
    }
    return CompiledList.of(new WordList(
        ListOwner.OPERATOR,
        "words",
        "",
        ListFormat.WORDS,
        ListFormat.WORDS.usualFields(),
        List.copyOf(words),
        1,
        NOW));
  }

  /** Everything but the store, for the news preset. */
  @Benchmark
  public Decision signalsAndPolicy() {
    var found = classified.get(++next % COMMENTS);
    var listed = lists(found);
    var past = past(found);
    return policy.decide(new Signals(
        found.scores(),
        new Language(found.language(), found.supported(), true),
        found.shape(),
        LinkReader.read(LinkFinder.find(found.folded().read()), List.of())
            .withListed(listed.listedLinks()),
        new Form(false, null),
        listed.hits(),
        Edit.NONE,
        past.map(Past::repeats).orElse(null),
        past.map(Past::pace).orElse(null),
        new AuthorRecord(true, 12, 0, 0, 0),
        new Relevance(found.wordHashes().shareIn(classified.get(0).wordHashes()), null),
        past.map(Past::corrections).orElse(null)));
  }

  @Benchmark
  public ListsFound listsAlone() {
    return lists(classified.get(++next % COMMENTS));
  }

  private ListsFound lists(Classification found) {
    var links = LinkFinder.find(found.folded().read());
    return lists.find(Searched.text(found.folded(), links), Author.UNKNOWN);
  }

  private Optional<Past> past(Classification found) {
    return recent.meet(new RecentComment(
        new SiteId("blog"),
        new CommentId("c-" + next),
        new PostId("p-" + next % 50),
        new Author("u-" + next % 900, null, null, null, "192.0.2." + next % 200, null),
        found.wordHashes(),
        Instant.now(),
        Instant.now(),
        null,
        null,
        null));
  }
}
