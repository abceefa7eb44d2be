package io.moderato.desk;

import io.moderato.page.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Points in time as names read them. */
public final class Ages {
  private Ages() {}

  /** How long ago: {@code 3 min}. */
  public static String ago(Messages t, Instant then, Instant now) {
    var age = Duration.between(then, now);
    if (age.toMinutes() < 1) {
      return t.text("age.now");
    }
    if (age.toHours() < 1) {
      return t.text("age.minutes", age.toMinutes());
    }
    return age.toDays() < 2 ? t.text("age.hours", age.toHours()) : t.text("age.days", age.toDays());
  }

  /** Date and time in UTC. */
  public static String full(Messages t, Instant then) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(t.locale())
            .withZone(ZoneOffset.UTC)
            .format(then)
        + " UTC";
  }
}
