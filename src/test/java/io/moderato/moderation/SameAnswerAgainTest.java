package io.moderato.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import io.moderato.classify.Label;
import io.moderato.classify.Scores;
import io.moderato.classify.TextShape;
import io.moderato.comment.CommentId;
import io.moderato.embedded.EmbeddedServer;
import io.moderato.mongo.Mongo;
import io.moderato.policy.Decision;
import io.moderato.policy.Definition;
import io.moderato.policy.Policy;
import io.moderato.policy.PolicySource;
import io.moderato.policy.Presets;
import io.moderato.policy.Rule;
import io.moderato.policy.Verdict;
import io.moderato.signals.AuthorRecord;
import io.moderato.signals.Corrections;
import io.moderato.signals.Edit;
import io.moderato.signals.Form;
import io.moderato.signals.Language;
import io.moderato.signals.Links;
import io.moderato.signals.ListHit;
import io.moderato.signals.ListHits;
import io.moderato.signals.Pace;
import io.moderato.signals.Relevance;
import io.moderato.signals.Repeats;
import io.moderato.signals.Signals;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was stored with a decision is enough to come to it again, to the last digit. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SameAnswerAgainTest {
  private static final int COMMENTS = 4000;
  private static final int AT_ONCE = 64;

  @TempDir
  private Path folder;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void thousands_of_decisions_come_out_the_same_after_a_restart() {
    var policies = policies();
    var decided = new HashMap<CommentId, Decision>();
    with(comments -> {
      var writes = new ArrayList<Future<?>>();
      for (int i = 0; i < COMMENTS; i++) {
        var signals = signals();
        var decision = policies.get(i % policies.size()).decide(signals);
        var comment = ModeratedComments.comment("c-" + i, "Text.");
        decided.put(comment.id(), decision);
        writes.add(comments.addIfNew(ModeratedComment.first(
            comment,
            Origin.NATIVE,
            ThreadPlace.root(comment),
            new Judgement(signals, List.of(), decision, false, "m@1", ModeratedComments.NOW),
            null)));
        if (writes.size() == AT_ONCE) {
          Future.all(writes).await();
          writes.clear();
        }
      }
      return Future.all(writes).await();
    });

    var found = with(comments -> {
      var all = new ArrayList<ModeratedComment>();
      var ids = List.copyOf(decided.keySet());
      for (int from = 0; from < ids.size(); from += 500) {
        all.addAll(comments
            .findAll(ModeratedComments.BLOG, ids.subList(from, Math.min(from + 500, ids.size())))
            .await());
      }
      return all;
    });

    assertThat(found).as("seed %d", seed).hasSize(COMMENTS);
    for (var comment : found) {
      var stored = comment.judgement().decision();
      var policy = policies.stream()
          .filter(each -> each.id().equals(stored.policy()))
          .findFirst()
          .orElseThrow();
      assertThat(stored)
          .as("seed %d", seed)
          .isEqualTo(decided.get(comment.comment().id()));
      assertThat(policy.decide(comment.judgement().signals()))
          .as("seed %d", seed)
          .isEqualTo(stored);
    }
  }

  private <T> T with(Function<ModeratedCommentRepository, T> use) {
    var vertx = Vertx.vertx();
    try (var server = EmbeddedServer.start(folder);
        var mongo = Mongo.open(vertx, new ConnectionString(server.connectionString()))) {
      return use.apply(new MongoModeratedCommentRepository(mongo.database(), mongo.publishers()));
    } finally {
      vertx.close().await();
    }
  }

  private static List<Policy> policies() {
    var policies = new ArrayList<Policy>();
    Presets.names().stream().map(Presets::named).flatMap(Optional::stream).forEach(policies::add);
    policies.add(Policy.of(
        new PolicySource(
            "own",
            null,
            List.of(new Definition("high", "0.1 + 0.2")),
            List.of(
                new Rule("odd", "{scores.SPAM}.", "scores.SPAM * 3.0 > high", Verdict.HOLD),
                new Rule("ratio", "Much.", "shape.capitalShare / 3.0 > 0.1", Verdict.REJECT),
                new Rule("seen", "Seen.", "repeats.near > 3 || author.rejected > 2", Verdict.HOLD),
                new Rule("site", "There.", "'example.org' in links.domains", Verdict.HOLD))),
        7));
    return policies;
  }

  private Signals signals() {
    var scores = new EnumMap<Label, Double>(Label.class);
    for (var label : Label.values()) {
      if (random.nextInt(10) > 0) {
        scores.put(label, share());
      }
    }
    return new Signals(
        new Scores(scores),
        new Language(
            random.nextBoolean() ? "en" : "und", random.nextBoolean(), random.nextBoolean()),
        new TextShape(count(), count(), share(), count(), random.nextBoolean(), count(), count()),
        new Links(
            count(),
            List.of("example.org", "b\u00fccher.example").subList(0, random.nextInt(3)),
            count(),
            count(),
            count(),
            count(),
            count(),
            count(),
            count()),
        new Form(random.nextBoolean(), orNull(() -> random.nextDouble() * 1e6)),
        new ListHits(
            random.nextBoolean()
                ? List.of()
                : List.of(new ListHit("slurs", "knave*", "text", 3, 9)),
            count()),
        new Edit(
            random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), count(), share()),
        orNull(() -> new Repeats(count(), count(), count(), count(), orNull(() -> "c-\u20ac"))),
        orNull(() -> new Pace(count(), count(), count(), count(), count(), count())),
        orNull(() -> new AuthorRecord(random.nextBoolean(), count(), count(), count(), count())),
        orNull(() -> new Relevance(orNull(this::share), orNull(this::share))),
        orNull(() -> new Corrections(orNull(this::word), orNull(this::word))));
  }

  private Corrections.Word word() {
    return new Corrections.Word(
        random.nextBoolean(), LocalDate.of(2026, 11, 1 + random.nextInt(30)));
  }

  private int count() {
    return random.nextInt(10) == 0 ? random.nextInt(Integer.MAX_VALUE) : random.nextInt(6);
  }

  /** The ends and their neighbours, and numbers that have no short form. */
  private double share() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> Double.MIN_VALUE;
      case 3 -> Math.nextDown(1.0);
      case 4 -> 0.1 + 0.2;
      default -> random.nextDouble();
    };
  }

  private <T> @Nullable T orNull(Supplier<@Nullable T> value) {
    return random.nextInt(4) == 0 ? null : value.get();
  }
}
