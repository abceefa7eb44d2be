package io.moderato.moderator;

import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody tried to sign in in vain.
 *
 * @param lastAt when they last tried
 */
public record Failures(int count, Instant lastAt) {
  public static final Failures NONE = new Failures(0, Instant.EPOCH);

  /** How long those who fail have to wait: some failures are free, and each further one doubles the pause up to a longest one. */
  public enum Limit {
    /** Of one login, whether there is such an account or not; an owner who is locked out by others comes in after a quarter of an hour. */
    LOGIN("login:", 5, Duration.ofSeconds(30), Duration.ofMinutes(15)),
    /** Of one address, whatever logins were tried from it; an office may share one. */
    ADDRESS("address:", 30, Duration.ofSeconds(30), Duration.ofHours(1));

    /** After so long without a failure, all is forgotten. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    private static final int MOST_DOUBLINGS = 20;

    private final String prefix;
    private final int free;
    private final Duration first;
    private final Duration longest;

    Limit(String prefix, int free, Duration first, Duration longest) {
      this.prefix = prefix;
      this.free = free;
      this.first = first;
      this.longest = longest;
    }

    String subject(String name) {
      return prefix + name;
    }

    private Duration pause(int failures) {
      if (failures < free) {
        return Duration.ZERO;
      }
      var doubled = first.multipliedBy(1L << Math.min(failures - free, MOST_DOUBLINGS));
      return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
  }

  /** How long to wait until the next try; zero for not at all. */
  Duration pause(Limit limit, Instant now) {
    var left = Duration.between(now, lastAt.plus(limit.pause(count)));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
