package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class ReplayTest {
  /** Rejects all that holds a link. */
  private static final ObjectNode NO_LINKS = policy("links.count > 0", "REJECT");

  private final TestSite site;

  ReplayTest(RunningService service) {
    this.site = service.newSite();
  }

  static ObjectNode policy(String when, String verdict) {
    var rule = Json.object(
        "name", "the-rule", "sentence", "A rule of a test.", "when", when, "verdict", verdict);
    return Json.object("name", "tried", "rules", List.of(rule));
  }

  private Answer replay(JsonNode request) {
    return site.caller().post(site.address() + "/policy/replay", request);
  }

  /** Lines as they come, read to the end. */
  private List<JsonNode> lines(JsonNode request) {
    var lines = new ArrayList<JsonNode>();
    var target = site.address() + "/policy/replay";
    var sent = site.caller()
        .send(
            "POST",
            target,
            site.caller()
                .request(target)
                .header("Content-Type", Caller.JSON)
                .header("Accept", Caller.NDJSON)
                .POST(HttpRequest.BodyPublishers.ofString(request.toString())))
        .expect(200);
    sent.json().forEach(lines::add);
    return lines;
  }

  private void submit(int harmless, int linked) {
    IntStream.range(0, harmless)
        .forEach(i -> site.submit("good-" + i, "p-1", TestSite.HARMLESS).expect(201));
    IntStream.range(0, linked)
        .forEach(
            i -> site.submit("link-" + i, "p-1", "See https://garden.example/" + i + " for more.")
                .expect(201));
  }

  private void decide(String comment, String verdict) {
    site.caller()
        .post(site.comment(comment) + "/feedback", Json.object("verdict", verdict))
        .expect(200);
  }

  @Test
  void the_policy_that_decided_flips_nothing() {
    submit(3, 2);
    site.submit("spam", "p-1", TestSite.SPAM).expect(201);

    var report = replay(Json.object()).expect(200).json();

    assertThat(report.path("decided").asInt()).isEqualTo(6);
    assertThat(report.at("/flips/total").asInt()).isZero();
    assertThat(report.at("/flips/listed")).isEmpty();
    assertThat(report.path("verdicts").path("after"))
        .isEqualTo(report.path("verdicts").path("before"));
  }

  @Test
  void tells_which_way_comments_flip_and_shows_each() {
    submit(3, 2);

    var report = replay(Json.object("source", NO_LINKS)).expect(200).json();

    assertThat(report.at("/flips/matrix/APPROVE"))
        .isEqualTo(Json.object("APPROVE", 3, "HOLD", 0, "REJECT", 2));
    assertThat(
            Json.stream(report.at("/flips/listed")).map(flip -> flip.path("id").asText()))
        .containsExactly("link-1", "link-0");
    var flip = report.at("/flips/listed/0");
    assertThat(flip.path("line").asText()).isEqualTo("See https://garden.example/1 for more.");
    assertThat(flip.at("/before/verdict").asText()).isEqualTo("APPROVE");
    assertThat(flip.at("/after/verdict").asText()).isEqualTo("REJECT");
    assertThat(flip.at("/after/reasons/0/text").asText()).isEqualTo("A rule of a test.");
    assertThat(report.at("/rules/0/deciding").asInt()).isEqualTo(2);
  }

  @Test
  void holds_both_against_what_people_decided() {
    submit(4, 4);
    decide("link-0", "REJECT");
    decide("link-1", "REJECT");
    decide("link-2", "APPROVE");
    decide("good-0", "REJECT");
    decide("good-1", "APPROVE");

    var human = replay(Json.object("source", NO_LINKS)).expect(200).json().path("human");

    assertThat(human.path("decided").asInt()).isEqualTo(5);
    assertThat(share(human.at("/before/rejectPrecision"))).isEqualTo("0/0");
    assertThat(share(human.at("/before/rejectedPassed"))).isEqualTo("3/3");
    assertThat(share(human.at("/after/rejectPrecision"))).isEqualTo("2/3");
    assertThat(share(human.at("/after/approvedStopped"))).isEqualTo("1/2");
    assertThat(share(human.at("/after/rejectedPassed"))).isEqualTo("1/3");
  }

  private static String share(JsonNode share) {
    return share.path("count") + "/" + share.path("of");
  }

  @Test
  void an_undone_decision_of_people_does_not_count() {
    submit(1, 1);
    decide("link-0", "REJECT");
    site.caller().delete(site.comment("link-0") + "/feedback").expect(200);

    var report = replay(Json.object()).expect(200).json();

    assertThat(report.at("/human/decided").asInt()).isZero();
    assertThat(report.at("/human/after/rejectPrecision/share").isNull()).isTrue();
  }

  @Test
  void tries_other_thresholds() {
    var source = policy("links.count > most", "HOLD");
    source.set("let", Json.object("most", "0"));
    submit(1, 2);

    var as = replay(Json.object("source", source)).expect(200).json();
    var changed = replay(Json.object("source", source, "let", Json.object("most", 1)))
        .expect(200)
        .json();

    assertThat(as.at("/flips/total").asInt()).isEqualTo(2);
    assertThat(changed.at("/flips/total").asInt()).isZero();
    assertThat(changed.path("tried").asText()).contains("most = 1");
  }

  @Test
  void tries_another_list() {
    submit(1, 0);
    site.submit("c-1", "p-1", "The knaves came by my garden today.").expect(201);
    var list = Json.object("name", "names", "entries", List.of("knave*"));

    var report = replay(Json.object("source", policy("lists.hits > 0", "HOLD"), "list", list))
        .expect(200)
        .json();

    assertThat(report.at("/flips/total").asInt()).isEqualTo(1);
    assertThat(report.at("/flips/listed/0/id").asText()).isEqualTo("c-1");
    assertThat(report.path("tried").asText()).contains("list names");
  }

  @Test
  void the_model_that_scored_scores_the_same_again() {
    submit(2, 2);
    site.submit("spam", "p-1", TestSite.SPAM).expect(201);

    var report = replay(Json.object("model", "base")).expect(200).json();

    assertThat(report.at("/flips/total").asInt()).isZero();
    assertThat(report.path("tried").asText()).startsWith("default@1, base@");
  }

  @Test
  void takes_the_latest_or_those_of_a_period() {
    submit(3, 0);
    var second = decidedAt("good-1");
    var third = decidedAt("good-2");

    assertThat(decided(Json.object("last", 2))).isEqualTo(2);
    assertThat(decided(Json.object("from", second, "to", third))).isEqualTo(1);
    assertThat(decided(Json.object("from", third))).isEqualTo(1);
    assertThat(decided(Json.object("to", second))).isEqualTo(1);
    assertThat(decided(Json.object("from", "2040-01-01T00:00:00Z"))).isZero();
  }

  private String decidedAt(String comment) {
    return site.read(comment).json().path("decidedAt").asText();
  }

  private int decided(JsonNode request) {
    return replay(request).expect(200).json().path("decided").asInt();
  }

  @Test
  void reviews_a_day_count_the_days_in_which_an_imported_history_was_written() {
    var lines = old(1, "2012-03-04T05:00:00Z") + "\n" + old(2, "2012-03-08T05:00:00Z");
    site.caller()
        .send("POST", site.address() + "/history", Caller.NDJSON, lines)
        .expect(200);

    var report = replay(Json.object("source", policy("shape.words > 0", "HOLD")))
        .expect(200)
        .json();

    assertThat(report.at("/reviewsPerDay/after").asDouble()).isEqualTo(2 / 4.0);
  }

  private static String old(int number, String at) {
    return "{\"kind\":\"comment\",\"id\":\"old-%d\",\"post\":{\"id\":\"p-1\"},\"text\":\"The bridge is old.\",\"submittedAt\":\"%s\",\"verdict\":\"APPROVE\"}"
        .formatted(number, at);
  }

  @Test
  void an_empty_site_has_a_report_too() {
    var report = replay(Json.object("source", NO_LINKS)).expect(200).json();

    assertThat(report.path("decided").asInt()).isZero();
    assertThat(report.path("from").isNull()).isTrue();
    assertThat(report.at("/reviewsPerDay/after").isNull()).isTrue();
  }

  @Test
  void lists_as_many_flips_as_asked_for_and_counts_all() {
    submit(0, 5);

    var report = replay(Json.object("source", NO_LINKS, "flips", 2)).expect(200).json();

    assertThat(report.at("/flips/total").asInt()).isEqualTo(5);
    assertThat(report.at("/flips/listed")).hasSize(2);
  }

  @Test
  void tells_every_flip_line_by_line() {
    submit(2, 5);

    var lines = lines(Json.object("source", NO_LINKS, "last", 1_000_000));

    assertThat(lines.stream().filter(line -> line.has("flip"))).hasSize(5);
    assertThat(lines.stream().filter(line -> line.has("progress"))).isNotEmpty();
    assertThat(lines.get(lines.size() - 1).at("/report/flips/total").asInt()).isEqualTo(5);
  }

  @Test
  void a_comment_of_another_site_is_never_seen() {
    var other = site.service().newSite();
    other.submit("c-1", "p-1", TestSite.HARMLESS).expect(201);

    assertThat(decided(Json.object())).isZero();
  }

  @Test
  void a_withdrawn_and_an_edited_comment_count_once_as_they_are() {
    submit(1, 1);
    site.caller().delete(site.comment("good-0")).expect(204);
    site.caller()
        .put(site.comment("link-0"), Json.object("text", "No link any more, thanks."))
        .expect(200);

    var report = replay(Json.object("source", NO_LINKS)).expect(200).json();

    assertThat(report.path("decided").asInt()).isEqualTo(2);
    assertThat(report.at("/flips/total").asInt()).isZero();
  }

  @Test
  void comments_may_come_change_and_go_meanwhile() {
    submit(20, 20);
    var writing = CompletableFuture.runAsync(() -> {
      for (int i = 0; i < 40; i++) {
        site.submit("new-" + i, "p-1", TestSite.HARMLESS).expect(201);
        site.caller().delete(site.comment("good-" + i % 20)).expect(204);
      }
    });

    for (int i = 0; i < 10; i++) {
      var report = replay(Json.object("source", NO_LINKS)).expect(200).json();
      assertThat(report.path("decided").asInt()).isBetween(40, 80);
      assertThat(report.at("/flips/total").asInt()).isEqualTo(20);
    }
    writing.join();
  }

  @Test
  void of_two_at_once_one_is_told_to_wait_and_both_sites_go_on() {
    submit(30, 30);
    var request = Json.object("source", NO_LINKS, "model", "base");
    var target = site.address() + "/policy/replay";

    var answers =
        IntStream.range(0, 12)
            .mapToObj(i -> site.caller().postAsync(target, request))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
    assertThat(answers).anySatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().filter(answer -> answer.status() == 409))
        .allSatisfy(answer -> assertThat(answer.header("retry-after")).isPresent());
    replay(request).expect(200);
  }

  @Test
  void who_hangs_up_leaves_nothing_running() throws IOException, InterruptedException {
    submit(5, 5);
    var body = Json.object("source", NO_LINKS, "model", "base").toString();
    for (int i = 0; i < 20; i++) {
      try (var socket =
          new Socket(InetAddress.getLoopbackAddress(), site.service().port())) {
        var request = "POST " + site.address() + "/policy/replay HTTP/1.1\r\nHost: a\r\n"
            + "Authorization: Bearer " + site.caller().key() + "\r\n"
            + "Accept: application/x-ndjson\r\nContent-Type: application/json\r\n"
            + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      }
    }

    Answer answer = replay(Json.object());
    for (int tries = 0; answer.status() == 409 && tries < 50; tries++) {
      Thread.sleep(100);
      answer = replay(Json.object());
    }
    answer.expect(200);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          {"last": 0}                                            | /last
          {"last": 1000001}                                      | /last
          {"last": 100001}                                       | /last
          {"last": 1.5}                                          | /last
          {"flips": 1001}                                        | /flips
          {"from": "yesterday"}                                  | /from
          {"from": "1812-01-01T00:00:00Z"}                       | /from
          {"from": "2026-02-01T00:00:00Z", "to": "2026-01-01T00:00:00Z"} | /to
          {"from": "2026-02-01T00:00:00Z", "to": "2026-02-01T00:00:00Z"} | /to
          {"version": "none@7"}                                  | /version
          {"version": "../../etc"}                               | /version
          {"version": "default@1", "source": {"name": "x", "rules": []}} | /source
          {"source": {"name": "x", "rules": [{"name": "r", "sentence": "s", "when": "links.cuont > 1", "verdict": "HOLD"}]}} | /source/rules/0/when
          {"source": 7}                                          | /source
          {"let": {"nobody": "1"}}                               | /let/nobody
          {"list": {"name": "x", "entries": ["fine", "/a{1000}{1000}/"]}} | /list/entries/1
          {"list": {"name": "x"}}                                | /list/entries
          {"model": "none"}                                      | /model
          {"model": "../base"}                                   | /model
          {"policy": "default@1"}                                | /policy
          """)
  void what_can_not_be_tried_is_refused_at_its_place(String request, String pointer) {
    var refused = replay(Json.parse(request)).expectProblem(400, "invalid-request");

    assertThat(refused.places()).contains(pointer);
  }
}
