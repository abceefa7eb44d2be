package io.moderato.site;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Sites for tests. */
public final class Sites {
  public static final Instant CREATED = Instant.parse("2026-11-22T09:00:00.123Z");

  private Sites() {}

  /** Keeps everything, for ever. */
  public static Site site(String id, ApiKey... keys) {
    return new Site(
        new SiteId(id),
        "Blog",
        null,
        List.of(),
        null,
        Privacy.DEFAULT,
        DoorSettings.DEFAULT,
        List.of(),
        List.of(),
        DrawRates.NONE,
        ActivationRequirements.NONE,
        List.of(keys),
        List.of(),
        List.of(),
        CREATED,
        1);
  }

  public static Site keeping(String id, int retentionDays, Privacy privacy) {
    return new Site(
        new SiteId(id),
        "Blog",
        null,
        List.of(),
        retentionDays,
        privacy,
        DoorSettings.DEFAULT,
        List.of(),
        List.of(),
        DrawRates.NONE,
        ActivationRequirements.NONE,
        List.of(),
        List.of(),
        List.of(),
        CREATED,
        1);
  }

  /** With one webhook that wants everything. */
  public static Site listening(String id, String url) {
    var secrets = List.of(new WebhookSecret("whsec_bW9kZXJhdG8tdGVzdHM=", CREATED, null));
    return site(id)
        .withWebhooks(List.of(new Webhook("0123456789ab", url, Set.of(), true, secrets, CREATED)));
  }

  public static ApiKey key(String secret, Scope... scopes) {
    return new ApiKey(
        "id-of-" + secret, new KeySecret(secret).hash(), Set.of(scopes), CREATED, null);
  }

  /** The site as it is stored after one change. */
  static Site counted(Site site) {
    return new Site(
        site.id(),
        site.name(),
        site.url(),
        site.languages(),
        site.retentionDays(),
        site.privacy(),
        site.doors(),
        site.sharedLists(),
        site.rejectReasons(),
        site.draws(),
        site.requiredToActivate(),
        site.keys(),
        site.webhooks(),
        site.policies(),
        site.createdAt(),
        site.version() + 1);
  }
}
