package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

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
