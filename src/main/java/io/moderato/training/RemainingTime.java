package io.moderato.training;

import java.util.Locale;

/** Tells how long some work will still take, judged by what is done. */
final class RemainingTime {
  private final double all;
  private final long begun = System.nanoTime();
  private double done;

  /** @param all the work, in any unit */
  RemainingTime(double all) {
    this.all = all;
  }

  /** A line for people, after another piece of the work. */
  String after(double piece) {
    done += piece;
    double minutes = (System.nanoTime() - begun) / 60e9;
    return String.format(
        Locale.ROOT,
        "%.0f %% done in %.1f minutes, about %.1f to go",
        100 * done / all,
        minutes,
        minutes * (all - done) / done);
  }
}
