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
class EditCommentTest {
  private final TestSite site;

  EditCommentTest(RunningService service) {
    this.site = service.newSite();
    site.submit("c-1", "p-1", TestSite.HARMLESS).expect(201);
  }

  @Test
  void an_edit_is_judged_again_and_the_old_text_is_kept() {
    var edited = edit(TestSite.SPAM).expect(200).json();

    assertThat(edited.path("verdict").asText()).isIn("HOLD", "REJECT");
    assertThat(edited.path("version").asInt()).isEqualTo(2);
    var history = site.read("c-1").json().path("history");
    assertThat(history).hasSize(1);
    assertThat(history.get(0).path("text").asText()).isEqualTo(TestSite.HARMLESS);
    assertThat(history.get(0).path("verdict").asText()).isEqualTo("APPROVE");
    assertThat(shown()).isEmpty();
  }

  @Test
  void spam_that_is_edited_into_something_harmless_is_shown() {
    edit(TestSite.SPAM).expect(200);

    edit("Sorry, that was a mistake.").expect(200);

    assertThat(shown()).hasSize(1);
    assertThat(site.read("c-1").json().path("history")).hasSize(2);
  }

  @Test
  void an_edit_of_what_a_person_rejected_waits_for_a_person_each_time() {
    people("REJECT");

    var first = edit("Sorry, that was a mistake.").expect(200).json();
    var second = edit("Thanks, this helped me a lot.").expect(200).json();
    people("APPROVE");
    var third = edit("Thanks, this helped me a great deal.").expect(200).json();

    assertThat(first.at("/reasons/0/text").asText())
        .isEqualTo("An edit of a comment that a person had rejected.");
    assertThat(List.of(first, second, third))
        .extracting(edit -> edit.path("verdict").asText())
        .containsExactly("HOLD", "HOLD", "APPROVE");
  }

  @Test
  void the_same_text_again_changes_nothing() {
    var before = site.read("c-1").body();

    var again = edit(TestSite.HARMLESS).expect(200).json();

    assertThat(again.path("version").asInt()).isEqualTo(1);
    assertThat(site.read("c-1").body()).isEqualTo(before);
  }

  @Test
  void another_format_is_an_edit() {
    var edited = site.caller()
        .put(site.comment("c-1"), Json.object("text", TestSite.HARMLESS, "format", "html"));

    assertThat(edited.expect(200).json().path("version").asInt()).isEqualTo(2);
  }

  @Test
  void a_comment_that_is_not_there_can_not_be_edited_or_withdrawn() {
    var edited = site.caller().put(site.comment("c-9"), Json.object("text", "Hello."));
    var withdrawn = site.caller().delete(site.comment("c-9"));

    edited.expectProblem(404, "not-found");
    withdrawn.expectProblem(404, "not-found");
  }

  @Test
  void a_withdrawn_comment_is_no_longer_shown_and_can_not_be_edited() {
    site.caller().delete(site.comment("c-1")).expect(204);

    var edited = edit("Back again.");

    edited.expectProblem(409, "conflict");
    assertThat(shown()).isEmpty();
    assertThat(site.read("c-1").expect(200).json().path("status").asText()).isEqualTo("withdrawn");
  }

  @Test
  void withdrawing_again_changes_nothing() {
    site.caller().delete(site.comment("c-1")).expect(204);
    var before = site.read("c-1").body();

    site.caller().delete(site.comment("c-1")).expect(204);

    assertThat(site.read("c-1").body()).isEqualTo(before);
  }

  @Test
  void of_edits_at_the_same_time_none_is_lost() {
    var edits = IntStream.range(0, 8)
        .mapToObj(i -> CompletableFuture.supplyAsync(() -> edit("Edit number %d.".formatted(i))))
        .toList();

    var answers = edits.stream().map(CompletableFuture::join).toList();

    var won = answers.stream().filter(answer -> answer.status() == 200).count();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
    var read = site.read("c-1").json();
    assertThat(read.path("version").asLong()).isEqualTo(1 + won);
    assertThat(read.path("history")).hasSize((int) won);
  }

  @Test
  void the_latest_50_texts_are_kept() {
    for (int i = 1; i <= 52; i++) {
      edit("Edit number %d.".formatted(i)).expect(200);
    }

    var history = site.read("c-1").json().path("history");
    assertThat(history).hasSize(50);
    assertThat(history.get(0).path("text").asText()).isEqualTo("Edit number 2.");
    assertThat(history.get(49).path("text").asText()).isEqualTo("Edit number 51.");
  }

  private Answer edit(String text) {
    return site.caller().put(site.comment("c-1"), Json.object("text", text));
  }

  private void people(String verdict) {
    site.caller()
        .post(site.comment("c-1") + "/feedback", Json.object("verdict", verdict))
        .expect(200);
  }

  private List<JsonNode> shown() {
    return Json.stream(
            site.caller().get(site.post("p-1") + "/comments").expect(200).json().path("comments"))
        .toList();
  }
}
