package io.moderato.site;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What both sides of a webhook know. It signs, so that it is kept as it is, not as a hash.
 *
 * @param text {@code whsec_} and 32 random bytes in base64, as Standard Webhooks has it
 * @param end when it stops to count; null for the newest one
 */
public record WebhookSecret(
    String text, Instant createdAt, @Nullable Instant end) {
  private static final String PREFIX = "whsec_";
  private static final SecureRandom RANDOM = new SecureRandom();

  public static WebhookSecret random(Instant now) {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes), now, null);
  }

  /** The key of the HMAC. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(text.substring(PREFIX.length()));
  }

  boolean counts(Instant now) {
    return end == null || now.isBefore(end);
  }

  WebhookSecret until(Instant latest) {
    return end != null && end.isBefore(latest) ? this : new WebhookSecret(text, createdAt, latest);
  }

  @Override
  public String toString() {
    return "WebhookSecret[hidden]";
  }
}
