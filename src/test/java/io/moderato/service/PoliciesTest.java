package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class PoliciesTest {
  private static final Path SAMPLE = Path.of("../shared/samples/only-news.json");
  private static final String YAML = """
      # Everything waits that is longer than a few words.
      name: house-rules
      let:
        long: 5
      rules:
        - name: too-long
          sentence: It has {shape.words} words.
          when: shape.words > long
          verdict: HOLD
      """;

  private final RunningService service;
  private final TestSite site;

  PoliciesTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @Test
  void a_site_that_chose_none_is_judged_by_the_default_policy() {
    var policy = site.caller().get(site.policy()).expect(200).json();

    assertThat(policy.path("version").asText()).isEqualTo("default@1");
    assertThat(policy.path("since").isNull()).isTrue();
    assertThat(policy.path("source").path("rules")).hasSizeGreaterThan(10);
    assertThat(policyOf(site.submit("c-1", "p-1", "Hello."))).isEqualTo("default@1");
  }

  @Test
  void a_new_version_decides_when_it_is_activated_and_not_before() {
    var version = site.caller()
        .send("PUT", site.policy() + "?note=Shorter", "application/yaml", YAML)
        .expect(201)
        .json();
    assertThat(version.path("version").asText()).isEqualTo("house-rules@1");
    assertThat(version.path("note").asText()).isEqualTo("Shorter");
    assertThat(version.path("warnings")).isEmpty();
    assertThat(policyOf(site.submit("c-1", "p-1", TestSite.HARMLESS))).isEqualTo("default@1");

    site.caller()
        .post(site.policy() + "/activate", Json.object("version", "house-rules@1", "confirm", true))
        .expect(200);

    var decided = site.submit("c-2", "p-1", TestSite.HARMLESS).expect(201).json();
    assertThat(decided.path("verdict").asText()).isEqualTo("HOLD");
    assertThat(decided.path("versions").path("policy").asText()).isEqualTo("house-rules@1");
    assertThat(decided.path("reasons")).isEqualTo(Json.parse("""
            [{"rule": "too-long", "text": "It has 8 words.", "verdict": "HOLD",
              "read": [{"signal": "shape.words", "value": 8}],
              "counterfactual": "Would not match if shape.words were at most 5."}]
            """));
    assertThat(site.read("c-2").expect(200).json().path("reasons"))
        .isEqualTo(decided.path("reasons"));
  }

  @Test
  void rolling_back_lets_the_one_before_decide_and_twice_leaves_all_as_it_was() {
    site.activate("blog@1");
    site.activate("news@1");

    assertThat(rolledBack()).isEqualTo("blog@1");
    assertThat(rolledBack()).isEqualTo("news@1");

    var history = site.caller().get(site.policy()).expect(200).json().path("history");
    assertThat(Json.stream(history).map(each -> each.path("version").asText()))
        .containsExactly("news@1", "blog@1", "news@1", "blog@1");
    assertThat(history.get(0).path("by").asText()).startsWith("key:");
  }

  @Test
  void the_first_choice_can_be_rolled_back_to_the_default_policy() {
    site.activate("blog@1");

    assertThat(rolledBack()).isEqualTo("default@1");
  }

  @Test
  void where_nothing_was_chosen_there_is_nothing_to_roll_back() {
    site.caller()
        .send("POST", site.policy() + "/rollback", rollback())
        .expectProblem(409, "conflict");
  }

  @Test
  void activating_what_is_active_changes_nothing() {
    site.activate("blog@1");
    site.activate("blog@1");

    assertThat(site.caller().get(site.policy()).expect(200).json().path("history"))
        .hasSize(1);
  }

  @Test
  void versions_are_listed_and_read_with_their_sources() {
    site.putPolicy(policy("house-rules", "links.count > 3"));
    site.putPolicy(policy("other-rules", "links.count > 4"));

    var versions = site.caller().get(site.policy() + "/versions").expect(200).json();
    var second =
        site.caller().get(site.policy() + "/versions/other-rules@2").expect(200).json();

    assertThat(Json.stream(versions.path("versions"))
            .map(each -> each.path("version").asText()))
        .containsExactly("other-rules@2", "house-rules@1");
    assertThat(versions.path("next").isNull()).isTrue();
    assertThat(second.path("source").path("rules").get(0).path("when").asText())
        .isEqualTo("links.count > 4");
    var older =
        site.caller().get(site.policy() + "/versions?below=2").expect(200).json();
    assertThat(older.path("versions")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"house-rules@1", "house-rules@9", "forum@1", "blog@2", "x@999999999"})
  void a_version_that_the_site_has_not_is_not_found(String version) {
    site.caller().get(site.policy() + "/versions/" + version).expectProblem(404, "not-found");
    site.caller()
        .post(site.policy() + "/activate", Json.object("version", version))
        .expectProblem(404, "not-found");
    site.caller().get(site.policy() + "/diff?to=" + version).expectProblem(404, "not-found");
  }

  @Test
  void a_version_of_another_site_is_not_found() {
    var other = service.newSite();
    other.putPolicy(policy("house-rules", "links.count > 3"));

    site.caller()
        .post(site.policy() + "/activate", Json.object("version", "house-rules@1"))
        .expectProblem(404, "not-found");
  }

  @Test
  void a_diff_names_rules_and_definitions_that_came_went_and_changed() {
    site.putPolicy(Json.parse("""
        {"name": "a", "let": {"many": "3", "old": "links.count > 9"}, "rules": [
          {"name": "gone", "sentence": "Gone.", "when": "old", "verdict": "HOLD"},
          {"name": "links", "sentence": "Links.", "when": "links.count > many", "verdict": "HOLD"}]}
        """));
    site.putPolicy(Json.parse("""
        {"name": "b", "let": {"many": "4"}, "rules": [
          {"name": "links", "sentence": "Links.", "when": "links.count > many", "verdict": "REJECT"},
          {"name": "new", "sentence": "New.", "when": "form.honeypotFilled", "verdict": "HOLD"}]}
        """));

    var diff =
        site.caller().get(site.policy() + "/diff?from=a@1&to=b@2").expect(200).json();

    assertThat(names(diff.path("rules").path("added"))).containsExactly("new");
    assertThat(names(diff.path("rules").path("removed"))).containsExactly("gone");
    assertThat(
            diff.path("rules").path("changed").get(0).path("to").path("verdict").asText())
        .isEqualTo("REJECT");
    assertThat(names(diff.path("let").path("removed"))).containsExactly("old");
    assertThat(diff.path("let")
            .path("changed")
            .get(0)
            .path("from")
            .path("expression")
            .asText())
        .isEqualTo("3");
    assertThat(diff.path("rulesReordered").asBoolean()).isFalse();
  }

  @Test
  void every_mistake_is_named_at_once_and_nothing_is_stored() {
    var wrong = Json.parse("""
        {"name": "House Rules", "lets": {}, "let": {"limit": "scores.SPAN * 2.0"}, "rules": [
          {"name": "a", "sentence": "Spam {scores.SPAMM}.", "when": "scores.SPAM > limit", "verdict": "HLD"},
          {"name": "a", "sentence": "", "when": "links.count >", "verdict": "HOLD"},
          {"name": "c", "when": 7}, 3]}
        """);

    for (var target : List.of("/check", "")) {
      var answer = site.caller()
          .send(
              target.isEmpty() ? "PUT" : "POST",
              site.policy() + target,
              Caller.JSON,
              wrong.toString())
          .expectProblem(400, "invalid-request");
      assertThat(answer.places())
          .contains(
              "/name",
              "/lets",
              "/let/limit",
              "/rules/0/verdict",
              "/rules/1/name",
              "/rules/1/sentence",
              "/rules/1/when",
              "/rules/2/sentence",
              "/rules/2/verdict",
              "/rules/2/when",
              "/rules/3");
      assertThat(answer.body())
          .contains(
              "line 1, column 1: `scores.SPAN` is no signal and no earlier definition; did you mean `scores.SPAM`?")
          .contains("did you mean `HOLD`?");
    }
    assertThat(site.caller().get(site.policy() + "/versions").json().path("versions"))
        .isEmpty();
  }

  @Test
  void a_presets_name_is_taken() {
    assertThat(site.caller()
            .put(site.policy(), policy("blog", "links.count > 3"))
            .expectProblem(400, "invalid-request")
            .places())
        .containsExactly("/name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "- 1",
        "name: [",
        "a: 1\na: 2",
        "name: x\nrules: *nothing",
        "!!javax.script.ScriptEngineManager [x]",
        "7",
        "name: x\n---\nname: y"
      })
  void what_is_no_policy_in_YAML_is_refused(String yaml) {
    var answer = site.caller().send("PUT", site.policy(), "application/yaml", yaml);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
  }

  @Test
  void of_policies_that_come_at_once_each_gets_its_own_version() {
    var sent = new ArrayList<CompletableFuture<String>>();
    for (int i = 0; i < 8; i++) {
      var rules = policy("house-rules", "links.count > " + i);
      sent.add(CompletableFuture.supplyAsync(() -> site.putPolicy(rules)));
    }

    assertThat(sent.stream().map(CompletableFuture::join)).doesNotHaveDuplicates();
  }

  @Test
  void presets_are_listed_for_anyone() {
    var presets = service.anyone().get("/v1/policies").expect(200).json().path("presets");

    assertThat(Json.stream(presets).map(preset -> preset.path("version").asText()))
        .containsExactly("default@1", "blog@1", "news@1", "children@1", "research-discussion@1");
    for (var preset : presets) {
      var copy = (ObjectNode) preset.path("source");
      site.putPolicy(copy.put("name", "my-own"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"default@1", "blog@1", "news@1"})
  void the_presets_for_adults_let_the_harsh_but_calm_sample_through(String preset)
      throws IOException {
    Assumptions.assumeTrue(Files.exists(SAMPLE), "../shared/samples/only-news.json is not here");
    var comment = OnlyNewsTest.submission(Json.parse(Files.readString(SAMPLE)));
    site.activate(preset);

    var decided = site.submit(comment).expect(201).json();

    assertThat(decided.path("verdict").asText()).as(decided.toString()).isEqualTo("APPROVE");
    assertThat(decided.path("versions").path("policy").asText()).isEqualTo(preset);
  }

  private String rolledBack() {
    return site.caller()
        .send("POST", site.policy() + "/rollback", rollback())
        .expect(200)
        .json()
        .path("version")
        .asText();
  }

  private HttpRequest.Builder rollback() {
    return site.caller().request(site.policy() + "/rollback").POST(BodyPublishers.noBody());
  }

  private static String policyOf(Answer answer) {
    return answer.expect(201).json().path("versions").path("policy").asText();
  }

  private static List<String> names(JsonNode named) {
    return Json.stream(named).map(each -> each.path("name").asText()).toList();
  }

  private static JsonNode policy(String name, String when) {
    return Json.object(
        "name",
        name,
        "rules",
        List.of(
            Json.object("name", "links", "sentence", "Links.", "when", when, "verdict", "HOLD")));
  }
}
