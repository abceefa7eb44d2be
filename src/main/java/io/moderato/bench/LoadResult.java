package io.moderato.bench;

import java.time.Duration;

/**
 * What a stretch of load brought.
 *
 * @param comments in answered requests
 * @param refused requests that got another answer than 2xx, or none
 * @param unsent requests that were given up for want of a free connection
 * @param clientCpu of this process
 * @param serverCpu of the service's process
 */
record LoadResult(
    long comments,
    long refused,
    long unsent,
    Duration elapsed,
    Latencies latencies,
    Duration clientCpu,
    Duration serverCpu) {
  double perSecond() {
    return comments / (elapsed.toNanos() / 1e9);
  }

  double serverMicros() {
    return serverCpu.toNanos() / 1e3 / comments;
  }

  double clientMicros() {
    return clientCpu.toNanos() / 1e3 / comments;
  }

  /** What two cores that do nothing else could do: the rate at which service and load together use up two seconds of CPU a second. */
  double perSecondOfTwoCores() {
    return 2e6 / (serverMicros() + clientMicros());
  }
}
