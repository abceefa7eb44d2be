package io.moderato.moderator;

import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Accounts for tests. */
public final class Moderators {
  public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private Moderators() {}

  /** Reviews the site {@code blog}. */
  public static Moderator anna() {
    return Moderator.create(
        "anna", "Anna Example", Role.MODERATOR, Set.of(new SiteId("blog")), NOW);
  }

  public static Moderator admin() {
    return Moderator.create("ben", "Ben Example", Role.ADMIN, Set.of(), NOW);
  }

  /** With everything that an account may have. */
  static Moderator full() {
    return new Moderator(
        "c.d+e@example.org",
        "\u202eevil <b>name</b>",
        Role.MODERATOR,
        Set.of(new SiteId("blog"), new SiteId("news")),
        true,
        new PasswordHash("$argon2id$v=19$some"),
        new Preferences("de", "contrast", true, true, Map.of("approve", "y", "skip", ".")),
        7,
        NOW,
        3);
  }

  static Moderator withVersion(Moderator moderator, int version) {
    return new Moderator(
        moderator.login(),
        moderator.name(),
        moderator.role(),
        moderator.sites(),
        moderator.disabled(),
        moderator.password(),
        moderator.preferences(),
        moderator.generation(),
        moderator.createdAt(),
        version);
  }
}
