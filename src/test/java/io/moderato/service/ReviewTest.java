package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class ReviewTest {
  private final TestSite site;

  ReviewTest(RunningService service) {
    this.site = service.newSite();
  }

  @Test
  void a_held_comment_is_taken_decided_and_gone_from_the_queue() {
    HeldComments.submit(site, 1);

    var row =
        site.caller().post(site.review() + "/next", as("anna")).expect(200).json();
    var done = act("c-0", as("anna").put("act", "approve").put("version", 1))
        .expect(200)
        .json();

    assertThat(row.path("comment").asText()).isEqualTo("c-0");
    assertThat(row.path("rule").asText()).isEqualTo("everything");
    assertThat(done.path("status").asText()).isEqualTo("approved");
    assertThat(done.path("who").asText()).endsWith("/anna");
    assertThat(queue("")).isEmpty();
    site.caller().post(site.review() + "/next", as("anna")).expect(204);
  }

  @Test
  void the_queue_is_read_page_by_page() {
    HeldComments.submit(site, 7);

    var ids = new ArrayList<String>();
    var next = "";
    do {
      var page = site.caller()
          .get(site.review() + "/queue?order=age&limit=3" + next)
          .expect(200)
          .json();
      page.path("rows").forEach(row -> ids.add(row.path("comment").asText()));
      next = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asText();
    } while (!next.isEmpty());

    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 7).mapToObj(i -> "c-" + i).toList());
  }

  @Test
  void who_comes_late_is_told_who_was_first() {
    HeldComments.submit(site, 1);
    act("c-0", as("anna").put("act", "approve").put("version", 1)).expect(200);

    var refused = act("c-0", as("ben").put("act", "reject").put("version", 1))
        .expectProblem(409, "conflict")
        .json();

    assertThat(refused.path("now")).isEqualTo(Json.object("status", "approved", "version", 2));
    assertThat(refused.path("by").path("act").asText()).isEqualTo("approve");
    assertThat(refused.path("by").path("who").asText()).endsWith("/anna");
  }

  @Test
  void what_another_looks_at_is_refused_and_can_be_taken_over() {
    HeldComments.submit(site, 1);
    var claim = site.review() + "/comments/c-0/claim";
    site.caller().put(claim, as("anna")).expect(200);

    var refused =
        site.caller().put(claim, as("ben")).expectProblem(409, "conflict").json();
    act("c-0", as("ben").put("act", "reject").put("version", 1)).expectProblem(409, "conflict");
    site.caller().put(claim, as("ben").put("takeOver", true)).expect(200);

    assertThat(refused.path("claim").path("holder").asText()).endsWith("/anna");
    act("c-0", as("ben").put("act", "reject").put("version", 1)).expect(200);
  }

  @Test
  void an_act_is_taken_back() {
    HeldComments.submit(site, 1);
    var done =
        act("c-0", as("anna").put("act", "spam").put("version", 1)).expect(200).json();

    var undone = site.caller()
        .post(site.review() + "/acts/" + done.path("id").asText() + "/undo", as("anna"))
        .expect(200)
        .json();

    assertThat(undone).isEqualTo(Json.parse("{\"restored\": 1, \"notRestored\": []}"));
    assertThat(queue("")).containsExactly("c-0");
  }

  @Test
  void what_was_previewed_is_decided_and_the_batch_tells_of_it() throws InterruptedException {
    HeldComments.submit(site, 30);
    var preview = site.caller()
        .post(site.review() + "/preview", Json.object())
        .expect(200)
        .json();

    var batch = site.caller()
        .post(
            site.review() + "/acts",
            Json.object(
                "act",
                "reject",
                "filter",
                Json.object(),
                "asOf",
                preview.path("asOf"),
                "reason",
                "Off topic"))
        .expect(202)
        .json();

    assertThat(preview.path("count").asInt()).isEqualTo(30);
    var end = finished(batch.path("id").asText());
    assertThat(end.path("done").asInt()).isEqualTo(30);
    assertThat(queue("")).isEmpty();
  }

  private JsonNode finished(String batch) throws InterruptedException {
    while (true) {
      var progress =
          site.caller().get(site.review() + "/batches/" + batch).expect(200).json();
      if (progress.path("finished").asBoolean()) {
        return progress;
      }
      Thread.sleep(10);
    }
  }

  @Test
  void who_is_blocked_is_rejected_from_then_on() {
    var standing = site.review() + "/authors/id:troll/standing";
    site.caller().put(standing, Json.object("standing", "blocked")).expect(200);
    var submission = TestSite.submission("c-1", "p-1", TestSite.HARMLESS);
    submission.set("author", Json.object("id", "troll"));

    var decided = site.submit(submission).expect(201).json();

    assertThat(decided.path("verdict").asText()).isEqualTo("REJECT");
    assertThat(decided.path("reasons").path(0).path("rule").asText()).isEqualTo("blocked-author");
    var author =
        site.caller().get(site.review() + "/authors/id:troll").expect(200).json();
    assertThat(author.path("record").path("standing").asText()).isEqualTo("blocked");
  }

  @Test
  void a_comment_is_shown_with_what_is_around_it() {
    HeldComments.submit(site, 1);
    act("c-0", as("anna").put("act", "note").put("version", 1).put("note", "Hm."))
        .expect(200);

    var context = site.caller().get(site.review() + "/comments/c-0").expect(200).json();

    assertThat(context.path("comment").path("id").asText()).isEqualTo("c-0");
    assertThat(context.path("said").path(0).path("note").asText()).isEqualTo("Hm.");
    assertThat(context.path("claim").isNull()).isTrue();
  }

  @Test
  void a_comment_comes_with_what_people_decided_on_comments_like_it() {
    HeldComments.submit(site, 1);
    site.submit(
            "asked",
            "p-1",
            "Where can I buy tickets for the ferry to the island on Sunday morning?")
        .expect(201);
    site.submit("other", "p-1", "My tomatoes died of blight again this wet summer.")
        .expect(201);
    site.submit("again", "p-2", "Can I buy tickets for the ferry to the island on the boat itself?")
        .expect(201);
    act("asked", as("anna").put("act", "approve").put("version", 1)).expect(200);

    var read = site.caller().get(site.review() + "/comments/again").expect(200).json();

    assertThat(read.path("decided")).hasSize(1);
    assertThat(read.at("/decided/0/id").asText()).isEqualTo("asked");
    assertThat(read.at("/decided/0/status").asText()).isEqualTo("approved");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "MCBOYU4gYmxvZw", "%F0%9F%98%80", "OSAxIGJsb2cvYy0x"})
  void a_forged_cursor_is_refused(String cursor) {
    var answer = site.caller().get(site.review() + "/queue?cursor=" + cursor);

    assertThat(answer.expectProblem(400, "invalid-request").places()).containsExactly("cursor");
  }

  @Test
  void a_note_of_10000_characters_is_refused_at_its_place() {
    HeldComments.submit(site, 1);

    var answer = act(
        "c-0", as("anna").put("act", "approve").put("version", 1).put("note", "x".repeat(10_000)));

    assertThat(answer.expectProblem(400, "invalid-request").places()).containsExactly("/note");
    assertThat(queue("")).containsExactly("c-0");
  }

  @Test
  void a_selection_of_100000_is_refused_as_a_whole() {
    var one = Json.object("comment", "c", "version", 1);
    var many = Json.object(
        "act",
        "reject",
        "comments",
        IntStream.range(0, 100_000).mapToObj(i -> one).toList());

    var answer = site.caller().post(site.review() + "/acts", many);

    assertThat(answer.expectProblem(400, "invalid-request").places()).containsExactly("/comments");
  }

  @Test
  void what_is_not_there_is_not_found() {
    act("none", as("anna").put("act", "approve").put("version", 1)).expectProblem(404, "not-found");
    site.caller()
        .put(site.review() + "/comments/none/claim", as("anna"))
        .expectProblem(404, "not-found");
    site.caller()
        .post(site.review() + "/acts/0123456789abcdef01234567/undo", as("anna"))
        .expectProblem(404, "not-found");
    site.caller()
        .get(site.review() + "/batches/0123456789abcdef01234567")
        .expectProblem(404, "not-found");
  }

  @Test
  void a_site_keeps_its_reasons_to_reject() {
    site.caller()
        .patch(site.address(), Json.object("rejectReasons", List.of("Off topic", "Advertising")))
        .expect(200);

    var reasons = site.caller().get(site.address()).expect(200).json().path("rejectReasons");

    assertThat(reasons).isEqualTo(Json.MAPPER.valueToTree(List.of("Off topic", "Advertising")));
  }

  private Answer act(String comment, JsonNode order) {
    return site.caller().post(site.review() + "/comments/" + comment + "/acts", order);
  }

  private List<String> queue(String filter) {
    var page = site.caller().get(site.review() + "/queue" + filter).expect(200).json();
    return Json.stream(page.path("rows"))
        .map(row -> row.path("comment").asText())
        .toList();
  }

  private static ObjectNode as(String person) {
    return Json.object("as", person);
  }
}
