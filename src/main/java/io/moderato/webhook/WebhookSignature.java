package io.moderato.webhook;

import io.moderato.site.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Standard Webhooks' symmetric signature: HMAC-SHA256 of id, time and body, one for each secret that counts. */
final class WebhookSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private WebhookSignature() {}

  /** For the header {@code webhook-signature}: {@code v1,} and base64 for each secret, with spaces between. */
  static String of(List<WebhookSecret> secrets, String id, Instant time, String body) {
    var signed = "%s.%d.%s".formatted(id, time.getEpochSecond(), body);
    return secrets.stream()
        .map(secret -> "v1," + hmac(secret, signed))
        .collect(Collectors.joining(" "));
  }

  private static String hmac(WebhookSecret secret, String signed) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HMAC-SHA256", e);
    }
  }
}
