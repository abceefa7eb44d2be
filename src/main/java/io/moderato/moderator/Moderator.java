package io.moderato.moderator;

import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's account.
 *
 * @param login up to 64 lower-case letters, digits and {@code . _ + - @}; names the account for good
 * @param name as others see it
 * @param sites whose comments are theirs to review; an admin's are all, whatever stands here
 * @param password null where only a provider of OpenID Connect knows them
 * @param generation of the sessions that count; one more ends all that there are
 * @param version grows with every change; for compare-and-set
 */
public record Moderator(
    String login,
    String name,
    Role role,
    Set<SiteId> sites,
    boolean disabled,
    @Nullable PasswordHash password,
    Preferences preferences,
    int generation,
    Instant createdAt,
    int version) {
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._+@-]{0,63}");
  private static final int LONGEST_NAME = 100;

  public Moderator {
    if (!isLogin(login)) {
      throw new IllegalArgumentException(
          "a login is up to 64 lower-case letters, digits and . _ + - @, and begins with a letter or digit");
    }
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a name is 1 to %d characters without control characters".formatted(LONGEST_NAME));
    }
    sites = Set.copyOf(sites);
  }

  public static boolean isLogin(String text) {
    return LOGIN.matcher(text).matches();
  }

  /** A new account, without a password. */
  public static Moderator create(
      String login, String name, Role role, Set<SiteId> sites, Instant now) {
    return new Moderator(login, name, role, sites, false, null, Preferences.DEFAULT, 1, now, 1);
  }

  /** As audit entries have it. */
  public String who() {
    return "moderator:" + login;
  }

  public boolean isAdmin() {
    return role == Role.ADMIN;
  }

  boolean mayChangeAccounts() {
    return isAdmin() && !disabled;
  }

  public boolean mayReview(SiteId site) {
    return isAdmin() || sites.contains(site);
  }

  public Moderator withName(String name) {
    return new Moderator(
        login, name, role, sites, disabled, password, preferences, generation, createdAt, version);
  }

  public Moderator with(Role role, Set<SiteId> sites) {
    return new Moderator(
        login, name, role, sites, disabled, password, preferences, generation, createdAt, version);
  }

  public Moderator with(Preferences preferences) {
    return new Moderator(
        login, name, role, sites, disabled, password, preferences, generation, createdAt, version);
  }

  /** Disabling ends every session. */
  public Moderator withDisabled(boolean disabled) {
    return new Moderator(
        login,
        name,
        role,
        sites,
        disabled,
        password,
        preferences,
        disabled ? generation + 1 : generation,
        createdAt,
        version);
  }

  /** A new password ends every session. */
  public Moderator withPassword(PasswordHash password) {
    return new Moderator(
        login,
        name,
        role,
        sites,
        disabled,
        password,
        preferences,
        generation + 1,
        createdAt,
        version);
  }

  public Moderator signedOutEverywhere() {
    return new Moderator(
        login,
        name,
        role,
        sites,
        disabled,
        password,
        preferences,
        generation + 1,
        createdAt,
        version);
  }
}
