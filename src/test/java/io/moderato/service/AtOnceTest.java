package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person decides has its effect on the very next comment, before anything is trained. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class AtOnceTest {
  /** Twelve words and more that the shipped policy does not let through. */
  private static final String HELD = TestSite.SPAM;

  private static final String CALM =
      "The heron stood on the weir until the mill wheel began to turn again this morning.";

  private final TestSite site;
  private final String today = LocalDate.now(ZoneOffset.UTC).toString();

  AtOnceTest(RunningService service) {
    this.site = service.newSite();
  }

  @Test
  void not_spam_lets_the_same_text_of_another_author_pass_and_says_why_until_it_is_taken_back() {
    assertThat(submit("c-1", "ada", HELD).path("verdict").asText()).isNotEqualTo("APPROVE");

    var act = act("c-1", "approve");

    var next = submit("c-2", "bob", HELD);
    assertThat(next.path("verdict").asText()).isEqualTo("APPROVE");
    assertThat(sentences(next)).contains("On %s a person approved the same text.".formatted(today));

    undo(act);
    assertThat(submit("c-3", "eve", HELD).path("verdict").asText()).isNotEqualTo("APPROVE");
  }

  @Test
  void not_spam_is_told_of_the_author_s_next_comment_until_it_is_taken_back() {
    submit("c-1", "ada", HELD);
    var act = act("c-1", "approve");

    var next = submit("c-2", "ada", CALM);
    assertThat(next.path("verdict").asText()).isEqualTo("APPROVE");
    assertThat(sentences(next))
        .containsExactly(
            "This author was corrected on %s; a person approved what had been held or rejected."
                .formatted(today));

    undo(act);
    assertThat(rules(submit("c-3", "ada", "Another word on herons."))).isEmpty();
  }

  @Test
  void spam_rejects_the_same_text_and_holds_the_author_s_next_until_it_is_taken_back() {
    assertThat(submit("c-1", "ada", CALM).path("verdict").asText()).isEqualTo("APPROVE");
    var act = act("c-1", "spam");

    var same = submit("c-2", "bob", CALM);
    var next = submit("c-3", "ada", "Another word on herons.");

    assertThat(same.path("verdict").asText()).isEqualTo("REJECT");
    assertThat(rules(same)).contains("same-text-rejected");
    assertThat(next.path("verdict").asText()).isEqualTo("HOLD");
    assertThat(rules(next)).containsExactly("author-rejected");

    undo(act);
    assertThat(submit("c-4", "eve", CALM).path("verdict").asText()).isEqualTo("APPROVE");
    assertThat(submit("c-5", "ada", "One more on herons.").path("verdict").asText())
        .isEqualTo("APPROVE");
  }

  @Test
  void a_few_words_of_others_pass_though_the_same_were_rejected_once() {
    submit("c-1", "ada", "Thanks a lot!");
    act("c-1", "reject");

    assertThat(submit("c-2", "bob", "Thanks a lot!").path("verdict").asText()).isEqualTo("APPROVE");
    assertThat(submit("c-3", "ada", "Thanks a lot!").path("verdict").asText()).isEqualTo("HOLD");
  }

  @Test
  void a_platform_s_feedback_does_the_same() {
    submit("c-1", "ada", CALM);
    var feedback = site.comment("c-1") + "/feedback";

    site.caller().post(feedback, Json.object("verdict", "REJECT")).expect(200);
    assertThat(submit("c-2", "bob", CALM).path("verdict").asText()).isEqualTo("REJECT");

    site.caller().delete(feedback).expect(200);
    assertThat(submit("c-3", "eve", CALM).path("verdict").asText()).isEqualTo("APPROVE");
  }

  @Test
  void a_report_to_akismet_s_door_does_the_same() {
    var akismet = AkismetCaller.of(site);
    assertThat(akismet.check("comment_content", CALM).body()).isEqualTo("false");

    akismet.call("submit-spam", AkismetCaller.comment("comment_content", CALM));
    assertThat(checked(akismet, "Bob", CALM)).isEqualTo("true");

    akismet.call("submit-ham", AkismetCaller.comment("comment_content", CALM));
    assertThat(checked(akismet, "Eve", CALM)).isEqualTo("false");
  }

  @Test
  void one_approval_frees_nobody_of_the_rules_on_links() {
    submit("c-1", "ada", HELD);
    act("c-1", "approve");

    var links = submit(
        "c-2",
        "ada",
        "See http://a.example/ http://b.example/ http://c.example/ http://d.example/ for more.");

    assertThat(links.path("verdict").asText()).isEqualTo("HOLD");
    assertThat(rules(links)).contains("many-links", "author-corrected");
  }

  private static String checked(AkismetCaller akismet, String author, String text) {
    return akismet
        .check(
            "comment_content",
            text,
            "comment_author",
            author,
            "comment_author_email",
            author + "@example.org",
            "user_ip",
            "198.51.100.7")
        .body();
  }

  private JsonNode submit(String id, String author, String text) {
    var submission = TestSite.submission(id, "p-1", text);
    submission.set("author", Json.object("id", author));
    return site.submit(submission).expect(201).json();
  }

  /** Gives the act's id. */
  private String act(String comment, String act) {
    var order = Json.object("as", "anna", "act", act, "version", 1);
    return site.caller()
        .post(site.review() + "/comments/" + comment + "/acts", order)
        .expect(200)
        .json()
        .path("id")
        .asText();
  }

  private void undo(String act) {
    site.caller()
        .post(site.review() + "/acts/" + act + "/undo", Json.object("as", "anna"))
        .expect(200);
  }

  private static List<String> rules(JsonNode decided) {
    return decided.path("reasons").findValuesAsText("rule");
  }

  private static List<String> sentences(JsonNode decided) {
    return StreamSupport.stream(decided.path("reasons").spliterator(), false)
        .map(reason -> reason.path("text").asText())
        .toList();
  }
}
