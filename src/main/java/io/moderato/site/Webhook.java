package io.moderato.site;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a site hears of decisions.
 *
 * @param id 12 characters of hexadecimal
 * @param events the types it wants to hear of, such as {@code comment.approved}; empty for all
 * @param secrets what its calls are signed with, the newest first
 */
public record Webhook(
    String id,
    String url,
    Set<String> events,
    boolean enabled,
    List<WebhookSecret> secrets,
    Instant createdAt) {
  /** While the receiver changes from one to the other, both sign. */
  private static final int MOST_SECRETS = 2;

  public Webhook {
    events = Set.copyOf(events);
    secrets = List.copyOf(secrets);
  }

  public boolean wants(String type) {
    return enabled && (events.isEmpty() || events.contains(type));
  }

  /** Those that count at that time. */
  public List<WebhookSecret> secretsAt(Instant now) {
    return secrets.stream().filter(secret -> secret.counts(now)).toList();
  }

  /** The new secret signs at once, the newest one so far beside it until {@code overlapEnd}. */
  public Webhook rotated(WebhookSecret secret, Instant overlapEnd) {
    var old = secrets.stream().map(each -> each.until(overlapEnd));
    return new Webhook(
        id,
        url,
        events,
        enabled,
        Stream.concat(Stream.of(secret), old).limit(MOST_SECRETS).toList(),
        createdAt);
  }

  public Webhook withEnabled(boolean enabled) {
    return new Webhook(id, url, events, enabled, secrets, createdAt);
  }
}
