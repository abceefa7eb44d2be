package io.moderato.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Adds up what a checked expression can cost at most, in steps, and refuses what would make that unbounded: joined texts and lists,
 * which could double with each step, and regular expressions that are not known beforehand.
 */
final class LimitCheck {
  /** Of one expression; a step takes well under a microsecond. */
  static final long MOST_STEPS = 25_000;

  private static final Set<String> JOINS = Set.of("add_string", "add_list", "add_bytes");

  private final CelAbstractSyntaxTree ast;
  private final List<String> mistakes = new ArrayList<>();
  private final long cost;

  LimitCheck(CelAbstractSyntaxTree ast) {
    this.ast = ast;
    this.cost = cost(ast.getExpr());
    if (cost > MOST_STEPS) {
      mistakes.add("could take %d steps, more than %d".formatted(cost, MOST_STEPS));
    }
  }

  List<String> mistakes() {
    return mistakes;
  }

  long cost() {
    return cost;
  }

  private long cost(CelExpr expression) {
    return switch (expression.getKind()) {
      case SELECT -> 1 + cost(expression.select().operand());
      case CALL -> call(expression);
      case LIST -> {
        checkElements(expression, expression.list().elements().size());
        yield 1 + expression.list().elements().stream().mapToLong(this::cost).sum();
      }
      case MAP -> {
        checkElements(expression, expression.map().entries().size());
        yield 1
            + expression.map().entries().stream()
                .mapToLong(entry -> cost(entry.key()) + cost(entry.value()))
                .sum();
      }
      case COMPREHENSION -> comprehension(expression);
      default -> 1;
    };
  }

  private long call(CelExpr expression) {
    var call = expression.call();
    var cost = 1 + call.args().stream().mapToLong(this::cost).sum();
    cost += call.target().map(this::cost).orElse(0L);
    if (joins(expression) && !isLoopsOwn(call)) {
      refuse(expression, "texts and lists can't be joined in a rule");
    }
    if (call.function().equals("matches")) {
      cost += Regex.MOST_INSTRUCTIONS / 10;
      checkRegex(expression, call.args().get(call.args().size() - 1));
    }
    return cost;
  }

  private boolean joins(CelExpr expression) {
    var reference = ast.getReferenceMap().get(expression.id());
    return reference != null && reference.overloadIds().stream().anyMatch(JOINS::contains);
  }

  /** {@code map} and {@code filter} add each element to a list whose name no one can write. */
  private static boolean isLoopsOwn(CelExpr.CelCall call) {
    var first = call.args().get(0);
    return first.getKind() == Kind.IDENT && first.ident().name().startsWith("@");
  }

  private void checkRegex(CelExpr expression, CelExpr regex) {
    if (regex.getKind() != Kind.CONSTANT
        || regex.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
      refuse(expression, "`matches` wants a regular expression between quotes");
    } else {
      Regex.mistake(regex.constant().stringValue())
          .ifPresent(mistake -> refuse(expression, mistake));
    }
  }

  /** So that no list that is looped over is longer than the signals' own. */
  private void checkElements(CelExpr expression, int elements) {
    if (elements > SignalValues.MOST_ELEMENTS) {
      refuse(expression, "has more than %d elements".formatted(SignalValues.MOST_ELEMENTS));
    }
  }

  private long comprehension(CelExpr expression) {
    var loop = expression.comprehension();
    var once = cost(loop.loopCondition()) + cost(loop.loopStep());
    var steps = cost(loop.accuInit())
        + cost(loop.iterRange())
        + cost(loop.result())
        + SignalValues.MOST_ELEMENTS * once;
    return Math.min(
        steps, Integer.MAX_VALUE); // so that loops in loops can't count past what a long holds
  }

  private void refuse(CelExpr expression, String why) {
    var position = ast.getSource().getPositionsMap().getOrDefault(expression.id(), 0);
    var place = ast.getSource()
        .getOffsetLocation(position)
        .map(at -> ExpressionCompiler.place(at.getLine(), at.getColumn()))
        .orElse("");
    mistakes.add(place + why);
  }
}
