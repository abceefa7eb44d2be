package io.moderato.replay;

import com.mongodb.ConnectionString;
import io.moderato.classify.Label;
import io.moderato.classify.Scores;
import io.moderato.classify.TextShape;
import io.moderato.embedded.EmbeddedServer;
import io.moderato.moderation.Judgement;
import io.moderato.moderation.ModeratedComments;
import io.moderato.moderation.MongoModeratedCommentRepository;
import io.moderato.mongo.Migration;
import io.moderato.mongo.Mongo;
import io.moderato.policy.Presets;
import io.moderato.signals.AuthorRecord;
import io.moderato.signals.Corrections;
import io.moderato.signals.Edit;
import io.moderato.signals.Form;
import io.moderato.signals.Language;
import io.moderato.signals.Links;
import io.moderato.signals.ListHits;
import io.moderato.signals.Pace;
import io.moderato.signals.Relevance;
import io.moderato.signals.Repeats;
import io.moderato.signals.Signals;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many stored decisions a second a replay decides on, and how many it reads, over the embedded store in the same process; run it like
 * {@code ClassifierBenchmark}. A comment has 60 words, every signal, and the reasons of the default policy.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(
    value = 1,
    jvmArgs = {"-Xms256m", "-Xmx256m"})
@NullUnmarked // JMH fills the fields
public class ReplayBenchmark {
  private static final int STORED = 20_000;
  private static final int AT_ONCE = 100;
  private static final String TEXT =
      "ten words that say nothing in particular about anything else ".repeat(6);

  private final Random random = new Random(7);
  private final Vertx vertx = Vertx.vertx();
  private Path folder;
  private EmbeddedServer server;
  private Mongo mongo;
  private MongoModeratedCommentRepository comments;

  @Setup
  public void store() throws IOException {
    folder = Files.createTempDirectory("replay");
    server = EmbeddedServer.start(folder);
    mongo = Mongo.open(vertx, new ConnectionString(server.connectionString()));
    new Migration(mongo).run().await();
    comments = new MongoModeratedCommentRepository(mongo.database(), mongo.publishers());
    for (int from = 0; from < STORED; from += AT_ONCE) {
      Future.all(IntStream.range(from, from + AT_ONCE).mapToObj(this::add).toList())
          .await();
    }
  }

  private Future<Boolean> add(int number) {
    var signals = signals();
    var judgement = new Judgement(
        signals,
        List.of(),
        Presets.defaultPolicy().decide(signals),
        false,
        "base@1",
        ModeratedComments.NOW.plusMillis(number));
    return comments.addIfNew(
        ModeratedComments.moderated(ModeratedComments.comment("c-" + number, TEXT), judgement));
  }

  private Signals signals() {
    var scores = new EnumMap<Label, Double>(Label.class);
    for (var label : Label.values()) {
      scores.put(label, Math.pow(random.nextDouble(), 8));
    }
    return new Signals(
        new Scores(scores),
        new Language("en", true, true),
        new TextShape(60, 300, random.nextDouble() / 9, 0, false, 0, 0),
        new Links(1, List.of("example.org"), 0, 0, 0, 0, 0, 0, 0),
        new Form(false, 20 * random.nextDouble()),
        ListHits.NONE,
        Edit.NONE,
        Repeats.NONE,
        Pace.NONE,
        new AuthorRecord(true, random.nextInt(20), 0, random.nextInt(2), 0),
        new Relevance(random.nextDouble(), null),
        Corrections.NONE);
  }

  @TearDown
  public void close() throws IOException {
    mongo.close();
    server.close();
    vertx.close().await();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ReplayBenchmark::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Benchmark
  @OperationsPerInvocation(STORED)
  public ReplayReport replay() {
    var news = Trial.of(Presets.named("news").orElseThrow());
    return new Replay(comments)
        .run(ModeratedComments.BLOG, Span.last(STORED), news, ReplayWatcher.NOBODY);
  }

  /** Without deciding. */
  @Benchmark
  @OperationsPerInvocation(STORED)
  public void read() {
    new PastDecisions(comments)
        .read(ModeratedComments.BLOG, Span.last(STORED), false, () -> false, page -> {});
  }
}
