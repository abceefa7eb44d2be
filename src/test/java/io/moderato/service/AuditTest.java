package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class AuditTest {
  private final RunningService service;
  private final TestSite site;

  AuditTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @Test
  void entries_are_listed_the_newest_first_page_by_page() {
    var anna = TestModerator.of(site);
    anna.signedIn();
    new Visitor(service).signIn(anna.login(), "wrong");
    var query = "/v1/audit?limit=1&who=" + TestSite.encoded("moderator:" + anna.login());

    var first = service.operator().get(query).expect(200).json();
    var second = service
        .operator()
        .get(query + "&cursor=" + first.path("next").asText())
        .expect(200)
        .json();

    assertThat(first.path("entries").path(0).path("act").asText()).isEqualTo("sign-in-failed");
    assertThat(second.path("entries").path(0).path("act").asText()).isEqualTo("sign-in");
    assertThat(second.path("next").isNull()).isTrue();
  }

  @Test
  void what_is_exported_is_itself_written_down_and_calculates_nothing() {
    var hostile = TestModerator.create(
        service, "moderator", "=HYPERLINK(\"http://evil.example\";\"x\")", List.of());

    var csv = service.operator().get("/v1/audit/export?act=moderator-change").expect(200);

    assertThat(csv.header("Content-Disposition")).contains("attachment; filename=\"audit.csv\"");
    assertThat(csv.body())
        .startsWith("id,at,who,act,site,comment,author,batch,reason,note,facts\r\n")
        .contains(",operator,moderator-change,,,,,,,\"created=true; moderator=" + hostile.login()
            + "; name==HYPERLINK(\"\"http://evil.example\"\";\"\"x\"\"); role=moderator; sites=\"");
    var entry =
        service.operator().get("/v1/audit?act=export&limit=1").expect(200).json();
    assertThat(entry.path("entries").path(0).path("facts")).isEqualTo(Json.object("of", "audit"));
  }

  @Test
  void what_is_changed_of_a_site_is_written_down_with_who_did_it() {
    var key = site.addKey(List.of("read"));
    site.caller().delete(site.address() + "/keys/" + key.path("id").asText()).expect(204);
    site.caller()
        .put(site.address() + "/lists/mine", Json.object("entries", List.of("a word")))
        .expect(200);
    site.activate("blog@1");
    site.caller().patch(site.address(), Json.object("name", "Renamed")).expect(200);
    site.caller().get(site.address() + "/export").expect(200);

    var entries = of(site);

    assertThat(Json.stream(entries)
            .map(entry -> entry.path("act").asText() + " "
                + entry.path("facts").path("operation").asText()))
        .containsExactly(
            "export exportSite",
            "site-change updateSite",
            "policy-change activatePolicy",
            "list-change putWordList",
            "key-change revokeKey",
            "key-change createKey");
    assertThat(Json.stream(entries).map(entry -> entry.path("who").asText()))
        .allMatch(who -> who.startsWith("key:"));
    assertThat(entries.path(2).path("facts").path("version").asText()).isEqualTo("blog@1");
    assertThat(entries.path(4).path("facts").path("key").asText())
        .isEqualTo(key.path("id").asText());
    assertThat(entries.toString()).doesNotContain(key.path("key").asText());
  }

  @Test
  void what_came_to_nothing_is_followed_by_an_entry_that_says_so() {
    site.caller().delete(site.address() + "/keys/0").expect(404);

    var entries = of(site);

    assertThat(entries.path(0).path("act").asText()).isEqualTo("refused");
    assertThat(entries.path(0).path("facts"))
        .isEqualTo(Json.object("of", entries.path(1).path("id").asText(), "status", "404"));
    assertThat(entries.path(1).path("act").asText()).isEqualTo("key-change");
  }

  @Test
  void there_is_no_way_to_change_or_erase_an_entry() {
    for (var method : List.of("PUT", "POST", "PATCH", "DELETE")) {
      service
          .operator()
          .send(method, "/v1/audit", Caller.JSON, "{}")
          .expectProblem(405, "method-not-allowed");
    }
  }

  private JsonNode of(TestSite site) {
    return service
        .operator()
        .get("/v1/audit?site=" + site.id())
        .expect(200)
        .json()
        .path("entries");
  }

  @ParameterizedTest
  @CsvSource({
    "comment=c-1, comment",
    "author=id:x, author",
    "from=yesterday, from",
    "act=killed, act",
    "cursor=0, cursor",
    "limit=0, limit",
    "site=UPPER, site"
  })
  void what_can_not_be_asked_is_refused_at_its_place(String query, String parameter) {
    var answer = service.operator().get("/v1/audit?" + query);

    assertThat(answer.expectProblem(400, "invalid-request").places()).containsExactly(parameter);
  }
}
