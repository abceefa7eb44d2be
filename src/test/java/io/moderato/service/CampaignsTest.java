package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One decision on what many sent in nearly the same words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class CampaignsTest {
  private static final String WAVE =
      "Finest leather handbags straight from our factory, amazing colours, worldwide shipping and refunds %s";

  private final TestSite site;

  CampaignsTest(RunningService service) {
    this.site = service.newSite();
  }

  @Test
  void what_is_there_is_decided_at_once_whoever_sent_it_and_wherever_it_stands() {
    wave("c-1", "c-2", "c-3");
    submit("other", "A word on the heron at the weir this morning, before the mill wheel turned.");
    assertThat(statuses("c-1", "c-2", "c-3", "other"))
        .containsExactly("approved", "approved", "approved", "approved");

    var preview = site.caller().get(campaign()).expect(200).json();
    assertThat(preview.path("approved").asInt()).isEqualTo(3);
    assertThat(preview.path("settled").asInt()).isZero();
    assertThat(preview.path("sample")).hasSize(3);
    decide(preview, Json.object("act", "spam"));

    assertThat(statuses("c-1", "c-2", "c-3", "other"))
        .containsExactly("rejected", "rejected", "rejected", "approved");
    assertThat(site.caller().get(site.review() + "/campaigns").json().path("campaigns"))
        .isEmpty();
  }

  @Test
  void what_a_person_settled_is_left_alone() {
    wave("c-1", "c-2", "c-3");
    site.caller()
        .post(site.comment("c-2") + "/feedback", Json.object("verdict", "APPROVE"))
        .expect(200);

    var preview = site.caller().get(campaign()).expect(200).json();
    assertThat(preview.path("settled").asInt()).isEqualTo(1);
    decide(preview, Json.object("act", "reject"));

    assertThat(statuses("c-1", "c-2", "c-3")).containsExactly("rejected", "approved", "rejected");
  }

  @Test
  void what_comes_meanwhile_is_decided_too_until_it_is_ended() {
    wave("c-1", "c-2");
    var batch = decide(preview(), Json.object("act", "reject", "arrivalsHours", 24));

    var arrival = submit("c-3", WAVE.formatted("three"));
    assertThat(arrival.path("status").asText()).isEqualTo("rejected");
    var said = site.read("c-3").json().at("/humanDecisions/0");
    assertThat(said.path("by").asText()).endsWith("/anna");
    assertThat(history("c-3")).containsExactly("reject " + batch);
    var standing = site.caller().get(site.review() + "/campaigns").json().at("/campaigns/0");
    assertThat(standing.path("campaign").asText()).isEqualTo("c-1");
    assertThat(standing.path("batch").asText()).isEqualTo(batch);

    site.caller().delete(campaign() + "?as=anna").expect(204);
    assertThat(submit("c-4", WAVE.formatted("four")).path("humanDecisions")).isEmpty();
    assertThat(statuses("c-3")).containsExactly("rejected");
    site.caller().delete(campaign() + "?as=anna").expectProblem(404, "not-found");
  }

  @Test
  void one_undo_takes_all_of_it_back_and_ends_it() {
    wave("c-1", "c-2");
    var batch = decide(preview(), Json.object("act", "spam", "arrivalsHours", 1));
    submit("c-3", WAVE.formatted("three"));
    submit("c-4", WAVE.formatted("four"));

    var undone = undo(batch);

    assertThat(undone.path("restored").asInt()).isEqualTo(4);
    assertThat(statuses("c-1", "c-2")).containsExactly("approved", "approved");
    for (var arrival : List.of("c-3", "c-4")) {
      var stored = site.read(arrival).json();
      assertThat(stored.path("humanDecisions")).isEmpty();
      assertThat(stored.path("status").asText())
          .isEqualTo(stored.path("verdict").asText().equals("APPROVE") ? "approved" : "held");
    }
    assertThat(site.caller().get(site.review() + "/campaigns").json().path("campaigns"))
        .isEmpty();
    assertThat(submit("c-5", WAVE.formatted("five")).path("status").asText())
        .isNotEqualTo("rejected");
  }

  @Test
  void an_approval_of_what_comes_lets_no_link_pass_that_nobody_has_seen() {
    wave("c-1", "c-2");
    decide(preview(), Json.object("act", "approve", "arrivalsHours", 1));

    assertThat(submit("c-3", WAVE.formatted("three")).path("status").asText())
        .isEqualTo("approved");
    var linked = submit("c-4", WAVE.formatted("http://factory.example/"));
    assertThat(site.read("c-4").json().path("humanDecisions")).isEmpty();
    assertThat(linked.path("status").asText())
        .isEqualTo(linked.path("verdict").asText().equals("HOLD") ? "held" : "approved");
  }

  @Test
  void the_same_arrival_again_is_decided_once() {
    wave("c-1", "c-2");
    var batch = decide(preview(), Json.object("act", "reject", "arrivalsHours", 1));
    var arrival = submission("c-3", WAVE.formatted("three"));
    site.submit(arrival).expect(201);
    site.submit(arrival).expect(200);

    assertThat(history("c-3")).containsExactly("reject " + batch);
  }

  @Test
  void in_the_queue_one_stands_for_all_where_it_is_asked_for() {
    site.activate(site.putPolicy(Json.parse("""
        {"name": "careful", "rules": [
          {"name": "everything", "sentence": "Everything waits.", "when": "shape.words > 0", "verdict": "HOLD"}]}
        """)));
    wave("c-1", "c-2", "c-3");
    submit("other", "A word on the heron at the weir this morning, before the mill wheel turned.");

    assertThat(queue("?order=age")).containsExactly("c-1 3", "c-2 3", "c-3 3", "other 1");
    assertThat(queue("?order=age&fold=campaign")).containsExactly("c-1 3", "other 1");
    assertThat(queue("?order=age&fold=campaign&campaign=c-1")).hasSize(3);
    site.caller().get(site.review() + "/queue?fold=author").expectProblem(400, "invalid-request");
  }

  /** Each row's comment, and how many of its campaign wait. */
  private List<String> queue(String asked) {
    var rows = site.caller().get(site.review() + "/queue" + asked).expect(200).json();
    return Json.stream(rows.path("rows"))
        .map(
            row -> row.path("comment").asText() + " " + row.path("campaignSize").asInt())
        .toList();
  }

  @Test
  void what_is_no_campaign_is_not_found_and_what_makes_no_sense_is_refused() {
    site.caller().get(site.review() + "/campaigns/nothing").expectProblem(404, "not-found");
    wave("c-1");
    var act = Json.object("act", "note", "asOf", "2026-11-22T10:00:00Z", "as", "anna");
    site.caller().post(campaign(), act).expectProblem(400, "invalid-request");
    act.put("act", "spam");
    site.caller().post(campaign(), act).expectProblem(400, "invalid-request"); // nothing that old
  }

  private void wave(String... ids) {
    for (var id : ids) {
      submit(id, WAVE.formatted("today"));
    }
  }

  private JsonNode submit(String id, String text) {
    return site.submit(submission(id, text)).expect(201).json();
  }

  /** Of an author who is not known, so that no rule on many authors holds it. */
  private static ObjectNode submission(String id, String text) {
    return TestSite.submission(id, "p-" + id, text);
  }

  private String campaign() {
    return site.review() + "/campaigns/c-1";
  }

  private JsonNode preview() {
    return site.caller().get(campaign()).expect(200).json();
  }

  /** Waits until it is done; gives the batch. */
  private String decide(JsonNode preview, ObjectNode act) {
    act.put("asOf", preview.path("asOf").asText()).put("as", "anna");
    var batch = site.caller().post(campaign(), act).expect(202).json();
    var progress = site.review() + "/batches/" + batch.path("id").asText();
    while (!batch.path("finished").asBoolean()) {
      LockSupport.parkNanos(10_000_000);
      batch = site.caller().get(progress).expect(200).json();
    }
    assertThat(batch.path("failed").asInt()).isZero();
    return batch.path("id").asText();
  }

  private JsonNode undo(String batch) {
    return site.caller()
        .post(site.review() + "/acts/" + batch + "/undo", Json.object("as", "anna"))
        .expect(200)
        .json();
  }

  private List<String> statuses(String... ids) {
    var statuses = new ArrayList<String>();
    for (var id : ids) {
      statuses.add(site.read(id).json().path("status").asText());
    }
    return statuses;
  }

  /** What was done to the comment: act and batch. */
  private List<String> history(String comment) {
    var done = new ArrayList<String>();
    site.caller()
        .get(site.review() + "/comments/" + comment)
        .expect(200)
        .json()
        .path("said")
        .forEach(entry ->
            done.add(entry.path("act").asText() + " " + entry.path("batch").asText()));
    return done;
  }
}
