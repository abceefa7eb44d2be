package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class FeedbackTest {
  private final TestSite site;

  FeedbackTest(RunningService service) {
    this.site = service.newSite();
    site.submit("c-1", "p-1", TestSite.HARMLESS).expect(201);
  }

  @Test
  void a_platforms_verdict_takes_the_comment_from_its_post_and_undo_brings_it_back() {
    var rejected =
        give(Json.object("verdict", "REJECT", "note", "Not here.")).expect(200).json();

    assertThat(rejected.path("status").asText()).isEqualTo("rejected");
    assertThat(rejected.path("verdict").asText()).isEqualTo("APPROVE");
    assertThat(rejected.at("/humanDecisions/0/note").asText()).isEqualTo("Not here.");
    assertThat(rejected.at("/humanDecisions/0/by").asText()).startsWith("key:");
    assertThat(shown()).isEmpty();

    var undone = undo().expect(200).json();

    assertThat(undone.path("status").asText()).isEqualTo("approved");
    assertThat(undone.path("humanDecisions")).isEmpty();
    assertThat(shown()).hasSize(1);
  }

  @Test
  void what_a_platform_tells_and_takes_back_is_written_down_once_each() {
    give(Json.object("verdict", "REJECT", "note", "Not here.")).expect(200);
    give(Json.object("verdict", "REJECT", "note", "Not here.")).expect(200);
    undo().expect(200);
    undo().expect(409);

    var entries = site.service()
        .operator()
        .get("/v1/audit?site=" + site.id() + "&comment=c-1")
        .expect(200)
        .json()
        .path("entries");
    assertThat(entries)
        .extracting(entry -> entry.path("act").asText())
        .containsExactly("undo", "feedback");
    assertThat(entries.at("/1/note").asText()).isEqualTo("Not here.");
    assertThat(entries.at("/1/facts/after").asText()).isEqualTo("rejected");
    assertThat(entries.at("/0/facts/of")).isEqualTo(entries.at("/1/id"));
  }

  @Test
  void the_same_again_changes_nothing() {
    give(Json.object("verdict", "REJECT")).expect(200);
    var before = site.read("c-1").body();

    var again = give(Json.object("verdict", "REJECT")).expect(200);

    assertThat(again.body()).isEqualTo(before);
  }

  @Test
  void labels_alone_are_kept_and_leave_the_status() {
    var labelled = give(Json.object("labels", Json.object("SPAM", true, "HATE", false)))
        .expect(200)
        .json();

    assertThat(labelled.path("status").asText()).isEqualTo("approved");
    assertThat(labelled.at("/humanDecisions/0/labels"))
        .isEqualTo(Json.object("SPAM", true, "HATE", false));
  }

  @Test
  void feedback_on_a_version_that_has_changed_is_refused_and_nothing_is_lost() {
    site.caller().put(site.comment("c-1"), Json.object("text", "Another text.")).expect(200);

    give(Json.object("verdict", "REJECT", "version", 1)).expectProblem(409, "conflict");

    assertThat(site.read("c-1").json().path("status").asText()).isEqualTo("approved");
    give(Json.object("verdict", "REJECT", "version", 2)).expect(200);
  }

  @Test
  void there_is_nothing_to_undo_without_feedback_and_no_feedback_on_what_is_not_there() {
    undo().expectProblem(409, "conflict");
    site.caller()
        .post(site.comment("c-9") + "/feedback", Json.object("verdict", "REJECT"))
        .expectProblem(404, "not-found");
    site.caller().delete(site.comment("c-9") + "/feedback").expectProblem(404, "not-found");
  }

  @Test
  void bad_feedback_is_refused_with_a_pointer() {
    give(Json.object("note", "Nothing decided.")).expectProblem(400, "invalid-request");
    give(Json.object("verdict", "BURN")).expectProblem(400, "invalid-request");
    give(Json.object("labels", Json.object())).expectProblem(400, "invalid-request");
    give(Json.object("labels", Json.object("RUDE", true))).expectProblem(400, "invalid-request");
    give(Json.object("labels", Json.object("SPAM", "yes"))).expectProblem(400, "invalid-request");
    give(Json.object("verdict", "REJECT", "version", 0)).expectProblem(400, "invalid-request");
    give(Json.object("verdict", "REJECT", "version", 1e300)).expectProblem(400, "invalid-request");
    give(Json.object("verdict", "REJECT", "note", "n".repeat(10_001)))
        .expectProblem(400, "invalid-request");
    give(Json.object("verdict", "REJECT", "more", 1)).expectProblem(400, "invalid-request");
    assertThat(site.read("c-1").json().path("version").asInt()).isEqualTo(1);
  }

  @Test
  void of_many_at_once_each_is_kept_or_refused() {
    var answers = IntStream.range(0, 20)
        .mapToObj(number -> CompletableFuture.supplyAsync(
            () -> give(Json.object("verdict", "REJECT", "note", "n" + number)).status()))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();

    var kept = answers.stream().filter(status -> status == 200).count();
    assertThat(answers).allMatch(status -> List.of(200, 409).contains(status));
    assertThat(site.read("c-1").json().path("humanDecisions")).hasSize((int) kept);
    assertThat(site.read("c-1").json().path("version").asInt()).isEqualTo(1 + (int) kept);
  }

  private Answer give(JsonNode feedback) {
    return site.caller().post(site.comment("c-1") + "/feedback", feedback);
  }

  private Answer undo() {
    return site.caller().delete(site.comment("c-1") + "/feedback");
  }

  private JsonNode shown() {
    return site.caller().get(site.post("p-1") + "/comments").expect(200).json().path("comments");
  }
}
