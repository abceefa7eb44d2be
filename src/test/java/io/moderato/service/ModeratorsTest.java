package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounts as the operator and admins make and change them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class ModeratorsTest {
  private static final String PAGE = "/admin/moderators";

  private final RunningService service;
  private final TestSite site;

  ModeratorsTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @Test
  void a_password_that_is_made_is_answered_once_and_lets_in() {
    var created = service
        .operator()
        .post(
            "/v1/moderators",
            Json.object("login", "made-" + site.id(), "name", "Made", "sites", List.of(site.id())))
        .expect(201);

    assertThat(created.header("Location")).contains("/v1/moderators/made-" + site.id());
    var read = service.operator().get("/v1/moderators/made-" + site.id()).expect(200);
    assertThat(created.json().path("moderator")).isEqualTo(read.json());
    assertThat(read.body()).doesNotContain("argon2");
    var password = created.json().path("password").asText();
    new Visitor(service).signIn("made-" + site.id(), password).expect(303);
    assertThat(service.stored("moderators", Filters.eq("made-" + site.id())).toString())
        .contains("$argon2id$")
        .doesNotContain(password);
  }

  @Test
  void an_account_without_a_password_lets_nobody_in_by_one() {
    var body = Json.object("login", "sso-" + site.id(), "name", "Sso").putNull("password");
    var created = service.operator().post("/v1/moderators", body).expect(201).json();

    assertThat(created.has("password")).isFalse();
    assertThat(created.path("moderator").path("hasPassword").asBoolean()).isFalse();
    new Visitor(service).signIn("sso-" + site.id(), "").expect(401);
  }

  @Test
  void a_login_that_is_taken_stays_whose_it_is() {
    var anna = TestModerator.of(site);

    var body = Json.object("login", anna.login(), "name", "Another");
    service.operator().post("/v1/moderators", body).expectProblem(409, "conflict");

    anna.signedIn();
  }

  static Stream<JsonNode> broken() {
    return Stream.of(
        Json.object("login", "Anna", "name", "A"),
        Json.object("login", "a/../b", "name", "A"),
        Json.object("login", "a", "name", ""),
        Json.object("login", "a", "name", "   "),
        Json.object("login", "a", "name", "a\u0000b"),
        Json.object("login", "a", "name", "A", "role", "god"),
        Json.object("login", "a", "name", "A", "password", "short"),
        Json.object("login", "a", "name", "A", "password", "aaaaaaaaaaaaaaa"),
        Json.object("login", "a", "name", "A", "sites", List.of("UPPER")),
        Json.object("login", "a", "name", "A", "disabled", true),
        Json.object("login", List.of("a"), "name", "A"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void a_broken_account_is_refused(JsonNode account) {
    service.operator().post("/v1/moderators", account).expectProblem(400, "invalid-request");
  }

  @Test
  void a_site_that_there_is_not_can_not_be_anybody_s() {
    var body = Json.object("login", "lost-" + site.id(), "name", "L", "sites", List.of("no-site"));

    service.operator().post("/v1/moderators", body).expectProblem(404, "not-found");
    service.operator().get("/v1/moderators/lost-" + site.id()).expectProblem(404, "not-found");
  }

  @Test
  void another_password_ends_every_session() {
    var anna = TestModerator.of(site);
    var visitor = anna.signedIn();

    var made =
        service.operator().put(anna.address() + "/password", Json.object()).expect(200);

    visitor.get("/account").expect(303);
    visitor.signIn(anna.login(), TestModerator.PASSWORD).expect(401);
    visitor.signIn(anna.login(), made.json().path("password").asText()).expect(303);
  }

  @Test
  void the_operator_signs_somebody_out_everywhere() {
    var anna = TestModerator.of(site);
    var visitor = anna.signedIn();
    var caller = service.operator();
    var request = anna.address() + "/sign-out";

    caller
        .send(
            "POST",
            request,
            caller.request(request).POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
        .expect(204);

    visitor.get("/account").expect(303);
  }

  @Test
  void they_are_listed_page_by_page() {
    var first = TestModerator.of(site);

    var page = service
        .operator()
        .get("/v1/moderators?limit=1&cursor=" + first.login().replaceFirst("-", ".."))
        .expect(200)
        .json();

    assertThat(page.path("moderators")).hasSize(1);
  }

  @Test
  void each_change_of_an_account_is_written_down_with_who_made_it() {
    var admin = TestModerator.admin(service);
    var anna = TestModerator.of(site);
    var visitor = admin.signedIn();

    visitor
        .submit(
            visitor.page(PAGE + "?after=" + before(anna.login())),
            PAGE + "/change",
            Map.of("login", anna.login(), "name", "Renamed", "role", "admin", "sites", site.id()))
        .expect(303);

    var entries = service
        .operator()
        .get("/v1/audit?act=moderator-change&who=" + TestSite.encoded("moderator:" + admin.login()))
        .expect(200)
        .json()
        .path("entries");
    assertThat(entries).hasSize(1);
    assertThat(entries.path(0).path("facts"))
        .isEqualTo(Json.object(
            "disabled",
            "false",
            "moderator",
            anna.login(),
            "name",
            "Renamed",
            "role",
            "admin",
            "sites",
            site.id()));
  }

  @Test
  void the_pages_of_accounts_are_for_admins_alone() {
    var anna = TestModerator.of(site).signedIn();
    var csrf = anna.page("/account").select("[name=csrf]").attr("value");

    assertThat(anna.page("/account").select("nav a[href=" + PAGE + "]")).isEmpty();
    anna.get(PAGE).expect(403);
    for (var path : List.of(PAGE, PAGE + "/change", PAGE + "/password")) {
      var fields = Map.of("csrf", csrf, "login", "x-" + site.id(), "name", "X", "role", "admin");
      anna.post(path, fields).expect(403);
      new Visitor(service).post(path, fields).expect(303);
    }
    service.operator().get("/v1/moderators/x-" + site.id()).expectProblem(404, "not-found");
  }

  @Test
  void an_admin_makes_accounts_and_passwords_and_sees_each_password_once() {
    var admin = TestModerator.admin(service).signedIn();
    var login = "new-" + site.id();

    var made = Visitor.page(admin
        .submit(
            admin.page(PAGE),
            PAGE,
            Map.of("login", login, "name", "New", "role", "moderator", "sites", site.id()))
        .expect(200));
    var password = Objects.requireNonNull(made.selectFirst("code")).text();
    new Visitor(service).signIn(login, password).expect(303);

    assertThat(admin.page(PAGE + "?after=" + before(login)).text()).doesNotContain(password);
    var another = Visitor.page(
        admin.submit(made, PAGE + "/password", Map.of("login", login)).expect(200));
    new Visitor(service).signIn(login, password).expect(401);
    new Visitor(service)
        .signIn(login, Objects.requireNonNull(another.selectFirst("code")).text())
        .expect(303);
  }

  @Test
  void an_admin_can_not_lock_themselves_out() {
    var admin = TestModerator.admin(service);
    var visitor = admin.signedIn();
    var page = visitor.page(PAGE + "?after=" + before(admin.login()));

    visitor
        .submit(
            page,
            PAGE + "/change",
            Map.of("login", admin.login(), "name", "A", "role", "moderator", "sites", ""))
        .expect(400);
    visitor
        .submit(
            page,
            PAGE + "/change",
            Map.of("login", admin.login(), "name", "A", "role", "admin", "disabled", "on"))
        .expect(400);

    visitor.page(PAGE);
  }

  /** What sorts just before the login. */
  private static String before(String login) {
    return TestSite.encoded(login.substring(0, login.length() - 1));
  }
}
