package io.moderato.moderator;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.moderator.IdToken.Expected;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdTokenTest {
  private static final long NOW = Moderators.NOW.getEpochSecond();
  private static final Expected EXPECTED = new Expected("https://login.example", "moderato", "n-1");

  @Test
  void a_token_that_is_for_this_sign_in_is_fine() {
    assertThat(mistake(claims())).isEmpty();
    assertThat(mistake(claims().put("aud", new JsonArray().add("moderato")))).isEmpty();
    assertThat(mistake(claims().put("azp", "moderato"))).isEmpty();
    assertThat(mistake(
            claims().put("aud", new JsonArray(List.of("x", "moderato"))).put("azp", "moderato")))
        .isEmpty();
  }

  @Test
  void clocks_may_differ_by_a_minute() {
    assertThat(mistake(claims().put("exp", NOW - 59))).isEmpty();
    assertThat(mistake(claims().put("exp", NOW - 60))).contains("expired");
    assertThat(mistake(claims().put("iat", NOW + 60))).isEmpty();
    assertThat(mistake(claims().put("iat", NOW + 61))).contains("of the future");
  }

  @Test
  void the_login_is_the_claim_in_small_letters() {
    assertThat(
            new IdToken(claims().put("preferred_username", "Anna.B")).login("preferred_username"))
        .contains("anna.b");
    assertThat(new IdToken(claims().put("preferred_username", "a/b")).login("preferred_username"))
        .isEmpty();
    assertThat(new IdToken(claims().put("preferred_username", 7)).login("preferred_username"))
        .isEmpty();
  }

  @Test
  void an_e_mail_address_counts_where_the_provider_has_verified_it() {
    var claims = claims().put("email", "anna@example.org");

    assertThat(new IdToken(claims).login("email")).isEmpty();
    assertThat(new IdToken(claims.copy().put("email_verified", false)).login("email"))
        .isEmpty();
    assertThat(new IdToken(claims.copy().put("email_verified", "true")).login("email"))
        .isEmpty();
    assertThat(new IdToken(claims.copy().put("email_verified", true)).login("email"))
        .contains("anna@example.org");
  }

  private static Optional<String> mistake(JsonObject claims) {
    return new IdToken(claims).mistake(EXPECTED, Moderators.NOW);
  }

  private static JsonObject claims() {
    return new JsonObject()
        .put("iss", "https://login.example")
        .put("aud", "moderato")
        .put("sub", "1")
        .put("nonce", "n-1")
        .put("iat", NOW)
        .put("exp", NOW + 300);
  }
}
