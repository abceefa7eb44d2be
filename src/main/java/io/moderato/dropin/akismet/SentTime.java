package io.moderato.dropin.akismet;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The three ways in which clients write a time: ISO 8601, WordPress's {@code 2026-11-22 10:00:00} in UTC, and seconds since 1970. */
final class SentTime {
  private SentTime() {}

  /** Empty for anything else. */
  static Optional<Instant> read(String text) {
    var time = text.strip();
    if (time.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parsed(time).truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Instant parsed(String time) {
    if (time.chars().allMatch(unit -> unit >= '0' && unit <= '9')) {
      return Instant.ofEpochSecond(Long.parseLong(time));
    }
    var iso = time.replaceFirst(" ", "T");
    var hasZone = iso.matches(".*(?:[zZ]|[+-]\\d\\d:?\\d\\d)");
    return hasZone && iso.indexOf('T') > 0
        ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
            .toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }
}
