package io.moderato.bench;

import java.util.List;

/** Figures that every kind of load has. */
final class BenchFigures {
  private BenchFigures() {}

  static List<Figure> details(String what, LoadResult result) {
    var latencies = result.latencies();
    return List.of(
        Figure.of(what + ": two cores' CPU would do", result.perSecondOfTwoCores(), "comments/s"),
        Figure.of(what + ": p50", latencies.millis(0.50), "ms"),
        Figure.of(what + ": p95", latencies.millis(0.95), "ms"),
        Figure.of(what + ": p99", latencies.millis(0.99), "ms"),
        Figure.of(what + ": service's CPU a comment", result.serverMicros(), "µs"),
        Figure.of(what + ": load's CPU a comment", result.clientMicros(), "µs"),
        Figure.of(what + ": requests refused", result.refused(), ""));
  }

  /** @param bare the same load on the same server with a fixed answer */
  static List<Figure> baseline(String what, LoadResult real, LoadResult bare) {
    var whatBare = what + ", fixed answer";
    return List.of(
        Figure.of(whatBare, bare.perSecond(), "comments/s"),
        Figure.of(whatBare + ": service's CPU a comment", bare.serverMicros(), "µs"),
        Figure.of(
            what + ": service's CPU, times that of a fixed answer",
            real.serverMicros() / bare.serverMicros(),
            "x"));
  }
}
