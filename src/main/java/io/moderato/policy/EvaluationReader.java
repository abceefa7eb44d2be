package io.moderato.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import io.moderato.signals.SignalCatalogue;
import java.util.Optional;
import java.util.Set;

/** Finds the cheapest {@link Evaluation} that gives what CEL's interpreter would give. */
final class EvaluationReader {
  private static final Set<CelKind> NUMBERS = Set.of(CelKind.INT, CelKind.DOUBLE);

  private final CelAbstractSyntaxTree ast;
  private final Set<String> definitions;

  EvaluationReader(CelAbstractSyntaxTree ast, Set<String> definitions) {
    this.ast = ast;
    this.definitions = definitions;
  }

  Evaluation read(CelExpr expression) {
    return plain(expression)
        .orElseGet(() -> new Evaluation.Interpreted(
            ExpressionCompiler.program(CelAbstractSyntaxTree.newCheckedAst(
                expression, ast.getSource(), ast.getReferenceMap(), ast.getTypeMap()))));
  }

  private Optional<Evaluation> plain(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT -> constant(expression.constant());
      case IDENT -> named(expression.ident().name());
      case CALL -> call(expression.call());
      default -> Optional.empty();
    };
  }

  private static Optional<Evaluation> constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case INT64_VALUE -> Optional.of(new Evaluation.Constant(constant.int64Value()));
      case DOUBLE_VALUE -> Optional.of(new Evaluation.Constant(constant.doubleValue()));
      case BOOLEAN_VALUE -> Optional.of(new Evaluation.Constant(constant.booleanValue()));
      case STRING_VALUE -> Optional.of(new Evaluation.Constant(constant.stringValue()));
      default -> Optional.empty();
    };
  }

  private Optional<Evaluation> named(String name) {
    var isKnown = definitions.contains(name)
        || name.startsWith(SignalValues.HAS)
        || SignalCatalogue.named(name).isPresent();
    return isKnown ? Optional.of(new Evaluation.Named(name)) : Optional.empty();
  }

  private Optional<Evaluation> call(CelExpr.CelCall call) {
    var arguments = call.args();
    if (call.function().equals("_?_:_")) {
      return Optional.of(new Evaluation.Choice(
          read(arguments.get(0)), read(arguments.get(1)), read(arguments.get(2))));
    }
    if (Comparison.compares(call.function()) && arguments.stream().allMatch(this::isNumber)) {
      return Optional.of(
          new Evaluation.Compared(read(arguments.get(0)), call.function(), read(arguments.get(1))));
    }
    return Optional.empty();
  }

  private boolean isNumber(CelExpr expression) {
    return ast.getType(expression.id())
        .map(type -> NUMBERS.contains(type.kind()))
        .orElse(false);
  }
}
