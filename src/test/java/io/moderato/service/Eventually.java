package io.moderato.service;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what comes by itself. */
final class Eventually {
  private Eventually() {}

  /** Until it is so, a minute at most. */
  static void is(BooleanSupplier condition) {
    var deadline = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("not in time");
      }
      LockSupport.parkNanos(50_000_000);
    }
  }
}
