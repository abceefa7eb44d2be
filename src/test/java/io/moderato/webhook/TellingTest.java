package io.moderato.webhook;

import static io.moderato.moderation.ModeratedComments.NOW;
import static io.moderato.moderation.ModeratedComments.calledBack;
import static io.moderato.moderation.ModeratedComments.comment;
import static io.moderato.moderation.ModeratedComments.edited;
import static io.moderato.moderation.ModeratedComments.moderated;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moderato.AdjustableClock;
import io.moderato.comment.CommentId;
import io.moderato.moderation.HumanDecision;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.MongoCommentOutbox;
import io.moderato.moderation.MongoModeratedCommentRepository;
import io.moderato.mongo.TestStore;
import io.moderato.policy.Verdict;
import io.moderato.site.MongoSiteRepository;
import io.moderato.site.Site;
import io.moderato.site.SiteDirectory;
import io.moderato.site.SiteId;
import io.moderato.site.Sites;
import io.moderato.site.Webhook;
import io.moderato.site.WebhookSecret;
import io.moderato.siteadmin.ChangeSite;
import io.moderato.webhook.Delivery.State;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a comment's status to its receiver: the whole way but the HTTP service, on the embedded store. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TellingTest {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  private static final SiteId BLOG = new SiteId("blog");
  private static final String WEBHOOK = "0123456789ab";

  private final AdjustableClock clock = new AdjustableClock(NOW.toString());
  private final Receiver receiver = new Receiver();
  private MongoModeratedCommentRepository comments;
  private MongoCommentOutbox outbox;
  private MongoSiteRepository sites;
  private DeliveryRepository deliveries;
  private CallbackMessages callbacks = (site, comment, event) -> Optional.empty();

  @BeforeEach
  void open() {
    var database = STORE.mongo().database();
    var publishers = STORE.mongo().publishers();
    comments = new MongoModeratedCommentRepository(database, publishers);
    outbox = new MongoCommentOutbox(database, publishers);
    sites = new MongoSiteRepository(database, publishers);
    deliveries = new MongoDeliveryRepository(database, publishers);
    sites.addIfNew(Sites.listening("blog", receiver.url("/hooks"))).await();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  /** One process's share of the work; it remembers nothing of others. */
  private final class Worker {
    final SiteDirectory directory = new SiteDirectory(sites, clock);
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final TakeEvents take =
        new TakeEvents(outbox, deliveries, directory, (s, c, e) -> callbacks.of(s, c, e), clock);
    final DeliverDue deliver = new DeliverDue(
        deliveries,
        directory,
        new ChangeSite(sites, directory),
        new GuardedSender(
            STORE.vertx(),
            new AddressGuard(
                AllowedNetworks.of("127.0.0.1"), host -> Future.failedFuture("no names here")),
            Duration.ofSeconds(20),
            new HttpClientOptions()),
        new RetrySchedule(new Random(1)),
        metrics,
        clock,
        "worker-" + System.identityHashCode(this));

    void run() {
      take.run().await();
      Future.join(deliver.begin().await()).await();
    }

    double count(String outcome) {
      return metrics.counter("webhook.deliveries", "outcome", outcome).count();
    }
  }

  private ModeratedComment held(String id) {
    var held = moderated(comment(id, "Hello."), Verdict.HOLD);
    comments.addIfNew(held).await();
    return held;
  }

  private ModeratedComment stored(String id) {
    return comments.find(BLOG, new CommentId(id)).await().orElseThrow();
  }

  private HumanDecision human(Verdict verdict) {
    return new HumanDecision(verdict, Map.of(), "key:k", clock.instant(), null);
  }

  private List<String> types() {
    return receiver.calls().stream()
        .map(call -> new JsonObject(call.body()).getString("type"))
        .toList();
  }

  @Test
  void a_decision_arrives_signed_in_the_native_form_and_once() {
    held("c-1");
    var worker = new Worker();

    worker.run();
    worker.run();

    assertThat(receiver.calls()).hasSize(1);
    var call = receiver.calls().get(0);
    var secret = Sites.listening("blog", "x").webhooks().get(0).secrets();
    assertThat(call.header("webhook-signature"))
        .isEqualTo(
            WebhookSignature.of(secret, call.header("webhook-id"), clock.instant(), call.body()));
    assertThat(call.header("webhook-timestamp"))
        .isEqualTo(Long.toString(clock.instant().getEpochSecond()));
    assertThat(call.header("content-type")).isEqualTo("application/json");
    var body = new JsonObject(call.body());
    assertThat(body.getString("type")).isEqualTo("comment.held");
    assertThat(body.getString("timestamp")).isEqualTo(NOW.toString());
    var told = body.getJsonObject("data");
    assertThat(told.getString("id")).isEqualTo("c-1");
    assertThat(told.getString("status")).isEqualTo("held");
    assertThat(told.getString("verdict")).isEqualTo("HOLD");
    assertThat(told.getJsonArray("reasons")).hasSize(1);
    assertThat(told.fieldNames()).doesNotContain("author", "text");
    assertThat(worker.count("delivered")).isEqualTo(1);
    assertThat(deliveries.waiting(9).await()).isZero();
    assertThat(stored("c-1").events().waiting()).isEmpty();
  }

  @Test
  void only_the_types_that_a_webhook_wants_are_sent() {
    var site = sites.find(BLOG).await().orElseThrow();
    sites
        .replace(site.withWebhooks(
            List.of(webhook("a", "/a", Set.of("comment.approved")), webhook("b", "/b", Set.of()))))
        .await();
    held("c-1");

    new Worker().run();

    assertThat(receiver.calls()).extracting(Receiver.Call::path).containsExactly("/b");
  }

  @Test
  void undoing_within_ten_seconds_tells_nobody_and_later_tells_the_opposite() {
    var worker = new Worker();
    var approved = held("c-1").decided(human(Verdict.APPROVE), null);
    comments.replace(approved).await();
    clock.advance(Duration.ofSeconds(9));
    worker.run();
    assertThat(types()).containsExactly("comment.held");

    comments.replace(stored("c-1").undone(clock.instant(), null)).await();
    clock.advance(Duration.ofSeconds(20));
    worker.run();
    assertThat(types()).containsExactly("comment.held");

    comments.replace(stored("c-1").decided(human(Verdict.REJECT), null)).await();
    clock.advance(Duration.ofSeconds(10));
    worker.run();
    assertThat(types()).containsExactly("comment.held", "comment.rejected");

    comments.replace(stored("c-1").undone(clock.instant(), null)).await();
    worker.run();
    assertThat(types()).containsExactly("comment.held", "comment.rejected", "comment.held");
  }

  @Test
  void what_fails_is_tried_again_later_under_the_same_id_and_what_follows_waits_for_it() {
    var answers = new ArrayList<>(List.of(500, 302));
    receiver.answers(call -> answers.isEmpty() ? 200 : answers.remove(0));
    var worker = new Worker();
    comments.replace(edited(held("c-1"), "Another.", Verdict.APPROVE, NOW)).await();

    worker.run();
    worker.run();
    assertThat(types()).containsExactly("comment.held");
    clock.advance(Duration.ofSeconds(7));
    worker.run();
    assertThat(types()).containsExactly("comment.held", "comment.held");
    clock.advance(Duration.ofSeconds(25));
    worker.run();
    worker.run();

    assertThat(types())
        .containsExactly("comment.held", "comment.held", "comment.held", "comment.approved");
    assertThat(receiver.calls().stream()
            .limit(3)
            .map(call -> call.header("webhook-id"))
            .distinct())
        .hasSize(1);
    assertThat(receiver.calls().stream()
            .limit(3)
            .map(call -> call.header("webhook-timestamp"))
            .distinct())
        .hasSize(3);
    assertThat(worker.count("retried")).isEqualTo(2);
    assertThat(worker.count("delivered")).isEqualTo(2);
  }

  @Test
  void a_receiver_that_is_overloaded_is_left_alone_for_as_long_as_it_asks() {
    var answers = new ArrayList<>(List.of(429));
    receiver.answers(call -> answers.isEmpty() ? 200 : answers.remove(0));
    held("c-1");
    var worker = new Worker();
    worker.run();

    clock.advance(Duration.ofSeconds(Receiver.RETRY_AFTER_S).minusMillis(1));
    worker.run();
    assertThat(receiver.calls()).hasSize(1);
    clock.advance(Duration.ofMillis(1));
    worker.run();

    assertThat(receiver.calls()).extracting(Receiver.Call::answer).containsExactly(429, 200);
  }

  @Test
  void after_a_day_of_failures_it_is_a_dead_letter_that_can_be_sent_again() {
    receiver.answers(call -> 503);
    held("c-1");
    var worker = new Worker();
    for (int hour = 0; hour < 40 * 12; hour++) {
      worker.run();
      clock.advance(Duration.ofMinutes(5));
    }

    var dead = page(State.DEAD);
    assertThat(receiver.calls()).hasSize(RetrySchedule.MOST_ATTEMPTS);
    assertThat(dead).hasSize(1);
    assertThat(dead.get(0).error()).isEqualTo("answered 503");
    assertThat(worker.count("dead")).isEqualTo(1);

    receiver.answers(call -> 200);
    deliveries.revive(dead.get(0), dead.get(0).anew(clock.instant())).await();
    worker.run();

    assertThat(page(State.DELIVERED)).extracting(Delivery::attempts).containsExactly(1);
  }

  @Test
  void whoever_answers_410_is_called_no_more() {
    receiver.answers(call -> 410);
    held("c-1");
    held("c-2");
    var worker = new Worker();

    worker.run();

    var site = sites.find(BLOG).await().orElseThrow();
    assertThat(site.webhooks().get(0).enabled()).isFalse();
    assertThat(site.listens()).isFalse();
    assertThat(page(State.DEAD)).hasSize(2);
    assertThat(page(State.WAITING)).isEmpty();
  }

  @Test
  void during_a_rotation_both_secrets_sign_and_afterwards_the_new_one_alone() {
    var site = sites.find(BLOG).await().orElseThrow();
    var fresh = WebhookSecret.random(clock.instant());
    var end = clock.instant().plus(WebhooksApi.OVERLAP);
    sites
        .replace(site.withWebhooks(List.of(site.webhooks().get(0).rotated(fresh, end))))
        .await();
    held("c-1");
    new Worker().run();
    clock.advance(WebhooksApi.OVERLAP);
    held("c-2");
    new Worker().run();

    var signatures = receiver.calls().stream()
        .map(call -> call.header("webhook-signature").split(" "))
        .toList();
    assertThat(signatures.get(0)).hasSize(2);
    assertThat(signatures.get(1)).hasSize(1);
  }

  @Test
  void what_a_killed_process_had_claimed_is_delivered_by_another_one() {
    held("c-1");
    var now = clock.instant();
    outbox.claim(outbox.due(now, 1).await().get(0), now, now.plusSeconds(30)).await();
    new Worker().run();
    assertThat(receiver.calls()).as("somebody else has it").isEmpty();
    clock.advance(Duration.ofSeconds(30));
    new Worker().take.run().await();
    var due = deliveries.due("blog/" + WEBHOOK, clock.instant(), 1).await().get(0);
    deliveries.claim(due, "killed", clock.instant().plus(DeliverDue.LEASE)).await();

    new Worker().run();
    assertThat(receiver.calls()).as("somebody else has it").isEmpty();
    clock.advance(DeliverDue.LEASE);
    new Worker().run();

    assertThat(receiver.calls()).hasSize(1);
    assertThat(page(State.DELIVERED)).extracting(Delivery::attempts).containsExactly(2);
  }

  @Test
  void several_processes_deliver_each_event_once_and_each_comments_in_order() {
    var seed = 20_261_122L;
    var random = new Random(seed);
    receiver.answers(call -> {
      synchronized (random) {
        return random.nextInt(4) == 0 ? 500 : 200;
      }
    });
    var workers = List.of(new Worker(), new Worker(), new Worker());
    var changing = CompletableFuture.runAsync(() -> {
      for (int number = 0; number < 25; number++) {
        var comment = held("c-" + number);
        for (int version = 2; version <= 5; version++) {
          var verdict = version % 2 == 0 ? Verdict.APPROVE : Verdict.HOLD;
          var won = false;
          while (!won) { // as ChangeComment does
            comment = edited(stored("c-" + number), "Text " + version, verdict, NOW);
            won = comments.replace(comment).await();
          }
        }
      }
    });
    for (int round = 0;
        round < 400
            && (!changing.isDone()
                || deliveries.waiting(1).await() > 0
                || !outbox.due(clock.instant(), 1).await().isEmpty());
        round++) {
      CompletableFuture.allOf(workers.stream()
              .map(worker -> CompletableFuture.runAsync(worker::run))
              .toArray(CompletableFuture[]::new))
          .join();
      clock.advance(Duration.ofMinutes(20));
    }
    changing.join();

    var versions = new HashMap<String, List<Integer>>();
    receiver.calls().stream().filter(call -> call.answer() == 200).forEach(call -> {
      var told = new JsonObject(call.body()).getJsonObject("data");
      versions
          .computeIfAbsent(told.getString("id"), id -> new ArrayList<>())
          .add(told.getInteger("version"));
    });
    assertThat(versions).as("seed %d", seed).hasSize(25);
    assertThat(versions.values())
        .as("seed %d", seed)
        .allSatisfy(each -> assertThat(each).containsExactly(1, 2, 3, 4, 5));
  }

  @Test
  void one_receiver_that_hangs_holds_no_other_one_up() throws Exception {
    var hang = new CountDownLatch(1);
    try (var slow = new Receiver()) {
      slow.answers(call -> {
        try {
          hang.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return 200;
      });
      var site = sites.find(BLOG).await().orElseThrow();
      var hanging = new Webhook(
          "aaaa", slow.url("/"), Set.of(), true, site.webhooks().get(0).secrets(), NOW);
      sites.replace(site.withWebhooks(List.of(hanging, site.webhooks().get(0)))).await();
      IntStream.range(0, 40).forEach(number -> held("c-" + number));
      var worker = new Worker();
      worker.take.run().await();

      var lanes = worker.deliver.begin().await();

      var begin = System.nanoTime();
      while (receiver.calls().size() < 40 && System.nanoTime() - begin < 15_000_000_000L) {
        Thread.sleep(10);
      }
      assertThat(receiver.calls()).hasSize(40);
      assertThat(slow.calls()).isEmpty();
      assertThat(deliveries.due("blog/aaaa", clock.instant(), 99).await())
          .as("no more calls at once than it may have")
          .hasSize(40 - DeliverDue.MOST_AT_ONCE);
      worker.deliver.stop();
      hang.countDown();
      Future.join(lanes).await();
    }
  }

  @Test
  void what_waits_for_a_deleted_webhook_goes_with_it() {
    receiver.answers(call -> 500);
    held("c-1");
    var worker = new Worker();
    worker.run();
    var site = sites.find(BLOG).await().orElseThrow();
    sites.replace(site.withWebhooks(List.of())).await();
    clock.advance(Duration.ofMinutes(1));

    worker.run();

    assertThat(receiver.calls()).hasSize(1);
    assertThat(deliveries.waiting(9).await()).isZero();
  }

  @Test
  void a_webhook_that_this_process_does_not_know_yet_loses_nothing() {
    var worker = new Worker();
    worker.directory.find(BLOG).await();
    Site site = sites.find(BLOG).await().orElseThrow();
    sites.replace(site.withWebhooks(List.of(webhook("beef", "/new", Set.of())))).await();
    held("c-1");
    new Worker().take.run().await();

    worker.run();

    assertThat(receiver.calls()).extracting(Receiver.Call::path).containsExactly("/new");
  }

  @Test
  void a_comments_sender_is_told_unsigned_at_its_own_address() {
    callbacks = (site, comment, event) -> Optional.of(new CallbackMessage(
        URI.create(receiver.url("/callback")), "application/x-www-form-urlencoded", "guid=c-1"));
    var held = moderated(comment("c-1", "Hello."), Verdict.HOLD);
    comments.addIfNew(calledBack(held, receiver.url("/callback"))).await();

    new Worker().run();

    var call = receiver.calls().stream()
        .filter(each -> each.path().equals("/callback"))
        .findFirst()
        .orElseThrow();
    assertThat(call.body()).isEqualTo("guid=c-1");
    assertThat(call.header("content-type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(call.headers()).doesNotContainKeys("webhook-id", "webhook-signature");
  }

  private Webhook webhook(String id, String path, Set<String> events) {
    var secrets = Sites.listening("blog", "x").webhooks().get(0).secrets();
    return new Webhook(id, receiver.url(path), events, true, secrets, NOW);
  }

  private List<Delivery> page(State state) {
    return deliveries.page(BLOG, WEBHOOK, state, null, 99).await();
  }
}
