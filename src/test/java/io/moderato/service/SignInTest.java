package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.util.LinkedHashMap;
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
import org.junit.jupiter.params.provider.ValueSource;

/** How people come in and are let out again, as a browser sees it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class SignInTest {
  private static final String SESSION = "moderato_session";

  private final RunningService service;
  private final TestSite site;
  private final TestModerator anna;

  SignInTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
    this.anna = TestModerator.of(site);
  }

  @Test
  void who_is_not_signed_in_is_led_to_where_one_signs_in_and_back() {
    var visitor = new Visitor(service);

    var refused = visitor.get("/account?x=1&y=%22").expect(303);
    assertThat(refused.header("Location")).contains("/login?to=%2Faccount%3Fx%3D1%26y%3D%2522");

    var form = visitor.page("/login?to=%2Faccount%3Fx%3D1%26y%3D%2522");
    var entered = visitor.submit(
        form, "/login", Map.of("login", anna.login(), "password", TestModerator.PASSWORD));
    assertThat(entered.expect(303).header("Location")).contains("/account?x=1&y=%22");
    assertThat(visitor.page("/account?x=1&y=%22").title()).startsWith("Your account");
    assertThat(anna.acts()).containsExactly("sign-in");
  }

  @Test
  void who_is_signed_in_is_not_asked_again() {
    assertThat(anna.signedIn().get("/login?to=/account").expect(303).header("Location"))
        .contains("/account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "\r\nX: y"
      })
  void nobody_is_led_to_another_site(String target) {
    var visitor = new Visitor(service);
    var form = visitor.page("/login?to=" + TestSite.encoded(target));

    var entered = visitor.submit(
        form,
        "/login",
        Map.of("login", anna.login(), "password", TestModerator.PASSWORD, "to", target));

    assertThat(entered.expect(303).header("Location")).contains("/review");
  }

  @Test
  void the_cookie_is_kept_from_scripts_and_other_sites_and_from_plain_connections() {
    var local = new Visitor(service).signIn(anna.login(), TestModerator.PASSWORD);
    assertThat(cookie(local, SESSION)).endsWith("; Path=/; HTTPOnly; SameSite=Lax");

    var proxied = new Visitor(service).with("X-Forwarded-Proto", "https");
    var answer = proxied.signIn(anna.login(), TestModerator.PASSWORD);
    assertThat(cookie(answer, "__Host-" + SESSION))
        .endsWith("; Path=/; Secure; HTTPOnly; SameSite=Lax");
    proxied.page("/account");
  }

  @Test
  void a_session_that_was_brought_along_is_not_taken_over() {
    var visitor = new Visitor(service);
    var planted = "A".repeat(43);
    visitor.cookies().put(SESSION, planted);

    visitor.signIn(anna.login(), TestModerator.PASSWORD).expect(303);

    assertThat(visitor.cookies().get(SESSION)).isNotEqualTo(planted).hasSize(43);
    var other = new Visitor(service);
    other.cookies().put(SESSION, planted);
    other.get("/account").expect(303);
  }

  @Test
  void each_sign_in_has_a_token_of_its_own_of_which_only_the_hash_is_stored() {
    var here = anna.signedIn();
    var there = anna.signedIn();

    assertThat(here.cookies().get(SESSION)).isNotEqualTo(there.cookies().get(SESSION));
    assertThat(service.stored("sessions", Filters.eq("login", anna.login())).toString())
        .doesNotContain(here.cookies().get(SESSION))
        .doesNotContain(csrf(here));
  }

  @Test
  void wrong_words_are_told_alike_and_what_was_typed_as_login_stays() {
    var visitor = new Visitor(service);

    var ofAnna = visitor.signIn(anna.login(), "wrong").expect(401);
    var ofNobody = visitor.signIn("nobody-of-this-name", "wrong").expect(401);

    assertThat(Visitor.page(ofAnna).select("[role=alert]").text())
        .isEqualTo("Login or password is wrong.")
        .isEqualTo(Visitor.page(ofNobody).select("[role=alert]").text());
    assertThat(Visitor.page(ofAnna).select("input[name=login]").attr("value"))
        .isEqualTo(anna.login());
    assertThat(ofAnna.body()).doesNotContain("wrong\"");
    assertThat(anna.acts()).containsExactly("sign-in-failed");
  }

  @Test
  void guessing_is_stopped_with_a_friendly_sentence() {
    var visitor = new Visitor(service);
    for (int i = 0; i < 5; i++) {
      visitor.signIn(anna.login(), "wrong").expect(401);
    }

    var locked = visitor.signIn(anna.login(), TestModerator.PASSWORD).expect(429);

    assertThat(Visitor.page(locked).select("[role=alert]").text())
        .isEqualTo("Too many attempts. Try again in a minute.");
    assertThat(locked.header("Retry-After")).contains("60");
  }

  @Test
  void nobody_is_signed_in_by_a_form_of_another_site() {
    var victim = new Visitor(service);
    victim.page("/login");
    var forged =
        Map.of("login", anna.login(), "password", TestModerator.PASSWORD, "csrf", "0".repeat(64));

    assertThat(Visitor.page(victim.post("/login", forged).expect(403))
            .select("[role=alert]")
            .text())
        .startsWith("This page was open too long");
    new Visitor(service).post("/login", forged).expect(403);
    assertThat(victim.cookies()).doesNotContainKey(SESSION);
    assertThat(anna.acts()).isEmpty();
  }

  static Stream<Map<String, String>> brokenForms() {
    return Stream.of(
        Map.of(),
        Map.of("login", "", "password", ""),
        Map.of("login", "\u0000", "password", "\ud83d"),
        Map.of("login", "<script>alert(1)</script>", "password", "${7*7}"),
        Map.of("login", "a".repeat(5000), "password", "b".repeat(5000)),
        Map.of("login", "{\"$ne\": 1}", "password", "{\"$ne\": 1}"));
  }

  @ParameterizedTest
  @MethodSource("brokenForms")
  void hostile_words_are_wrong_words(Map<String, String> words) {
    var visitor = new Visitor(service);
    var typed = new LinkedHashMap<>(words);
    typed.put("csrf", visitor.page("/login").select("[name=csrf]").attr("value"));

    var answer = visitor.post("/login", typed);

    assertThat(answer.status()).isIn(401, 429);
    assertThat(answer.body())
        .doesNotContain("<script>alert")
        .doesNotContain(">49<")
        .doesNotContain("\"49\"");
  }

  @Test
  void signing_out_ends_the_session_and_needs_its_token() {
    var visitor = anna.signedIn();
    var page = visitor.page("/account");

    visitor.post("/logout", Map.of()).expect(403);
    visitor.page("/account");
    var token = visitor.cookies().get(SESSION);
    visitor.submit(page, "/logout", Map.of()).expect(303);

    assertThat(visitor.cookies()).doesNotContainKey(SESSION);
    var thief = new Visitor(service);
    thief.cookies().put(SESSION, token);
    thief.get("/account").expect(303);
    assertThat(anna.acts()).containsExactly("sign-out", "sign-in");
  }

  @Test
  void what_changes_something_must_come_from_a_page_of_this_session() {
    var visitor = anna.signedIn();
    var ofAnother = csrf(TestModerator.of(site).signedIn());
    var ofAnna_s_other = csrf(anna.signedIn());

    for (var forged : List.of("", "0".repeat(64), ofAnother, ofAnna_s_other, "\u0000")) {
      var answer = visitor.post("/account/preferences", Map.of("theme", "dark", "csrf", forged));
      answer.expect(403);
      assertThat(answer.header("X-CSRF-Token")).contains(csrf(visitor));
    }
    visitor.post("/account/preferences", Map.of("theme", "dark")).expect(403);
    assertThat(visitor.page("/account").select("html").attr("data-theme")).isEqualTo("auto");

    visitor.with("X-CSRF-Token", csrf(visitor));
    visitor.post("/account/preferences", Map.of("theme", "dark")).expect(303);
    assertThat(visitor.page("/account").select("html").attr("data-theme")).isEqualTo("dark");
  }

  @Test
  void a_part_of_a_page_is_told_that_the_session_is_over_and_led_nowhere() {
    var visitor = new Visitor(service).with("HX-Request", "true");

    var answer = visitor.post("/account/preferences", Map.of("theme", "dark")).expect(401);

    assertThat(Visitor.page(answer).select("[role=alert]").text())
        .startsWith("Your session is over. What you typed is still here");
    assertThat(Visitor.page(answer).select("html[lang]")).isEmpty();
    visitor.with("Accept-Language", "de-CH, fr;q=0.3");
    assertThat(visitor.get("/account").expect(401).body()).contains("Ihre Sitzung ist zu Ende");
  }

  @Test
  void who_is_disabled_is_out_at_once_and_can_not_come_in_again() {
    var visitor = anna.signedIn();

    service.operator().patch(anna.address(), Json.object("disabled", true)).expect(200);

    visitor.get("/account").expect(303);
    visitor.signIn(anna.login(), TestModerator.PASSWORD).expect(401);
    service.operator().patch(anna.address(), Json.object("disabled", false)).expect(200);
    visitor.get("/account").expect(303);
    visitor.signIn(anna.login(), TestModerator.PASSWORD).expect(303);
    visitor.page("/account");
  }

  @Test
  void a_password_is_changed_by_who_knows_the_old_one_and_ends_all_other_sessions() {
    var here = anna.signedIn();
    var there = anna.signedIn();
    var oldToken = here.cookies().get(SESSION);
    var form = here.page("/account");

    var wrong = here.submit(form, "/account/password", passwords("wrong", "other words in a row"));
    assertThat(Visitor.page(wrong.expect(400)).select("[role=alert]").text())
        .isEqualTo("The present password is wrong.");
    here.submit(form, "/account/password", passwords(TestModerator.PASSWORD, "short"))
        .expect(400);
    here.submit(
            form,
            "/account/password",
            Map.of("current", TestModerator.PASSWORD, "new", "other words in a row", "again", "no"))
        .expect(400);
    there.page("/account");
    here.submit(
            form, "/account/password", passwords(TestModerator.PASSWORD, "other words in a row"))
        .expect(303);

    assertThat(here.page("/account?done=password").select("[role=status].done").text())
        .startsWith("Your password is changed.");
    assertThat(here.cookies().get(SESSION)).isNotEqualTo(oldToken);
    there.get("/account").expect(303);
    there.signIn(anna.login(), TestModerator.PASSWORD).expect(401);
    there.signIn(anna.login(), "other words in a row").expect(303);
    assertThat(anna.acts()).contains("password-change");
  }

  @Test
  void another_browser_s_session_is_ended_and_nobody_else_s() {
    var here = anna.signedIn();
    var there = anna.signedIn().with("User-Agent", "There");
    var other = TestModerator.of(site).signedIn();
    var page = here.page("/account");
    assertThat(page.select(".sessions li")).hasSize(2);

    var foreign = Map.of("session", "0".repeat(64));
    here.submit(page, "/account/sessions/end", foreign).expect(303);
    there.page("/account");
    here.submit(page, "/account/sessions/end", Map.of()).expect(303);

    there.get("/account").expect(303);
    here.page("/account");
    other.page("/account");
  }

  @Test
  void signing_out_everywhere_ends_every_session() {
    var here = anna.signedIn();
    var there = anna.signedIn();

    here.submit(here.page("/account"), "/account/sign-out", Map.of()).expect(303);

    here.get("/account").expect(303);
    there.get("/account").expect(303);
    anna.signedIn().page("/account");
  }

  @Test
  void preferences_are_kept_with_the_account() {
    var here = anna.signedIn();

    here.submit(
            here.page("/account"),
            "/account/preferences",
            Map.of("language", "de", "theme", "contrast", "blur", "on", "key.approve", "y"))
        .expect(303);

    var there = anna.signedIn().page("/account");
    assertThat(there.title()).startsWith("Ihr Konto");
    assertThat(there.select("html").attr("data-theme")).isEqualTo("contrast");
    assertThat(there.select("html").attr("data-blur")).isEqualTo("true");
    assertThat(there.select("body").attr("data-keys")).isEqualTo("{\"approve\":\"y\"}");
    here.submit(here.page("/account"), "/account/preferences", Map.of("theme", "pink"))
        .expect(400);
  }

  @Test
  void pages_are_kept_in_no_cache_and_run_no_script_but_our_own() {
    var answer = anna.signedIn().get("/account").expect(200);

    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; script-src 'self'");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void hostile_names_and_browsers_are_shown_as_text() {
    var hostile = TestModerator.create(
        service, "moderator", "<script>alert(1)</script>\" onload=\"x ${7*7} \u202e", List.of());
    var visitor = new Visitor(service).with("User-Agent", "<img src=x onerror=alert(1)>");
    visitor.signIn(hostile.login(), TestModerator.PASSWORD).expect(303);

    var page = visitor.page("/account");

    assertThat(page.select("script:not([src]), [onload], [onerror], img")).isEmpty();
    assertThat(page.select("a.me").text()).startsWith("<script>alert(1)</script>\" onload=");
    assertThat(page.select(".sessions .browser").text()).isEqualTo("<img src=x onerror=alert(1)>");
  }

  private static Map<String, String> passwords(String current, String chosen) {
    return Map.of("current", current, "new", chosen, "again", chosen);
  }

  private static String csrf(Visitor visitor) {
    return visitor.page("/account").select("[name=csrf]").attr("value");
  }

  private static String cookie(Answer answer, String name) {
    return Objects.requireNonNull(answer.headers().get("set-cookie")).stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .findFirst()
        .orElseThrow();
  }
}
