package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.ConnectionString;
import com.mongodb.client.model.Filters;
import io.moderato.app.Application;
import io.moderato.app.Settings;
import io.moderato.app.Settings.HttpSettings;
import io.moderato.app.Settings.SignInSettings;
import io.moderato.app.Settings.SignalSettings;
import io.moderato.embedded.EmbeddedServer;
import io.moderato.http.Contract;
import io.moderato.mongo.Mongo;
import io.moderato.recent.FollowStore;
import io.moderato.webhook.AllowedNetworks;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that share one store, each with a recent past of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecentPastTest {
  private static final String CAMPAIGN =
      "Finest leather handbags straight from our factory, amazing colours, worldwide shipping and refunds.";
  private static final String VARIANT =
      "Finest leather handbags directly from our factory, amazing colours, worldwide delivery and refunds!";

  @TempDir
  private Path folder;

  private EmbeddedServer server;
  private Vertx vertx;
  private Mongo store;

  @BeforeEach
  void start_the_store() {
    server = EmbeddedServer.start(folder);
    vertx = Vertx.vertx();
    store = Mongo.open(vertx, new ConnectionString(server.connectionString()));
  }

  @AfterEach
  void stop_the_store() {
    store.close();
    vertx.close().await();
    server.close();
  }

  @Test
  void what_one_instance_stores_another_knows_soon_and_a_third_that_starts_later() {
    try (var one = start(Duration.ofSeconds(5), server.connectionString());
        var other = start(Duration.ofSeconds(5), server.connectionString())) {
      var site = newSite(one);
      awaitPast(site);
      var there = site.at(other);
      awaitPast(there);
      submit(site, "a-1", "u-1", CAMPAIGN);
      letOthersLook();
      submit(there, "a-2", "u-2", VARIANT);
      assertThat(signals("a-2").get("repeats")).isEqualTo(repeats(0, 1, 1));
      assertThat(stored("a-2").getString("campaign")).isEqualTo("a-1");
      letOthersLook();
      submit(site, "a-3", "u-3", CAMPAIGN);
      assertThat(signals("a-3").get("repeats")).isEqualTo(repeats(1, 2, 2));

      site.caller().delete("/v1/sites/blog/comments/a-1").expect(204);
      letOthersLook();
      submit(there, "a-4", "u-4", VARIANT);
      assertThat(signals("a-4").get("repeats")).isEqualTo(repeats(1, 2, 2));

      try (var third = start(Duration.ofSeconds(5), server.connectionString())) {
        var late = site.at(third);
        awaitPast(late);
        submit(late, "a-5", "u-5", VARIANT);
        assertThat(signals("a-5").get("repeats")).isEqualTo(repeats(2, 3, 3));
      }
    }
  }

  @Test
  void what_a_person_decides_at_one_instance_another_knows_soon_and_that_it_was_taken_back() {
    try (var one = start(Duration.ofSeconds(5), server.connectionString());
        var other = start(Duration.ofSeconds(5), server.connectionString())) {
      var site = newSite(one);
      awaitPast(site);
      var there = site.at(other);
      awaitPast(there);
      submit(site, "a-1", "u-1", CAMPAIGN);
      var feedback = "/v1/sites/blog/comments/a-1/feedback";

      site.caller().post(feedback, Json.object("verdict", "REJECT")).expect(200);
      letOthersLook();
      assertThat(rules(submit(there, "a-2", "u-2", CAMPAIGN))).contains("same-text-rejected");

      site.caller().delete(feedback).expect(200);
      letOthersLook();
      assertThat(rules(submit(there, "a-3", "u-3", CAMPAIGN))).doesNotContain("same-text-rejected");
    }
  }

  private static List<String> rules(JsonNode decided) {
    return decided.path("reasons").findValuesAsText("rule");
  }

  @Test
  void what_a_slow_store_does_not_tell_in_time_is_missing_and_holds_nothing_up() {
    try (var proxy = new StoreProxy(server, false);
        var service = start(Duration.ofMillis(50), "mongodb://127.0.0.1:" + proxy.port())) {
      var site = newSite(service);
      awaitPast(site);
      proxy.slow(Duration.ofMillis(400));

      var submission = TestSite.submission("s-1", "another-post", TestSite.HARMLESS);
      submission.set("author", Json.object("id", "u-1"));
      var decided =
          site.caller().post("/v1/sites/blog/comments", submission).expect(201).json();

      assertThat(decided.path("missing")).isEqualTo(Json.parse("[\"author\",\"relevance\"]"));
      assertThat(decided.path("degraded").asBoolean()).isTrue();
      assertThat(decided.path("verdict").asText()).isEqualTo("APPROVE");
      assertThat(signals("s-1").get("author")).isNull();
      assertThat(signals("s-1").get("repeats")).isNotNull();
      var metrics =
          site.caller().withKey(RunningService.OPERATOR_KEY).get("/metrics").expect(200);
      assertThat(metrics.body())
          .contains("signals_missing_total{signal=\"author\"")
          .contains("signals_missing_total{signal=\"relevance\"");
    }
  }

  @Test
  void an_author_s_record_follows_what_people_decide() {
    try (var service = start(Duration.ofSeconds(5), server.connectionString())) {
      var site = newSite(service);
      submit(site, "a-1", "u-1", "A first comment of mine.");
      submit(site, "a-2", "u-1", TestSite.SPAM);
      submit(site, "a-3", "u-1", "Another word.");
      assertThat(signals("a-3").get("author"))
          .isEqualTo(author(
              1,
              stored("a-2").getString("status").equals("held") ? 1 : 0,
              stored("a-2").getString("status").equals("rejected") ? 1 : 0,
              0));

      site.caller()
          .post("/v1/sites/blog/comments/a-2/feedback", Json.object("verdict", "APPROVE"))
          .expect(200);
      submit(site, "a-4", "u-1", "And one more.");
      assertThat(signals("a-4").get("author")).isEqualTo(author(3, 0, 0, 1));

      site.caller().delete("/v1/sites/blog/comments/a-2/feedback").expect(200);
      submit(site, "a-5", "u-2", "Somebody else.");
      assertThat(signals("a-5").get("author")).isEqualTo(author(0, 0, 0, 0));
    }
  }

  @Test
  void an_edit_tells_what_it_changed_and_a_comment_whether_it_is_about_its_post() {
    try (var service = start(Duration.ofSeconds(5), server.connectionString())) {
      var site = newSite(service);
      site.caller()
          .put(
              "/v1/sites/blog/posts/p-1",
              Json.object(
                  "title",
                  "Bridges",
                  "body",
                  "<p>Steel bridges rust where salt water meets paint.</p>"))
          .expect(200);
      submit(site, "a-1", "u-1", "Does salt rust every steel bridge paint?");
      var relevance = signals("a-1").get("relevance", Document.class);
      assertThat(relevance.getDouble("post")).isEqualTo(4 / 5.0);
      assertThat(relevance.get("parent")).isNull();

      site.caller()
          .put(
              "/v1/sites/blog/comments/a-1",
              Json.object(
                  "text",
                  "Does salt rust every steel bridge? http://one.example http://two.example"))
          .expect(200);

      var edit = signals("a-1").get("edit", Document.class);
      assertThat(edit)
          .containsEntry("edited", true)
          .containsEntry("afterApproval", true)
          .containsEntry("addedLinks", 2)
          .containsEntry("changedShare", 0.0);
    }
  }

  @Test
  void what_a_site_does_not_want_stored_is_not_stored_in_another_form_either() {
    try (var service = start(Duration.ofSeconds(5), server.connectionString())) {
      var site = newSite(service);
      site.caller()
          .withKey(RunningService.OPERATOR_KEY)
          .patch(
              "/v1/sites/blog",
              Json.object(
                  "privacy", Json.object("storeAuthorIp", false, "storeAuthorEmail", false)))
          .expect(200);
      for (int i = 0; i < 2; i++) {
        var submission = TestSite.submission("e-" + i, "p-1", "My comment number " + i);
        submission.set("author", Json.object("email", "ada@example.org", "ip", "192.0.2.77"));
        site.caller().post("/v1/sites/blog/comments", submission).expect(201);
      }

      var stored = stored("e-1");
      assertThat(stored.toJson()).doesNotContain("ada@", "192.0.2");
      assertThat(stored.get("authorKey")).isNull();
      assertThat(signals("e-1").get("author", Document.class).getBoolean("known"))
          .isFalse();
      assertThat(signals("e-1").get("pace", Document.class)).containsEntry("addressMinute", 1);
    }
  }

  private record Site(Application service, Caller caller) {
    Site at(Application other) {
      return new Site(other, RecentPastTest.caller(other).withKey(caller.key()));
    }
  }

  /** Twice as long as it takes. */
  private static void letOthersLook() {
    LockSupport.parkNanos(FollowStore.PAUSE.multipliedBy(2).toNanos());
  }

  private static Document repeats(int exact, int near, int authors) {
    return new Document("exact", exact)
        .append("near", near)
        .append("authors", authors)
        .append("posts", 1)
        .append("campaign", "a-1");
  }

  private static Document author(int approved, int held, int rejected, int corrected) {
    return new Document("known", true)
        .append("approved", approved)
        .append("held", held)
        .append("rejected", rejected)
        .append("corrected", corrected)
        .append("standing", "none");
  }

  private Application start(Duration budget, String uri) {
    var service = Application.start(new Settings(
        new HttpSettings("127.0.0.1", 0, 1 << 20, 100),
        folder,
        Path.of("models"),
        new ConnectionString(uri),
        RunningService.OPERATOR_KEY,
        1,
        AllowedNetworks.NONE,
        new SignalSettings(budget, 10_000, Duration.ofDays(7)),
        SignInSettings.DEFAULT,
        "text"));
    service.prepared().await();
    return service;
  }

  private static Site newSite(Application service) {
    var operator = caller(service);
    var key = operator
        .post("/v1/sites", Json.object("id", "blog", "name", "Blog"))
        .expect(201)
        .json()
        .at("/key/key")
        .asText();
    return new Site(service, operator.withKey(key));
  }

  private static Caller caller(Application service) {
    return new Caller(
        URI.create("http://127.0.0.1:" + service.port()),
        new PublishedContract(Contract.load().yaml()),
        RunningService.OPERATOR_KEY);
  }

  private static JsonNode submit(Site site, String id, String author, String text) {
    var submission = TestSite.submission(id, "p-1", text);
    submission.set("author", Json.object("id", author));
    return site.caller().post("/v1/sites/blog/comments", submission).expect(201).json();
  }

  private static void awaitPast(Site site) {
    Eventually.is(() -> test(site, "Is it there?").path("missing").isEmpty()
        || !test(site, "Is it there?").path("missing").toString().contains("repeats"));
  }

  private static JsonNode test(Site site, String text) {
    var submission = TestSite.submission("test", "p-1", text).put("test", true);
    return site.caller().post("/v1/sites/blog/comments", submission).expect(200).json();
  }

  private Document stored(String id) {
    return store
        .publishers()
        .all(store
            .database()
            .getCollection("comments")
            .find(Filters.eq("_id", "blog/" + id))
            .limit(1))
        .await()
        .get(0);
  }

  private Document signals(String id) {
    return stored(id).get("signals", Document.class);
  }
}
