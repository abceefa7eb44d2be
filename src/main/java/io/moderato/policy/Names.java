package io.moderato.policy;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Collection;
import java.util.Optional;

/** Names in expressions, and which known one a wrong one may have been meant for. */
final class Names {
  private Names() {}

  /** The name with dots that the expression is, if it is nothing else: {@code links.count}. */
  static Optional<String> qualified(CelExpr expression) {
    if (expression.getKind() == Kind.IDENT) {
      return Optional.of(expression.ident().name());
    }
    return expression.getKind() == Kind.SELECT && !expression.select().testOnly()
        ? qualified(expression.select().operand())
            .map(name -> name + "." + expression.select().field())
        : Optional.empty();
  }

  /** "; did you mean `scores.SPAM`?" where one is near, else nothing. */
  static String didYouMean(String wrong, Collection<String> known) {
    var most = Math.max(2, wrong.length() / 3);
    String nearest = null;
    var least = most + 1;
    for (var name : known) {
      var distance = distance(wrong, name);
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return nearest == null ? "" : "; did you mean `%s`?".formatted(nearest);
  }

  /** How many letters to change, add or leave out (Levenshtein); a letter in the wrong case counts for none if it is the only difference. */
  private static int distance(String from, String to) {
    if (from.equalsIgnoreCase(to)) {
      return 0;
    }
    if (from.length() > 100) {
      return Integer.MAX_VALUE;
    }
    var row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        var same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        var next = Math.min(diagonal + same, Math.min(row[j], row[j - 1]) + 1);
        diagonal = row[j];
        row[j] = next;
      }
    }
    return row[to.length()];
  }
}
