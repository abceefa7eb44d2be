package io.moderato.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.moderato.signals.Signal;
import io.moderato.signals.SignalCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the names of an expression that is not checked yet that are no signal and no definition. */
final class NameCheck {
  private static final Set<String> SIGNALS =
      SignalCatalogue.all().stream().map(Signal::name).collect(Collectors.toUnmodifiableSet());

  /** Names of CEL's own types, which are values there. */
  private static final Set<String> TYPES = Set.of(
      "bool",
      "bytes",
      "double",
      "dyn",
      "int",
      "list",
      "map",
      "null_type",
      "string",
      "type",
      "uint");

  private final CelAbstractSyntaxTree ast;
  private final Collection<String> known;
  private final Set<String> definitions;
  private final List<String> mistakes = new ArrayList<>();

  NameCheck(CelAbstractSyntaxTree ast, Set<String> definitions) {
    this.ast = ast;
    this.definitions = definitions;
    this.known = new ArrayList<>(definitions);
    SignalCatalogue.all().forEach(signal -> known.add(signal.name()));
    check(ast.getExpr(), Set.of());
  }

  List<String> mistakes() {
    return mistakes;
  }

  static boolean isTaken(String name) {
    return TYPES.contains(name)
        || SIGNALS.stream().anyMatch(signal -> signal.startsWith(name + "."));
  }

  private void check(CelExpr expression, Set<String> bound) {
    var name = Names.qualified(expression);
    if (name.isPresent()) {
      checkName(name.get(), root(expression), bound);
      return;
    }
    switch (expression.getKind()) {
      case SELECT -> check(expression.select().operand(), bound);
      case CALL -> {
        expression.call().target().ifPresent(target -> check(target, bound));
        expression.call().args().forEach(argument -> check(argument, bound));
      }
      case LIST -> expression.list().elements().forEach(element -> check(element, bound));
      case MAP ->
        expression.map().entries().forEach(entry -> {
          check(entry.key(), bound);
          check(entry.value(), bound);
        });
      case COMPREHENSION -> {
        var comprehension = expression.comprehension();
        check(comprehension.iterRange(), bound);
        var inside = new HashSet<>(bound);
        inside.add(comprehension.iterVar());
        inside.add(comprehension.iterVar2());
        inside.add(comprehension.accuVar());
        check(comprehension.accuInit(), bound);
        check(comprehension.loopCondition(), inside);
        check(comprehension.loopStep(), inside);
        check(comprehension.result(), inside);
      }
      default -> {
        // a constant names nothing, and no messages are known
      }
    }
  }

  private void checkName(String written, CelExpr root, Set<String> bound) {
    var isTest = written.startsWith(SignalValues.HAS);
    var name = isTest ? written.substring(SignalValues.HAS.length()) : written;
    var first = name.split("\\.", 2)[0];
    if (SIGNALS.contains(name)
        || !isTest
            && (bound.contains(first) || definitions.contains(first) || TYPES.contains(name))) {
      return;
    }
    var at = ast.getSource().getOffsetLocation(position(root));
    var place = at.map(found -> ExpressionCompiler.place(found.getLine(), found.getColumn()))
        .orElse("");
    mistakes.add(place + phrase(name));
  }

  private int position(CelExpr expression) {
    return ast.getSource().getPositionsMap().getOrDefault(expression.id(), 0);
  }

  private String phrase(String name) {
    if (name.isEmpty()) {
      return "`has` wants the name of a signal";
    }
    var group = SIGNALS.stream()
        .filter(signal -> signal.startsWith(name + "."))
        .sorted()
        .toList();
    return group.isEmpty()
        ? "`%s` is no signal and no earlier definition%s"
            .formatted(shortened(name), Names.didYouMean(name, known))
        : "`%s` is a group of signals: %s".formatted(name, String.join(", ", group));
  }

  static String shortened(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "…";
  }

  private static CelExpr root(CelExpr expression) {
    return expression.getKind() == Kind.SELECT ? root(expression.select().operand()) : expression;
  }
}
