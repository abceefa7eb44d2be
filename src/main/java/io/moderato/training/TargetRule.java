package io.moderato.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How a row's columns tell a label's target: the probability, in [0, 1], that the label holds; NaN where unknown. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(TargetRule.Column.class),
  @JsonSubTypes.Type(TargetRule.Only.class),
  @JsonSubTypes.Type(TargetRule.Share.class),
  @JsonSubTypes.Type(TargetRule.Word.class),
  @JsonSubTypes.Type(TargetRule.Always.class)
})
public sealed interface TargetRule {
  /** The target of a row. */
  double target(TsvRow row);

  /** The column's value: 0, 1 or the share of annotators between; unknown where the field is empty. */
  record Column(String column) implements TargetRule {
    @Override
    public double target(TsvRow row) {
      double value = row.number(column);
      if (value < 0 || value > 1) {
        throw row.broken(column, "expected a share in [0, 1], was " + value);
      }
      return value;
    }
  }

  /**
   * One value of another label's column implies this label's: a comment that is not toxic insults nobody, one that is may or may
   * not. Other values leave it unknown.
   *
   * @param only the column's value that implies the same target, 0 or 1
   */
  record Only(String in, double only) implements TargetRule {
    @Override
    public double target(TsvRow row) {
      return row.number(in) == only ? only : Double.NaN;
    }
  }

  /** The votes in some columns as a share of those in all columns. */
  record Share(List<String> votes, List<String> all) implements TargetRule {
    @Override
    public double target(TsvRow row) {
      return sum(row, votes) / sum(row, all); // NaN without votes
    }

    private static double sum(TsvRow row, List<String> columns) {
      return columns.stream().mapToDouble(row::number).sum();
    }
  }

  /**
   * Whether the column of words says one of some words.
   *
   * @param word the column
   * @param is the words that mean that the label holds; every other means that it does not
   */
  record Word(String word, List<String> is) implements TargetRule {
    @Override
    public double target(TsvRow row) {
      return is.contains(row.text(word)) ? 1 : 0;
    }
  }

  /** The same for every row. */
  record Always(double always) implements TargetRule {
    @Override
    public double target(TsvRow row) {
      return always;
    }
  }
}
