package io.moderato.training;

import java.util.List;

/** Categories of a challenge set as a table in Markdown. */
public final class ChallengeTable {
  private static final String HEAD =
      "| category | bad | held | by the expected label | calm | passed |\n| --- | --- | --- | --- | --- | --- |\n";

  private ChallengeTable() {}

  public static String of(List<ChallengeCategory> categories) {
    var table = new StringBuilder(HEAD);
    for (var each : categories) {
      table
          .append("| %s | %d | %d | %d | %d | %d |"
              .formatted(
                  each.name(), each.bad(), each.caught(), each.named(), each.calm(), each.passed()))
          .append('\n');
    }
    return table.toString();
  }
}
