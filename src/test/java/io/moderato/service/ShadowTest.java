package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class ShadowTest {
  private static final String LINKED = "See https://garden.example/ for more.";

  private final RunningService service;
  private final TestSite site;

  ShadowTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  private String address(TestSite of) {
    return of.address() + "/policy/shadow";
  }

  private String noLinks(TestSite of) {
    return of.caller()
        .put(of.address() + "/policy", ReplayTest.policy("links.count > 0", "REJECT"))
        .expect(201)
        .json()
        .path("version")
        .asText();
  }

  private JsonNode report() {
    return site.caller().get(address(site)).expect(200).json();
  }

  @Test
  void nothing_runs_beside_at_first() {
    assertThat(report()).isEqualTo(Json.parse("{\"shadow\": null}"));
  }

  @Test
  void counts_how_the_two_decide_and_shows_where_they_differ() {
    site.submit("before", "p-1", LINKED).expect(201);
    var version = noLinks(site);
    site.caller().put(address(site), Json.object("version", version)).expect(200);
    site.submit("good", "p-1", TestSite.HARMLESS).expect(201);
    site.submit("linked", "p-1", LINKED).expect(201);
    site.caller()
        .post(site.comment("linked") + "/feedback", Json.object("verdict", "REJECT"))
        .expect(200);

    var report = report();

    assertThat(report.at("/shadow/version").asText()).isEqualTo(version);
    assertThat(report.path("compared").asInt()).isEqualTo(2);
    assertThat(report.path("without").asInt()).isZero();
    assertThat(report.at("/matrix/APPROVE"))
        .isEqualTo(Json.object("APPROVE", 1, "HOLD", 0, "REJECT", 1));
    assertThat(report.at("/disagreements/total").asInt()).isEqualTo(1);
    assertThat(report.at("/disagreements/listed/0/id").asText()).isEqualTo("linked");
    assertThat(report.at("/disagreements/listed/0/rules/0").asText()).isEqualTo("the-rule");
    assertThat(report.at("/human/shadow/rejectPrecision/count").asInt()).isEqualTo(1);
    assertThat(report.at("/human/active/rejectedPassed/count").asInt()).isEqualTo(1);
  }

  @Test
  void a_model_beside_has_its_scores_kept() {
    site.caller().put(address(site), Json.object("model", "base")).expect(200);
    site.submit("spam", "p-1", TestSite.SPAM).expect(201);

    var stored = service
        .stored("comments", new Document("_id", site.id() + "/spam"))
        .get(0)
        .get("shadow", Document.class);

    assertThat(stored.getString("verdict")).isEqualTo("REJECT");
    assertThat(stored.get("scores", Document.class).getDouble("SPAM")).isGreaterThan(0.9);
    assertThat(report().at("/disagreements/total").asInt()).isZero();
  }

  @Test
  void never_changes_an_answer_or_what_is_decided() {
    var alone = service.newSite();
    site.caller()
        .put(address(site), Json.object("version", noLinks(site), "model", "base"))
        .expect(200);

    for (var text : List.of(TestSite.HARMLESS, LINKED, TestSite.SPAM)) {
      var id = "c-" + text.hashCode();
      var beside = (ObjectNode) site.submit(id, "p-1", text).expect(201).json();
      var bare = (ObjectNode) alone.submit(id, "p-1", text).expect(201).json();
      assertThat(plain(beside)).isEqualTo(plain(bare));
      assertThat(plain(document(site, id))).isEqualTo(plain(document(alone, id)));
    }
  }

  private static ObjectNode plain(ObjectNode answer) {
    return answer.without(List.of("site", "decidedAt"));
  }

  private Document document(TestSite of, String id) {
    return service.stored("comments", new Document("_id", of.id() + "/" + id)).get(0);
  }

  private static Document plain(Document stored) {
    var plain = new Document("signals", stored.get("signals"))
        .append("status", stored.get("status"))
        .append("evidence", stored.get("evidence"));
    var decision = new Document(stored.get("decision", Document.class));
    decision.remove("decidedAt");
    return plain.append("decision", decision);
  }

  @Test
  void ends_at_once_and_can_be_ended_again() {
    site.caller().put(address(site), Json.object("version", noLinks(site))).expect(200);

    site.caller().delete(address(site)).expect(204);
    site.submit("linked", "p-1", LINKED).expect(201);
    site.caller().delete(address(site)).expect(204);

    assertThat(document(site, "linked").get("shadow")).isNull();
    assertThat(report().path("shadow").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          {}                        | ''
          {"version": "none@3"}     | /version
          {"version": 3}            | /version
          {"model": "none"}         | /model
          {"model": "../models/base"} | /model
          {"modle": "base"}         | /modle
          """)
  void what_can_not_run_is_refused_at_its_place(String request, String pointer) {
    assertThat(site.caller()
            .put(address(site), Json.parse(request))
            .expectProblem(400, "invalid-request")
            .places())
        .contains(pointer);
  }
}
