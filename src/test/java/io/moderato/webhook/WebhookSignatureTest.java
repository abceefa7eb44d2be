package io.moderato.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.site.WebhookSecret;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookSignatureTest {
  private static final Instant TIME = Instant.ofEpochSecond(1_614_265_330);

  /** The example of Standard Webhooks' own documentation. */
  private static final WebhookSecret SECRET =
      new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", TIME, null);

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void signs_as_the_standard_does() {
    assertThat(WebhookSignature.of(List.of(SECRET), ID, TIME, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void each_secret_gives_a_signature() {
    var other = WebhookSecret.random(TIME);

    var both = WebhookSignature.of(List.of(other, SECRET), ID, TIME, BODY);

    assertThat(both.split(" ")).hasSize(2);
    assertThat(both).endsWith(" " + SIGNATURE).doesNotStartWith(SIGNATURE);
  }

  @Test
  void a_secret_has_256_bits_and_shows_itself_to_nobody() {
    var secret = WebhookSecret.random(TIME);

    assertThat(secret.text()).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(secret.bytes()).hasSize(32);
    assertThat(secret.toString()).doesNotContain(secret.text());
  }
}
