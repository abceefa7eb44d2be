package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class DecisionReplayTest {
  private final RunningService service;
  private final TestSite site;

  DecisionReplayTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  private JsonNode replayed(String comment) {
    return site.caller()
        .get(site.comment(comment) + "/decision/replay")
        .expect(200)
        .json();
  }

  private String activate(JsonNode policy) {
    var version = site.caller()
        .put(site.address() + "/policy", policy)
        .expect(201)
        .json()
        .path("version")
        .asText();
    site.caller()
        .post(site.address() + "/policy/activate", Json.object("version", version, "confirm", true))
        .expect(200);
    return version;
  }

  @Test
  void comes_to_the_same_though_another_version_decides_now() {
    site.submit("by-default", "p-1", TestSite.SPAM).expect(201);
    var own = activate(ReplayTest.policy("links.count > 0", "HOLD"));
    site.submit("by-own", "p-1", TestSite.SPAM).expect(201);
    activate(ReplayTest.policy("links.count > 1", "HOLD"));

    var first = replayed("by-default");
    var second = replayed("by-own");

    assertThat(first.path("equal").asBoolean()).isTrue();
    assertThat(first.at("/again/policy").asText()).isEqualTo("default@1");
    assertThat(first.path("again")).isEqualTo(first.path("stored"));
    assertThat(second.path("equal").asBoolean()).isTrue();
    assertThat(second.at("/again/policy").asText()).isEqualTo(own);
    assertThat(second.at("/stored/verdict").asText()).isEqualTo("HOLD");
  }

  @Test
  void says_so_where_the_version_is_gone() {
    activate(ReplayTest.policy("links.count > 0", "HOLD"));
    site.submit("c-1", "p-1", TestSite.HARMLESS).expect(201);
    var comments = service.store().database().getCollection("comments");
    service
        .store()
        .publishers()
        .done(comments.updateOne(
            com.mongodb.client.model.Filters.eq(site.id() + "/c-1"),
            com.mongodb.client.model.Updates.set("decision.policy", "tried@99")))
        .await();

    var refused =
        site.caller().get(site.comment("c-1") + "/decision/replay").expectProblem(409, "conflict");

    assertThat(refused.json().path("detail").asText()).contains("tried@99");
  }

  @Test
  void an_absent_comment_is_not_found() {
    site.caller().get(site.comment("none") + "/decision/replay").expectProblem(404, "not-found");
  }
}
