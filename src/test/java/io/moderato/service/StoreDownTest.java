package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import io.moderato.app.Application;
import io.moderato.embedded.EmbeddedServer;
import io.moderato.http.Contract;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreDownTest {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  @TempDir
  private Path folder;

  private EmbeddedServer server;

  @BeforeEach
  void start_the_store() {
    server = EmbeddedServer.start(folder);
  }

  @AfterEach
  void stop_the_store() {
    server.close();
  }

  @Test
  void what_needs_no_store_goes_on_and_the_rest_is_refused_until_it_is_back() {
    try (var proxy = new StoreProxy(server, false);
        var service = start(proxy)) {
      service.prepared().await();
      var operator = caller(service);
      var key = operator
          .post("/v1/sites", Json.object("id", "blog", "name", "Blog"))
          .expect(201)
          .json()
          .at("/key/key")
          .asText();
      var site = operator.withKey(key);
      submit(site, "before").expect(201);

      proxy.cut();

      await(() -> classify(site).expect(200).json().path("degraded").asBoolean());
      var refused = submit(site, "during").expectProblem(503, "store-unavailable");
      assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow())).isPositive();
      site.get("/v1/sites/blog/comments/before").expectProblem(503, "store-unavailable");
      site.put("/v1/sites/blog/posts/p-1", Json.object("title", "T"))
          .expectProblem(503, "store-unavailable");
      var ready = operator.get("/health/ready").expect(503).json();
      assertThat(ready.at("/checks/store").asText()).isEqualTo("DOWN");
      other_contracts_answer_in_their_own_words(new Plain(service.port()), key);
      operator.get("/health/live").expect(200);
      operator.get("/metrics").expect(200);
      operator.get("/docs").expect(200);

      proxy.mend();

      await(() -> operator.get("/health/ready").status() == 200);
      submit(site, "during").expect(201);
      submit(site, "before").expect(200);
      await(() -> !classify(site).expect(200).json().path("degraded").asBoolean());
    }
  }

  @Test
  void
      what_a_blog_asks_by_Akismet_s_contract_is_answered_with_no_verdict_until_the_store_is_back() {
    try (var proxy = new StoreProxy(server, false);
        var service = start(proxy)) {
      service.prepared().await();
      var key = akismetKey(caller(service));
      var plain = new Plain(service.port());
      assertThat(akismet(plain, "verify-key", key).expect(200).body()).isEqualTo("valid");

      proxy.cut();

      await(() -> akismet(plain, "comment-check", key).status() == 503);
      for (var operation : List.of("comment-check", "submit-spam", "submit-ham", "get-stats")) {
        var answer = akismet(plain, operation, key).expect(503);
        assertThat(answer.body()).as(operation).isNotIn("true", "false", "valid", "invalid");
        assertThat(answer.header("X-akismet-debug-help")).as(operation).isPresent();
        assertThat(answer.header("Retry-After")).as(operation).isPresent();
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/plain");
      }
      assertThat(akismet(plain, "verify-key", key).expect(200).body()).isEqualTo("valid");
      var stranger = akismet(plain, "verify-key", "neverseen123").expect(503);
      assertThat(stranger.body()).isNotEqualTo("invalid");

      proxy.mend();

      await(() -> akismet(plain, "comment-check", key).status() == 200);
      assertThat(akismet(plain, "comment-check", key).body()).isEqualTo("false");
    }
  }

  private static String akismetKey(Caller operator) {
    operator.post("/v1/sites", Json.object("id", "blog", "name", "Blog")).expect(201);
    return operator
        .post(
            "/v1/sites/blog/keys",
            Json.object("scopes", List.of("submit", "feedback"), "form", "akismet"))
        .expect(201)
        .json()
        .path("key")
        .asText();
  }

  private static Answer akismet(Plain plain, String operation, String key) {
    var fields = new TreeMap<>(AkismetCaller.comment());
    fields.put("api_key", key);
    return plain.post(
        "/1.1/" + operation, AkismetCaller.form(fields), "Content-Type", AkismetCaller.FORM);
  }

  @Test
  void Coral_is_told_that_there_is_no_opinion_to_be_had_while_the_store_is_down() {
    try (var proxy = new StoreProxy(server, false);
        var service = start(proxy)) {
      service.prepared().await();
      var doors = Json.object("coralSecrets", List.of(CoralTest.SECRET));
      caller(service)
          .post("/v1/sites", Json.object("id", "blog", "name", "Blog", "doors", doors))
          .expect(201);
      var body = CoralTest.comment("<p>Fine.</p>").toString();
      var signature = CoralTest.signature(CoralTest.SECRET, body);
      var plain = new Plain(service.port());
      await(
          () -> // the first one may take longer than Coral waits
          plain.post("/coral/blog", body, "X-Coral-Signature", signature).status() == 200);

      proxy.cut();

      await(
          () -> plain.post("/coral/blog", body, "X-Coral-Signature", signature).status() == 503);
    }
  }

  private static void other_contracts_answer_in_their_own_words(Plain plain, String key) {
    var analyze = "{\"comment\":{\"text\":\"Fine.\"},\"requestedAttributes\":{\"TOXICITY\":{}}}";
    var suggest =
        "{\"comment\":{\"text\":\"Fine.\"},\"attributeScores\":{\"TOXICITY\":{\"summaryScore\":{\"value\":0}}}}";

    plain.post("/v1alpha1/comments:analyze?key=" + key, analyze).expect(200);
    plain
        .post("/v1/moderations", "{\"input\":\"Fine.\"}", "Authorization", "Bearer " + key)
        .expect(200);
    var notKept =
        plain.post("/v1alpha1/comments:suggestscore?key=" + key, suggest).expect(503);
    assertThat(notKept.json().at("/error/status").asText()).isEqualTo("UNAVAILABLE");
    assertThat(notKept.header("Retry-After")).isPresent();
    var stranger = plain.post(
        "/v1/moderations", "{\"input\":\"a\"}", "Authorization", "Bearer mod_never-seen");
    assertThat(stranger.expect(503).json().at("/error/type").asText()).isEqualTo("server_error");
  }

  @Test
  void a_key_that_nobody_has_seen_yet_is_not_called_wrong_while_the_store_is_down() {
    try (var proxy = new StoreProxy(server, false);
        var service = start(proxy)) {
      service.prepared().await();
      proxy.cut();

      var answer = classify(caller(service).withKey("mod_never-seen-here"));

      answer.expectProblem(503, "store-unavailable");
    }
  }

  @Test
  void the_service_starts_without_its_store_and_is_ready_once_it_is_there() {
    try (var proxy = new StoreProxy(server, true);
        var service = start(proxy)) {
      var operator = caller(service);
      operator.get("/health/live").expect(200);
      operator.get("/health/ready").expect(503);
      assertThat(classify(operator).expect(200).json().path("degraded").asBoolean())
          .isTrue();
      operator
          .post("/v1/sites", Json.object("id", "blog", "name", "Blog"))
          .expectProblem(503, "store-unavailable");

      proxy.mend();

      await(() -> operator.get("/health/ready").status() == 200);
      operator.post("/v1/sites", Json.object("id", "blog", "name", "Blog")).expect(201);
    }
  }

  @Test
  void each_comment_of_a_batch_says_that_it_was_not_stored() {
    try (var proxy = new StoreProxy(server, false);
        var service = start(proxy)) {
      service.prepared().await();
      var operator = caller(service);
      operator.post("/v1/sites", Json.object("id", "blog", "name", "Blog")).expect(201);
      submit(operator, "before").expect(201);
      proxy.cut();

      var answer = operator.post(
          "/v1/sites/blog/comments:batch",
          Json.MAPPER.createArrayNode().add(TestSite.submission("a", "p-1", "Hello.")));

      assertThat(answer.status()).isIn(200, 503);
      if (answer.status() == 200) {
        assertThat(answer.json().at("/0/code").asInt()).isEqualTo(503);
        assertThat(answer.json().at("/0/problem/type").asText())
            .isEqualTo("/docs/problems/store-unavailable");
      }
    }
  }

  private Application start(StoreProxy proxy) {
    var uri = new ConnectionString("mongodb://127.0.0.1:" + proxy.port());
    return Application.start(RunningService.settings(folder, uri));
  }

  private static Caller caller(Application service) {
    return new Caller(
        URI.create("http://127.0.0.1:" + service.port()),
        new PublishedContract(Contract.load().yaml()),
        RunningService.OPERATOR_KEY);
  }

  private static Answer submit(Caller caller, String id) {
    return caller.post(
        "/v1/sites/blog/comments", TestSite.submission(id, "p-1", TestSite.HARMLESS));
  }

  private static Answer classify(Caller caller) {
    return caller.post("/v1/classify", Json.object("text", TestSite.HARMLESS));
  }

  private static void await(BooleanSupplier condition) {
    var end = Instant.now().plus(LONGEST_WAIT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("it did not come true in " + LONGEST_WAIT);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
