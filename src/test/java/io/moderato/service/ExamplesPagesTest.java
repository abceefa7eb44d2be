package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Giving a site's examples out and taking them in, on the models page. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class ExamplesPagesTest {
  private final RunningService service;
  private final TestSite site;
  private final TestSite other;

  ExamplesPagesTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
    this.other = service.newSite();
  }

  @Test
  void what_one_site_gives_out_another_takes_in_and_again_it_changes_nothing() {
    decide("c-1", "Roses want compost.", "APPROVE");
    decide("c-2", "The referee never saw that penalty.", "REJECT");
    var admin = admin();

    var file = admin.get(address(site)).expect(200);
    assertThat(file.headers().get("content-disposition"))
        .containsExactly("attachment; filename=\"%s-examples.ndjson\"".formatted(site.id()));
    assertThat(file.body().lines()).hasSize(2);

    for (int i = 0; i < 2; i++) {
      assertThat(admin.postLines(address(other), file.body()).expect(200).json())
          .isEqualTo(Json.object("taken", 2));
    }
    assertThat(admin.get(address(other)).expect(200).body())
        .contains("Roses want compost.", "that penalty");
    var entries = service.operator().get("/v1/audit?site=" + other.id() + "&act=import");
    assertThat(entries.expect(200).json().at("/entries/0/facts/what").asText())
        .isEqualTo("examples");
  }

  @Test
  void a_line_that_is_no_example_is_named_and_none_is_taken_in() {
    decide("c-1", "Roses want compost.", "APPROVE");
    var admin = admin();
    var line = admin.get(address(site)).expect(200).body();

    refused(admin, line + "no json\n", 2);
    refused(
        admin, line + line.replace("Roses want compost.", "").replace("\"text\"", "\"tex\""), 2);
    refused(admin, line + "{\"kind\":\"post\",\"post\":{\"id\":\"p-1\"}}\n", 2);
    assertThat(
            admin.postLines(address(other), "").expect(400).json().path("error").asText())
        .isNotEmpty();

    assertThat(admin.get(address(other)).expect(200).body()).isEmpty();
  }

  private void refused(Visitor admin, String lines, int line) {
    var said = admin.postLines(address(other), lines).expect(400).json();
    assertThat(said.path("line").asInt()).as(said.toString()).isEqualTo(line);
    assertThat(said.path("error").asText()).isNotEmpty();
  }

  @Test
  void it_is_for_admins_and_for_pages_of_ours_alone() {
    var moderator = TestModerator.of(site).signedIn();
    moderator.get(address(site)).expect(403);
    var admin = TestModerator.admin(service).signedIn();
    admin.postLines(address(site), "{}").expect(403);
    admin().get("/models/examples?site=no-such-site").expect(404);
    new Visitor(service).get(address(site)).expect(303);
  }

  private Visitor admin() {
    var admin = TestModerator.admin(service).signedIn();
    var token = admin.page("/account").select("input[name=csrf]").attr("value");
    return admin.with("X-CSRF-Token", token);
  }

  private static String address(TestSite site) {
    return "/models/examples?site=" + site.id();
  }

  private void decide(String id, String text, String verdict) {
    site.submit(id, "p", text).expect(201);
    site.caller()
        .post(site.comment(id) + "/feedback", Json.object("verdict", verdict))
        .expect(200);
  }
}
