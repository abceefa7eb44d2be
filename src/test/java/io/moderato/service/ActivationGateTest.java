package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class ActivationGateTest {
  private final TestSite site;

  ActivationGateTest(RunningService service) {
    this.site = service.newSite();
  }

  private String stored(String when, String verdict) {
    return site.caller()
        .put(site.address() + "/policy", ReplayTest.policy(when, verdict))
        .expect(201)
        .json()
        .path("version")
        .asText();
  }

  private Answer activate(JsonNode choice) {
    return site.caller().post(site.address() + "/policy/activate", choice);
  }

  private String active() {
    return site.caller().get(site.address() + "/policy").json().path("version").asText();
  }

  /** So many comments with a link that people rejected, and so many that they approved, beside twice as many good ones. */
  private void decided(int rejected, int approved) {
    IntStream.range(0, rejected + approved).forEach(i -> {
      site.submit("link-" + i, "p-1", "See https://garden.example/" + i + " there.")
          .expect(201);
      site.submit("good-" + i, "p-1", TestSite.HARMLESS).expect(201);
      site.submit("fine-" + i, "p-1", TestSite.HARMLESS).expect(201);
      site.caller()
          .post(
              site.comment("link-" + i) + "/feedback",
              Json.object("verdict", i < rejected ? "REJECT" : "APPROVE"))
          .expect(200);
    });
  }

  private static JsonNode requiring(String version, double precision, int atLeast) {
    return Json.object(
        "version",
        version,
        "require",
        Json.object("reject", Json.object("precision", precision, "atLeast", atLeast)));
  }

  @Test
  void a_policy_as_right_as_asked_for_decides_from_then_on() {
    decided(4, 0);
    var version = stored("links.count > 0", "REJECT");

    var answer = activate(requiring(version, 0.9975, 4)).expect(200).json();

    assertThat(answer.at("/tried/rejectPrecision/share").asDouble()).isEqualTo(1);
    assertThat(active()).isEqualTo(version);
  }

  @Test
  void one_that_is_wrong_more_often_is_refused_with_the_counterexamples() {
    decided(3, 1);
    var version = stored("links.count > 0", "REJECT");

    var refused = activate(requiring(version, 0.9975, 4)).expectProblem(422, "not-precise-enough");

    assertThat(refused.json().path("detail").asText()).contains("75.00 %", "99.75 %");
    assertThat(Json.stream(refused.json().path("counterexamples")).map(JsonNode::asText))
        .containsExactly("link-3");
    assertThat(refused.json().at("/history/rejectPrecision/of").asInt()).isEqualTo(4);
    assertThat(active()).isEqualTo("default@1");
    activate(requiring(version, 0.75, 4)).expect(200);
  }

  @Test
  void too_few_decisions_of_people_tell_nothing() {
    decided(4, 0);
    var version = stored("links.count > 0", "REJECT");

    var refused = activate(requiring(version, 0.5, 5)).expectProblem(422, "not-precise-enough");

    assertThat(refused.json().path("detail").asText()).contains("4 that people decided on", "5");
  }

  @Test
  void certainty_asks_for_more_than_the_share() {
    decided(4, 0);
    var version = stored("links.count > 0", "REJECT");
    var precision = Json.object("precision", 0.9, "atLeast", 4, "certain", true);

    var refused = activate(
            Json.object("version", version, "require", Json.object("reject", precision)))
        .expectProblem(422, "not-precise-enough");

    assertThat(refused.json().path("detail").asText()).contains("certainty");
  }

  @Test
  void what_would_reject_everything_wants_to_be_confirmed() {
    IntStream.range(0, 10)
        .forEach(i -> site.submit("c-" + i, "p-1", TestSite.HARMLESS).expect(201));
    var version = stored("shape.words >= 0", "REJECT");

    var refused =
        activate(Json.object("version", version)).expectProblem(409, "needs-confirmation");

    assertThat(refused.json().path("detail").asText()).contains("100.00 %");
    assertThat(refused.json().at("/history/newlyRejected/count").asInt()).isEqualTo(10);
    assertThat(active()).isEqualTo("default@1");
    activate(Json.object("version", version, "confirm", true)).expect(200);
    assertThat(active()).isEqualTo(version);
  }

  @Test
  void a_precision_that_is_missed_can_not_be_confirmed_away() {
    decided(1, 1);
    var version = stored("links.count > 0", "REJECT");
    var choice = (com.fasterxml.jackson.databind.node.ObjectNode) requiring(version, 0.9, 2);

    activate(choice.put("confirm", true)).expectProblem(422, "not-precise-enough");
  }

  @Test
  void what_a_site_requires_for_good_is_required_of_each_policy_without_asking() {
    decided(3, 1);
    site.caller()
        .patch(
            site.address(),
            Json.parse(
                "{\"requiredToActivate\": {\"reject\": {\"precision\": 0.9, \"atLeast\": 4}}}"))
        .expect(200);
    var version = stored("links.count > 0", "REJECT");

    activate(Json.object("version", version)).expectProblem(422, "not-precise-enough");
    activate(requiring(version, 0.5, 1)).expectProblem(422, "not-precise-enough");
    assertThat(active()).isEqualTo("default@1");

    var set = site.caller()
        .patch(site.address(), Json.parse("{\"requiredToActivate\": {}}"))
        .expect(200);
    assertThat(set.json().path("requiredToActivate")).isEmpty();
    activate(Json.object("version", version)).expect(200);
  }

  @Test
  void a_site_without_history_may_activate_what_it_likes() {
    activate(Json.object("version", stored("shape.words >= 0", "REJECT"))).expect(200);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          {"version": "blog@1", "require": {"reject": {}}}                  | /require/reject/precision
          {"version": "blog@1", "require": {"reject": {"precision": 99.75}}}| /require/reject/precision
          {"version": "blog@1", "require": {"approve": {"precision": 0.5}}} | /require/approve
          {"version": "blog@1", "over": 0}                                  | /over
          {"version": "blog@1", "over": 10000000}                           | /over
          {"version": "blog@1", "confirm": "yes"}                           | /confirm
          """)
  void what_makes_no_sense_is_refused_at_its_place(String choice, String pointer) {
    assertThat(
            activate(Json.parse(choice)).expectProblem(400, "invalid-request").places())
        .contains(pointer);
  }
}
