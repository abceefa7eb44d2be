package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.app.Settings.SignInSettings;
import io.moderato.http.PublicAddress;
import io.moderato.moderator.OpenIdSettings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with a provider of OpenID Connect that keeps to the standard, and with one that lies. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenIdTest {
  private static final String CALLBACK = "/login/openid/callback";

  private static TestProvider provider;
  private static RunningService service;
  private static TestSite site;

  private Visitor visitor;
  private TestModerator anna;

  @BeforeAll
  static void start() {
    provider = new TestProvider();
    service = RunningService.start(new SignInSettings(
        new PublicAddress(URI.create("http://moderation.test"), 1),
        Duration.ofHours(8),
        Duration.ofDays(7),
        new OpenIdSettings(
            provider.issuer(),
            TestProvider.CLIENT,
            TestProvider.SECRET,
            "preferred_username",
            "Example House",
            true)));
    site = service.newSite();
  }

  @AfterAll
  static void stop() {
    service.close();
    provider.close();
  }

  @BeforeEach
  void let_the_provider_keep_to_the_standard() {
    visitor = new Visitor(service);
    anna = TestModerator.of(site);
    provider.signing("RS256");
    provider.claiming(said -> said.put("preferred_username", anna.login()));
  }

  @Test
  void who_is_known_there_comes_in_where_they_wanted_to_go() {
    var button = visitor.page("/login?to=/account").select("a.button");
    assertThat(button.text()).isEqualTo("Sign in with Example House");

    var entered = comeBack(provider.consent(go(button.attr("href"))));

    assertThat(entered.expect(303).header("Location")).contains("/account");
    assertThat(visitor.page("/account").select("dd").eachText()).contains(anna.login());
    assertThat(anna.acts()).containsExactly("sign-in");
  }

  @Test
  void keys_that_the_provider_has_changed_are_taken_up() {
    comeBack(provider.consent(go("/login/openid"))).expect(303);

    provider.changeKeys();

    comeBack(provider.consent(go("/login/openid"))).expect(303);
  }

  @Test
  void whom_no_account_is_for_gets_one_for_no_site_where_that_is_set() {
    provider.claiming(said ->
        said.put("preferred_username", "New.Person@Example.org").put("name", "New\u0000 Person"));

    comeBack(provider.consent(go("/login/openid"))).expect(303);

    var made = service
        .operator()
        .get("/v1/moderators/new.person%40example.org")
        .expect(200)
        .json();
    assertThat(made.path("name").asText()).isEqualTo("New  Person");
    assertThat(made.path("role").asText()).isEqualTo("moderator");
    assertThat(made.path("sites")).isEmpty();
    assertThat(made.path("hasPassword").asBoolean()).isFalse();
  }

  @Test
  void a_disabled_account_stays_out() {
    service.operator().patch(anna.address(), Json.object("disabled", true)).expect(200);

    refused(comeBack(provider.consent(go("/login/openid"))));
    assertThat(anna.acts()).containsExactly("sign-in-failed");
  }

  static Stream<Named<UnaryOperator<JsonObject>>> lies() {
    return Stream.of(
        lie("another nonce", said -> said.put("nonce", "0".repeat(64))),
        lie("no nonce", said -> without(said, "nonce")),
        lie("another audience", said -> said.put("aud", "another-service")),
        lie("no audience", said -> without(said, "aud")),
        lie("many audiences", said -> said.put("aud", new JsonArray(List.of("moderato", "x")))),
        lie("another party", said -> said.put("azp", "another-service")),
        lie("another issuer", said -> said.put("iss", "https://evil.example")),
        lie("no issuer", said -> without(said, "iss")),
        lie("expired", said -> said.put("exp", Instant.now().getEpochSecond() - 120)),
        lie("no end", said -> without(said, "exp")),
        lie("made tomorrow", said -> said.put("iat", Instant.now().getEpochSecond() + 86_400)),
        lie("a text for an end", said -> said.put("exp", "never")),
        lie("nobody", said -> without(said, "sub")),
        lie("no login", said -> without(said, "preferred_username")),
        lie("a login that is none", said -> said.put("preferred_username", "../../etc")),
        lie("a login that is a list", said -> said.put("preferred_username", new JsonArray())));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void a_token_that_is_not_for_this_sign_in_lets_nobody_in(UnaryOperator<JsonObject> lie) {
    provider.claiming(said -> lie.apply(said.put("preferred_username", anna.login())));

    refused(comeBack(provider.consent(go("/login/openid"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "stranger"})
  void a_token_that_the_provider_s_key_did_not_sign_lets_nobody_in(String algorithm) {
    provider.signing(algorithm);

    refused(comeBack(provider.consent(go("/login/openid"))));
  }

  @Test
  void an_answer_to_what_another_browser_asked_lets_nobody_in() {
    var query = provider.consent(
        new Visitor(service).get("/login/openid").header("Location").orElseThrow());

    refused(comeBack(query));
    go("/login/openid");
    refused(comeBack(query));
  }

  @Test
  void an_answer_counts_once() {
    var query = provider.consent(go("/login/openid"));
    comeBack(query).expect(303);
    visitor.cookies().clear();

    refused(comeBack(query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?code=code-1",
        "?state=a.b",
        "?code=x&state=.",
        "?code=x&state=a.%00",
        "?error=access_denied",
        "?code=x&state=%E2%80%AE.%F0%9F%98%80"
      })
  void a_broken_answer_lets_nobody_in(String query) {
    go("/login/openid");

    refused(comeBack(query));
  }

  @Test
  void an_answer_of_another_issuer_lets_nobody_in() {
    var query = provider.consent(go("/login/openid"));

    refused(comeBack(query + "&iss=https%3A%2F%2Fevil.example"));
  }

  @Test
  void nobody_is_led_to_another_site_in_the_end() {
    var query = provider.consent(go("/login/openid?to=https%3A%2F%2Fevil.example%2F"));

    assertThat(comeBack(query).expect(303).header("Location")).contains("/review");
  }

  /** Gives where it leads. */
  private String go(String path) {
    var url = visitor.get(path).expect(303).header("Location").orElseThrow();
    assertThat(url)
        .startsWith(provider.issuer() + "/authorize?")
        .contains("redirect_uri=http%3A%2F%2Fmoderation.test%2Flogin%2Fopenid%2Fcallback");
    return url;
  }

  private Answer comeBack(String query) {
    return visitor.get(CALLBACK + query);
  }

  private void refused(Answer answer) {
    assertThat(Visitor.page(answer.expect(401)).select("[role=alert]").text())
        .isEqualTo("You could not be signed in there. Try again, or ask an admin.");
    assertThat(visitor.cookies()).doesNotContainKey("moderato_session");
    assertThat(visitor.get("/account").status()).isEqualTo(303);
  }

  private static Named<UnaryOperator<JsonObject>> lie(String name, UnaryOperator<JsonObject> lie) {
    return Named.of(name, lie);
  }

  private static JsonObject without(JsonObject said, String claim) {
    said.remove(claim);
    return said;
  }
}
