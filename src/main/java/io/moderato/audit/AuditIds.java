package io.moderato.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Makes ids of entries that sort by time, to the millisecond between processes and strictly within one: 48 bits of milliseconds, 16 bits of
 * counter, 32 bits of chance for each process, in hexadecimal.
 */
public final class AuditIds implements Supplier<String> {
  private static final int COUNTER_BITS = 16;
  private static final HexFormat HEX = HexFormat.of();

  private final Clock clock;
  private final String process;
  private final AtomicLong last = new AtomicLong();

  public AuditIds(Clock clock) {
    this.clock = clock;
    this.process = HEX.toHexDigits(new SecureRandom().nextInt());
  }

  @Override
  public String get() {
    var now = clock.millis() << COUNTER_BITS;
    return HEX.toHexDigits(last.updateAndGet(before -> Math.max(before + 1, now))) + process;
  }

  /** An entry about what somebody does now. */
  public AuditEntry entry(String who, Act act) {
    return AuditEntry.of(get(), clock.instant().truncatedTo(ChronoUnit.MILLIS), who, act);
  }

  /** What no id of that time or later sorts before. */
  static String first(Instant at) {
    return HEX.toHexDigits(at.toEpochMilli() << COUNTER_BITS);
  }
}
