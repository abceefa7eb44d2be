package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class IdempotencyTest {
  private final RunningService service;
  private final TestSite site;

  IdempotencyTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @Test
  void a_repeat_is_answered_with_the_decision_that_stands_and_stores_nothing() {
    var first = site.submit("c-1", "p-1", TestSite.SPAM).expect(201);
    var stored = service.everythingOf(site.id());

    var again = site.submit("c-1", "p-1", TestSite.SPAM).expect(200);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(service.everythingOf(site.id())).isEqualTo(stored);
  }

  @Test
  void of_64_equal_submissions_at_once_one_is_stored_and_all_get_its_decision() {
    for (var round : List.of("a", "b", "c")) {
      var submission = TestSite.submission(round, "p-" + round, TestSite.SPAM);

      var answers = Stream.generate(() -> site.caller().postAsync(site.comments(), submission))
          .limit(64)
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();

      assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
      assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(63);
      assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
      assertThat(
              service.stored("comments", new Document("comment", round).append("site", site.id())))
          .hasSize(1);
    }
  }

  @Test
  void of_64_different_submissions_with_one_id_one_is_stored_and_the_rest_contradict_it() {
    var answers = Stream.iterate(0, i -> i + 1)
        .map(i -> TestSite.submission("c-1", "p-1", "Text number %d.".formatted(i)))
        .map(submission -> site.caller().postAsync(site.comments(), submission))
        .limit(64)
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();

    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(63);
  }

  @Test
  void the_same_id_with_another_text_format_or_post_is_a_conflict() {
    site.submit("c-1", "p-1", "Hello.").expect(201);
    var stored = service.everythingOf(site.id());

    var otherText = site.submit("c-1", "p-1", "Hello!");
    var otherPost = site.submit("c-1", "p-2", "Hello.");
    var otherFormat =
        site.submit(TestSite.submission("c-1", "p-1", "Hello.").put("format", "html"));

    otherText.expectProblem(409, "conflict");
    otherPost.expectProblem(409, "conflict");
    otherFormat.expectProblem(409, "conflict");
    assertThat(service.everythingOf(site.id())).isEqualTo(stored);
  }

  @Test
  void a_repeat_after_an_edit_is_a_repeat_still() {
    site.submit("c-1", "p-1", "Hello.").expect(201);
    var edited =
        site.caller().put(site.comment("c-1"), Json.object("text", "Goodbye.")).expect(200);

    var again = site.submit("c-1", "p-1", "Hello.").expect(200);

    assertThat(again.json()).isEqualTo(edited.json());
    assertThat(site.read("c-1").json().path("text").asText()).isEqualTo("Goodbye.");
    site.submit("c-1", "p-1", "Goodbye.").expectProblem(409, "conflict");
  }

  @Test
  void a_repeat_does_not_bring_a_withdrawn_comment_back() {
    site.submit("c-1", "p-1", "Hello.").expect(201);
    site.caller().delete(site.comment("c-1")).expect(204);

    var again = site.submit("c-1", "p-1", "Hello.").expect(200);

    assertThat(again.json().path("status").asText()).isEqualTo("withdrawn");
  }

  @Test
  void without_an_id_the_Idempotency_Key_makes_a_repeat() {
    var submission = withoutId("Hello.");

    var first = submit(submission, "key 1").expect(201);
    var again = submit(submission, "key 1").expect(200);
    var other = submit(submission, "key 2").expect(201);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(other.json().path("id")).isNotEqualTo(first.json().path("id"));
    assertThat(first.body()).doesNotContain("key 1");
    submit(withoutId("Goodbye."), "key 1").expectProblem(409, "conflict");
  }

  @Test
  void beside_an_id_the_Idempotency_Key_is_ignored() {
    submit(TestSite.submission("c-1", "p-1", "One."), "key").expect(201);

    submit(TestSite.submission("c-2", "p-1", "Two."), "key").expect(201);
  }

  private static ObjectNode withoutId(String text) {
    return Json.object("post", Json.object("id", "p-1"), "text", text);
  }

  private Answer submit(JsonNode submission, String key) {
    var target = site.comments();
    return site.caller()
        .send(
            "POST",
            target,
            site.caller()
                .request(target)
                .header("Content-Type", Caller.JSON)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(submission.toString())));
  }
}
