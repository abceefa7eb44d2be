package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Acts on the review page that can't be done: each is told where the moderator looks, and none is done by half. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class BadActsTest {
  private final TestSite site;
  private Visitor anna;
  private String csrf = "";

  BadActsTest(RunningService service) {
    this.site = service.newSite();
    HeldComments.submit(site, 2);
    this.anna = new Visitor(service);
  }

  @BeforeEach
  void signIn() {
    anna = TestModerator.of(site).signedIn();
    csrf = anna.page("/account").select("input[name=csrf]").attr("value");
  }

  private Answer act(String comment, int version, String act, String note) {
    return anna.post(
        "/review/acts",
        Map.of(
            "csrf", csrf,
            "at", site.id() + "/" + comment,
            "version", Integer.toString(version),
            "act", act,
            "note", note));
  }

  private void nothingWasDone() {
    for (var comment : new String[] {"c-0", "c-1"}) {
      assertThat(site.read(comment).json().path("version").asInt()).isEqualTo(1);
    }
  }

  @Test
  void a_note_of_10000_characters_is_refused_beside_the_note_which_stays() {
    var note = "ä".repeat(10_000);

    var answer = act("c-0", 1, "NOTE", note).expect(422);

    var card = Visitor.page(answer);
    assertThat(card.select("#work .banner").text()).contains("2,000 characters");
    assertThat(card.select("#note").text()).isEqualTo(note);
    nothingWasDone();
  }

  @Test
  void a_note_of_as_many_characters_as_may_be_is_taken_in_any_script() {
    act("c-0", 1, "NOTE", "😀".repeat(2000)).expect(200);
  }

  @Test
  void a_stale_version_shows_the_comment_as_it_stands_and_keeps_the_note() {
    act("c-0", 1, "ESCALATE", "").expect(200);

    var card = Visitor.page(act("c-0", 1, "APPROVE", "typed").expect(409));

    assertThat(card.select("#work .banner").text()).isNotEmpty();
    assertThat(card.select("#note").text()).isEqualTo("typed");
    assertThat(site.read("c-0").json().path("status").asText()).isEqualTo("held");
  }

  @Test
  void what_is_not_there_and_what_is_somebody_else_s_are_told_apart_from_an_empty_queue() {
    assertThat(Visitor.page(act("gone", 1, "APPROVE", "").expect(404)).text())
        .contains("not here any more");
    assertThat(anna.page("/review?at=" + site.id() + "/gone").select("#work").text())
        .contains("not here any more");
    assertThat(anna.page("/review?at=foreign/c-0").select("#work").text())
        .contains("not on one of your sites");
    assertThat(Visitor.page(anna.post(
                "/review/acts",
                Map.of("csrf", csrf, "at", "foreign/c-0", "version", "1", "act", "SPAM")))
            .text())
        .contains("not on one of your sites");
    nothingWasDone();
  }

  @Test
  void a_forged_token_does_nothing() {
    csrf = "f".repeat(64);

    var answer = act("c-0", 1, "APPROVE", "").expect(403);

    assertThat(Visitor.page(answer).text()).contains("from before you signed in");
    nothingWasDone();
  }

  @Test
  void a_cursor_that_was_tampered_with_leads_back_to_the_beginning() {
    var answer = anna.get("/review/rows?after=tampered").expect(302);

    assertThat(answer.header("location").orElse("")).startsWith("/review?");
  }

  @Test
  void a_selection_of_100000_is_refused_as_a_whole() {
    var keys = IntStream.range(0, 100_000)
        .mapToObj(i -> "1 " + site.id() + "/c-" + i)
        .collect(Collectors.joining("\n"));
    var fields = Map.of("csrf", csrf, "keys", keys, "act", "REJECT");

    var preview = Visitor.page(anna.post("/review/bulk/preview", fields).expect(200));
    assertThat(preview.select("h2").text()).contains("at once");
    var answer = anna.post("/review/bulk", fields).expect(422);

    assertThat(Visitor.page(answer).select(".said").text()).isNotEmpty();
    nothingWasDone();
  }

  @Test
  void a_page_that_is_not_there_says_so_in_the_browser_s_language() {
    var german = anna.with("Accept-Language", "de");

    assertThat(Visitor.page(german.get("/no-such-page").expect(404)).text())
        .contains("Diese Seite gibt es nicht");
    assertThat(Visitor.page(german.get("/admin/moderators").expect(403)).text())
        .contains("Nur für Admins");
  }
}
