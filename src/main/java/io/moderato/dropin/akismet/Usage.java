package io.moderato.dropin.akismet;

/**
 * How often a blog has called, and with what result.
 *
 * @param spam checks that were answered with {@code true}
 * @param ham checks that were answered with {@code false}
 * @param missedSpam reports of spam
 * @param falsePositives reports of none
 */
record Usage(long calls, long spam, long ham, long missedSpam, long falsePositives) {
  static final Usage NONE = new Usage(0, 0, 0, 0, 0);

  static Usage ofCheck(boolean isSpam) {
    return new Usage(1, isSpam ? 1 : 0, isSpam ? 0 : 1, 0, 0);
  }

  static Usage ofReport(boolean isSpam) {
    return new Usage(1, 0, 0, isSpam ? 1 : 0, isSpam ? 0 : 1);
  }

  Usage plus(Usage other) {
    return new Usage(
        calls + other.calls,
        spam + other.spam,
        ham + other.ham,
        missedSpam + other.missedSpam,
        falsePositives + other.falsePositives);
  }

  /** Percentage of checks that nobody has corrected; 100 without any. */
  double accuracy() {
    var checks = spam + ham;
    return checks == 0 ? 100 : 100.0 * Math.max(0, checks - missedSpam - falsePositives) / checks;
  }
}
