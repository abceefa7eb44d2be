package io.moderato.replay;

import io.moderato.policy.Verdict;

/** How many comments have one verdict by one judge (rows) and one by another (columns). */
public final class Matrix {
  private static final int SIZE = Verdict.values().length;

  private final int[] counts = new int[SIZE * SIZE];

  void add(Verdict row, Verdict column) {
    counts[row.ordinal() * SIZE + column.ordinal()]++;
  }

  public int count(Verdict row, Verdict column) {
    return counts[row.ordinal() * SIZE + column.ordinal()];
  }

  public int row(Verdict row) {
    int sum = 0;
    for (var column : Verdict.values()) {
      sum += count(row, column);
    }
    return sum;
  }

  public int column(Verdict column) {
    int sum = 0;
    for (var row : Verdict.values()) {
      sum += count(row, column);
    }
    return sum;
  }

  public int total() {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  /** How many have another verdict by the second judge. */
  public int flips() {
    int same = 0;
    for (var verdict : Verdict.values()) {
      same += count(verdict, verdict);
    }
    return total() - same;
  }
}
