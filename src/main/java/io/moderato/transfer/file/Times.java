package io.moderato.transfer.file;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Reads the times that exports write. Those before 1970 or in the future are none. */
final class Times {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd[' ']['T']HH:mm[:ss]", Locale.ROOT);

  private final Instant latest;

  Times(Clock clock) {
    this.latest = clock.instant();
  }

  /** Nothing was written later. */
  Instant latest() {
    return latest;
  }

  /** RFC 3339, with or without a colon in the zone; without a zone, UTC. */
  Optional<Instant> withZone(String text) {
    return parsed(() -> OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
            .toInstant())
        .or(() -> at(text, ZoneOffset.UTC));
  }

  /** {@code 2012-03-04 05:06:07} at that offset from UTC. */
  Optional<Instant> at(String text, ZoneOffset zone) {
    return parsed(() -> LocalDateTime.parse(text, LOCAL).toInstant(zone));
  }

  /** {@code Mon, 05 Mar 2012 05:06:07 +0000} */
  Optional<Instant> rfc1123(String text) {
    return parsed(
        () -> OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
  }

  /** How far the local time is from UTC, where both are told. */
  Optional<ZoneOffset> zone(String local, String utc) {
    var atLocal = at(local, ZoneOffset.UTC);
    var atUtc = at(utc, ZoneOffset.UTC);
    if (atLocal.isEmpty() || atUtc.isEmpty()) {
      return Optional.empty();
    }
    var seconds = Duration.between(atUtc.get(), atLocal.get()).toSeconds();
    return Math.abs(seconds) <= Duration.ofHours(18).toSeconds()
        ? Optional.of(ZoneOffset.ofTotalSeconds((int) seconds))
        : Optional.empty();
  }

  private interface Parse {
    Instant parse();
  }

  private Optional<Instant> parsed(Parse parse) {
    try {
      return Optional.of(parse.parse().truncatedTo(ChronoUnit.MILLIS))
          .filter(time -> !time.isBefore(Instant.EPOCH) && !time.isAfter(latest));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
