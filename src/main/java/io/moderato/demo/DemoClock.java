package io.moderato.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands where it is set, so that what is told gets the time at which it is told to have happened, and goes from {@link #go} on. For any thread. */
public final class DemoClock extends Clock {
  private final Clock real;
  private volatile Instant told;
  private volatile boolean goes;

  /** @param back so long ago is what it shows at first */
  public DemoClock(Clock real, Duration back) {
    this.real = real;
    this.told = real.instant().minus(back);
  }

  Instant now() {
    return real.instant();
  }

  void set(Instant told) {
    this.told = told;
  }

  void go() {
    goes = true;
  }

  @Override
  public Instant instant() {
    return goes ? real.instant() : told;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("shows UTC alone");
  }
}
