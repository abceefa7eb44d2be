package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.webhook.Receiver;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class WebhooksTest {
  private final RunningService service;
  private final TestSite site;
  private final Receiver receiver = new Receiver();

  WebhooksTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void a_platform_hears_of_what_a_person_decides_and_not_of_what_is_undone_at_once() {
    create();
    site.submit("c-1", "p-1", TestSite.SPAM).expect(201);
    site.submit("c-2", "p-1", TestSite.SPAM).expect(201);
    feedback("c-1");
    feedback("c-2");
    site.caller().delete(site.comment("c-2") + "/feedback").expect(200);

    await(Duration.ofSeconds(30), () -> told("c-1").size() == 2);

    assertThat(told("c-1"))
        .extracting(told -> told.at("/data/status").asText())
        .last()
        .isEqualTo("approved");
    assertThat(told("c-1"))
        .extracting(told -> told.at("/data/humanVerdict").asText())
        .last()
        .isEqualTo("APPROVE");
    assertThat(told("c-2")).hasSize(1);
    assertThat(service.anyone().get("/metrics").expect(200).body())
        .contains("webhook_deliveries_total{outcome=\"delivered\"}")
        .doesNotContain(site.id());
  }

  @Test
  void what_is_sent_keeps_to_the_contract_and_holds_neither_text_nor_author() {
    create();
    var submission = TestSite.submission("c-1", "p-1", "Nicely written, Xylophonmarker.");
    submission.set(
        "author",
        Json.object(
            "email", "Xylophonmarker@example.org", "ip", "192.0.2.99", "name", "Xylophonmarker"));
    site.submit(submission).expect(201);

    await(Duration.ofSeconds(20), () -> told("c-1").size() == 1);

    var schema = service.contract().document().at("/components/schemas/WebhookEvent");
    assertThat(service.contract().violations(schema, told("c-1").get(0))).isEmpty();
    assertThat(receiver.calls().get(0).body()).doesNotContain("192.0.2.99", "@example.org");
  }

  @Test
  void a_site_without_a_webhook_keeps_no_events() {
    site.submit("c-1", "p-1", TestSite.HARMLESS).expect(201);

    var stored = service.stored("comments", new Document("site", site.id())).get(0);

    assertThat(stored.getList("events", Document.class)).isEmpty();
    assertThat(stored.get("nextDeliveryAt")).isNull();
  }

  @Test
  void secrets_are_shown_once_and_two_count_after_a_rotation() {
    var created = create();
    var path = webhooks() + "/" + created.path("id").asText();

    var rotated = post(path + "/secrets").expect(201).json();
    post(path + "/secrets").expect(201);

    assertThat(created.path("secret").asText()).startsWith("whsec_");
    assertThat(rotated.path("secret").asText())
        .isNotEqualTo(created.path("secret").asText());
    var listed = site.caller().get(webhooks()).expect(200);
    assertThat(listed.json().at("/webhooks/0/secrets")).hasSize(2);
    assertThat(listed.body()).doesNotContain("whsec_");
    assertThat(site.caller().get(site.address()).expect(200).body()).doesNotContain("whsec_");
  }

  @Test
  void a_test_arrives_and_can_be_sent_again() {
    var path = webhooks() + "/" + create().path("id").asText();

    var sent = post(path + "/test").expect(202).json();
    await(Duration.ofSeconds(20), () -> deliveries(path, "delivered").size() == 1);
    post(path + "/deliveries/" + sent.path("id").asText() + "/redeliver").expect(202);
    await(Duration.ofSeconds(20), () -> receiver.calls().size() == 2);

    assertThat(receiver.calls())
        .extracting(call -> call.header("webhook-id"))
        .containsOnly(sent.path("event").asText());
    assertThat(post(path + "/deliveries:redeliver").expect(202).json())
        .isEqualTo(Json.object("redelivered", 0, "more", false));
  }

  @Test
  void switched_off_it_hears_nothing_until_it_is_on_again() {
    var path = webhooks() + "/" + create().path("id").asText();
    site.caller().patch(path, Json.object("enabled", false)).expect(200);
    site.submit("c-1", "p-1", TestSite.HARMLESS).expect(201);
    site.caller().patch(path, Json.object("enabled", true)).expect(200);
    site.submit("c-2", "p-1", TestSite.HARMLESS).expect(201);

    await(Duration.ofSeconds(20), () -> told("c-2").size() == 1);

    assertThat(told("c-1")).isEmpty();
  }

  @Test
  void a_site_has_ten_webhooks_at_most_and_deletes_them() {
    for (int number = 0; number < 10; number++) {
      create();
    }

    site.caller()
        .post(webhooks(), Json.object("url", receiver.url("/")))
        .expectProblem(409, "conflict");
    var first = site.caller().get(webhooks()).json().at("/webhooks/0/id").asText();
    site.caller().delete(webhooks() + "/" + first).expect(204);
    site.caller().delete(webhooks() + "/" + first).expectProblem(404, "not-found");
    create();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "ftp://blog.example.org/",
        "https://user:password@blog.example.org/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "https://blog.example.org:22/",
        "https://blog.example.org/#x"
      })
  void a_bad_address_is_refused_with_a_pointer(String url) {
    var answer = site.caller().post(webhooks(), Json.object("url", url));

    answer.expectProblem(400, "invalid-request");
    assertThat(answer.places()).containsExactly("/url");
  }

  @Test
  void bad_input_is_refused_and_changes_nothing() {
    var path = webhooks() + "/" + create().path("id").asText();
    var before = site.caller().get(webhooks()).body();

    Stream.of(
            Json.object(),
            Json.object("url", 1),
            Json.object("url", "https://a.example.org/" + "x".repeat(2000)),
            Json.object("url", receiver.url("/"), "events", List.of("comment.burnt")),
            Json.object(
                "url", receiver.url("/"), "events", List.of("comment.held", "comment.held")),
            Json.object("url", receiver.url("/"), "secret", "whsec_mine"))
        .forEach(
            body -> site.caller().post(webhooks(), body).expectProblem(400, "invalid-request"));
    site.caller().patch(path, Json.object()).expectProblem(400, "invalid-request");
    site.caller().patch(path, Json.object("enabled", "no")).expectProblem(400, "invalid-request");
    site.caller()
        .patch(path, Json.object("url", "http://10.0.0.1/"))
        .expectProblem(400, "invalid-request");
    site.caller().get(path + "/deliveries?state=lost").expectProblem(400, "invalid-request");
    site.caller().get(path + "/deliveries?limit=0").expectProblem(400, "invalid-request");
    site.caller().get(path + "/deliveries?cursor=x").expectProblem(400, "invalid-request");
    post(path + "/deliveries/aa-bb/redeliver").expectProblem(404, "not-found");
    post(path + "/deliveries/x/redeliver").expectProblem(400, "invalid-request");

    assertThat(site.caller().get(webhooks()).body()).isEqualTo(before);
  }

  /** The examples of docs/webhooks.md accept what was sent, and nothing else. */
  @TestFactory
  Stream<DynamicTest> the_documented_ways_to_verify_work(@TempDir Path folder) throws IOException {
    var secret = create().path("secret").asText();
    site.submit("c-1", "p-1", TestSite.HARMLESS).expect(201);
    await(Duration.ofSeconds(20), () -> receiver.calls().size() == 1);
    var call = receiver.calls().get(0);
    var page = Files.readString(Path.of("docs/webhooks.md"));
    return Stream.of("sh bash", "js node", "python python3", "php php").map(each -> {
      var language = each.split(" ")[0];
      var program = each.split(" ")[1];
      return DynamicTest.dynamicTest(language, () -> {
        assumeTrue(isThere(program), "needs " + program);
        var file = Files.writeString(folder.resolve("verify." + language), example(page, language));

        assertThat(verify(program, file, secret, call, call.body())).isEqualTo("valid");
        assertThat(verify(program, file, secret, call, call.body() + " ")).isEqualTo("invalid");
      });
    });
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  private static String example(String page, String language) {
    var block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static String verify(
      String program, Path file, String secret, Receiver.Call call, String body)
      throws IOException, InterruptedException {
    var process = new ProcessBuilder(new ArrayList<>(List.of(program, file.toString())))
        .redirectErrorStream(true);
    process.environment().put("WEBHOOK_SECRET", secret);
    process.environment().put("WEBHOOK_ID", call.header("webhook-id"));
    process.environment().put("WEBHOOK_TIMESTAMP", call.header("webhook-timestamp"));
    process.environment().put("WEBHOOK_SIGNATURE", call.header("webhook-signature"));
    var started = process.start();
    try (var in = started.getOutputStream()) {
      in.write(body.getBytes(StandardCharsets.UTF_8));
    }
    var printed = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(started.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return printed.strip();
  }

  private String webhooks() {
    return site.address() + "/webhooks";
  }

  private JsonNode create() {
    return site.caller()
        .post(webhooks(), Json.object("url", receiver.url("/hooks")))
        .expect(201)
        .json();
  }

  private Answer post(String target) {
    var request = site.caller().request(target).POST(BodyPublishers.noBody());
    return site.caller().send("POST", target, request);
  }

  private void feedback(String comment) {
    site.caller()
        .post(site.comment(comment) + "/feedback", Json.object("verdict", "APPROVE"))
        .expect(200);
  }

  private JsonNode deliveries(String webhook, String state) {
    return site.caller()
        .get(webhook + "/deliveries?state=" + state)
        .expect(200)
        .json()
        .path("deliveries");
  }

  /** What was posted about a comment, in order. */
  private List<JsonNode> told(String comment) {
    return receiver.calls().stream()
        .map(call -> {
          try {
            return Json.MAPPER.readTree(call.body());
          } catch (IOException e) {
            throw new AssertionError(call.body(), e);
          }
        })
        .filter(told -> told.at("/data/id").asText().equals(comment))
        .toList();
  }

  private static void await(Duration longest, BooleanSupplier done) {
    var end = System.nanoTime() + longest.toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still not after " + longest).isLessThan(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
