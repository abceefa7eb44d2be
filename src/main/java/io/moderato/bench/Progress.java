package io.moderato.bench;

import java.io.PrintWriter;

/** What a person who waits is told. */
final class Progress {
  private final PrintWriter out;

  Progress(PrintWriter out) {
    this.out = out;
  }

  void say(String what) {
    out.println(what + " ...");
    out.flush();
  }

  void done(LoadResult result) {
    out.printf(
        "  %,.0f comments/s, p99 %.1f ms%s%n",
        result.perSecond(),
        result.latencies().millis(0.99),
        result.refused() == 0 ? "" : ", %,d requests refused".formatted(result.refused()));
    out.flush();
  }
}
