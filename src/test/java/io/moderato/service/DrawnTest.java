package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.learning.LearntSite;
import io.moderato.site.SiteId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Approved comments that people are asked to look at. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class DrawnTest {
  private final TestSite site;

  DrawnTest(RunningService service) {
    this.site = service.newSite();
  }

  @Test
  void nothing_is_drawn_unless_the_site_wants_it() {
    submit("c-1");

    assertThat(queue("")).isEmpty();
    assertThat(site.caller().get(site.address()).json().path("draws"))
        .isEqualTo(Json.parse("{\"random\": 0.0, \"uncertain\": 0.0, \"unfamiliar\": 0.0}"));
  }

  @Test
  void what_is_drawn_is_shown_meanwhile_stands_in_the_queue_marked_and_leaves_it_approved() {
    draws(1, 0);
    assertThat(submit("c-1").path("status").asText()).isEqualTo("approved");

    var row = site.caller().get(site.review() + "/queue").json().at("/rows/0");
    assertThat(row.path("comment").asText()).isEqualTo("c-1");
    assertThat(row.path("drawn").asText()).isEqualTo("random");
    assertThat(shown()).containsExactly("c-1");

    assertThat(act("c-1", "approve", 1).path("facts").path("drawn").asText()).isEqualTo("random");
    assertThat(queue("")).isEmpty();
    assertThat(shown()).containsExactly("c-1");
  }

  @Test
  void to_reject_it_takes_it_from_its_post_and_undo_asks_again() {
    draws(1, 0);
    submit("c-1");
    var done = act("c-1", "spam", 1);
    assertThat(shown()).isEmpty();

    site.caller()
        .post(
            site.review() + "/acts/" + done.path("id").asText() + "/undo",
            Json.object("as", "anna"))
        .expect(200);

    assertThat(shown()).containsExactly("c-1");
    assertThat(queue("?drawn=any")).containsExactly("c-1");
  }

  @Test
  void held_comments_come_first_and_whoever_filters_meets_them_alone() {
    draws(1, 0);
    submit("drawn");
    site.submit("held", "p-1", TestSite.SPAM).expect(201);
    var isHeld = site.read("held").json().path("status").asText().equals("held");

    assertThat(queue("")).isEqualTo(isHeld ? List.of("held", "drawn") : List.of("drawn"));
    assertThat(queue("?post=p-1")).isEqualTo(isHeld ? List.of("held") : List.of());
    assertThat(queue("?drawn=random")).containsExactly("drawn");
    assertThat(queue("?drawn=uncertain")).isEmpty();
    var all = site.caller()
        .post(site.review() + "/preview", Json.object())
        .expect(200)
        .json();
    assertThat(all.path("count").asInt()).isEqualTo(isHeld ? 1 : 0);
  }

  @Test
  void who_asks_for_the_next_gets_a_drawn_one_when_nothing_is_held() {
    draws(1, 0);
    submit("c-1");

    var next = site.caller()
        .post(site.review() + "/next", Json.object("as", "anna"))
        .expect(200)
        .json();

    assertThat(next.path("comment").asText()).isEqualTo("c-1");
    act("c-1", "approve", 1);
    site.caller().post(site.review() + "/next", Json.object("as", "anna")).expect(204);
  }

  @Test
  void what_is_new_in_kind_to_the_site_s_own_model_is_drawn_and_what_is_like_its_examples_is_not() {
    LearntSite.store(site.service().store(), new SiteId(site.id()), 0);
    site.caller()
        .patch(site.address(), Json.object("draws", Json.object("unfamiliar", 1)))
        .expect(200);
    site.submit("familiar", "p-1", LearntSite.FAMILIAR).expect(201);
    site.submit("new", "p-1", "Which paint keeps a steel bridge from rusting near salt water?")
        .expect(201);

    assertThat(queue("?drawn=unfamiliar")).containsExactly("new");
    assertThat(shown()).containsExactly("familiar", "new");
    var card = TestModerator.of(site).signedIn().page("/review?at=" + site.id() + "/new");
    assertThat(card.text()).contains("new in kind", "many of its words are new");
  }

  @Test
  void shares_that_are_none_are_refused() {
    site.caller()
        .patch(site.address(), Json.object("draws", Json.object("random", 1.5)))
        .expectProblem(400, "invalid-request");
  }

  private void draws(double random, double uncertain) {
    var rates = Json.object("random", random, "uncertain", uncertain);
    site.caller().patch(site.address(), Json.object("draws", rates)).expect(200);
  }

  private JsonNode submit(String id) {
    return site.submit(id, "p-1", TestSite.HARMLESS + " And " + id + ".")
        .expect(201)
        .json();
  }

  private JsonNode act(String comment, String act, int version) {
    var order = Json.object("as", "anna", "act", act, "version", version);
    return site.caller()
        .post(site.review() + "/comments/" + comment + "/acts", order)
        .expect(200)
        .json();
  }

  private List<String> queue(String filter) {
    return ids(site.caller().get(site.review() + "/queue" + filter).expect(200), "rows", "comment");
  }

  private List<String> shown() {
    return ids(site.caller().get(site.post("p-1") + "/comments").expect(200), "comments", "id");
  }

  private static List<String> ids(Answer answer, String list, String id) {
    var ids = new ArrayList<String>();
    answer.json().path(list).forEach(each -> ids.add(each.path(id).asText()));
    return ids;
  }
}
