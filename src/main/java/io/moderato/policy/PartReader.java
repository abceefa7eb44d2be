package io.moderato.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.moderato.signals.Signal;
import io.moderato.signals.SignalCatalogue;
import io.moderato.signals.SignalType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes a checked expression apart: which signals it reads, and how its outcome can be turned. */
final class PartReader {
  private static final int MOST_ATOMS = 50;

  private final CelAbstractSyntaxTree ast;
  private final Map<String, Condition> definitions;
  private final EvaluationReader evaluations;
  private final Set<String> uses = new HashSet<>();

  PartReader(CelAbstractSyntaxTree ast, Map<String, Condition> definitions) {
    this.ast = ast;
    this.definitions = definitions;
    this.evaluations = new EvaluationReader(ast, definitions.keySet());
  }

  /** Signals in the order in which they stand there, those of a definition where it is named. */
  List<String> reads() {
    return List.copyOf(reads(ast.getExpr()));
  }

  Set<String> uses() {
    return uses;
  }

  Part part() {
    return part(ast.getExpr());
  }

  private Part part(CelExpr expression) {
    if (expression.getKind() == Kind.IDENT) {
      var definition = definitions.get(expression.ident().name());
      return definition != null
          ? new Part.Defined(expression.ident().name(), definition.part())
          : atom(expression, List.of());
    }
    if (expression.getKind() != Kind.CALL) {
      return atom(expression, List.of());
    }
    var call = expression.call();
    return switch (call.function()) {
      case "_&&_" -> joined(true, expression);
      case "_||_" -> joined(false, expression);
      case "!_" -> new Part.Not(part(call.args().get(0)));
      default -> atom(expression, candidates(call));
    };
  }

  /** What is made of too many atoms is not taken apart: definitions can double it with each step. */
  private Part joined(boolean and, CelExpr expression) {
    var joined =
        new Part.Joined(and, expression.call().args().stream().map(this::part).toList());
    return joined.size() > MOST_ATOMS ? atom(expression, List.of()) : joined;
  }

  private Part.Atom atom(CelExpr expression, List<Candidates> own) {
    var signals = reads(expression).stream()
        .map(name -> SignalCatalogue.named(name).orElseThrow())
        .toList();
    var candidates = new ArrayList<>(own);
    candidates.add(new Emptied(signals));
    return new Part.Atom(evaluations.read(expression), candidates);
  }

  private List<Candidates> candidates(CelExpr.CelCall call) {
    if (Comparison.compares(call.function())) {
      return List.of(new Comparison(
          side(call.args().get(0)), call.function(), side(call.args().get(1))));
    }
    if (call.function().equals("@in")) {
      return signal(call.args().get(1))
          .filter(list -> list.type() == SignalType.TEXTS)
          .<List<Candidates>>map(
              list -> List.of(new Membership(evaluations.read(call.args().get(0)), list)))
          .orElse(List.of());
    }
    return List.of();
  }

  private Comparison.Side side(CelExpr expression) {
    return new Comparison.Side(evaluations.read(expression), signal(expression).orElse(null));
  }

  private static Optional<Signal> signal(CelExpr expression) {
    return expression.getKind() == Kind.IDENT
        ? SignalCatalogue.named(expression.ident().name())
        : Optional.empty();
  }

  private Set<String> reads(CelExpr expression) {
    var reads = new LinkedHashSet<String>();
    read(expression, reads);
    return reads;
  }

  private void read(CelExpr expression, Set<String> reads) {
    switch (expression.getKind()) {
      case IDENT -> readName(expression.ident().name(), reads);
      case SELECT -> read(expression.select().operand(), reads);
      case CALL -> {
        expression.call().target().ifPresent(target -> read(target, reads));
        expression.call().args().forEach(argument -> read(argument, reads));
      }
      case LIST -> expression.list().elements().forEach(element -> read(element, reads));
      case MAP ->
        expression.map().entries().forEach(entry -> {
          read(entry.key(), reads);
          read(entry.value(), reads);
        });
      case COMPREHENSION -> {
        read(expression.comprehension().iterRange(), reads);
        read(expression.comprehension().loopStep(), reads);
      }
      default -> {
        // a constant reads nothing
      }
    }
  }

  private void readName(String name, Set<String> reads) {
    var definition = definitions.get(name);
    if (definition != null) {
      uses.add(name);
      reads.addAll(definition.reads());
      return;
    }
    var signal =
        name.startsWith(SignalValues.HAS) ? name.substring(SignalValues.HAS.length()) : name;
    if (SignalCatalogue.named(signal).isPresent()) {
      reads.add(signal);
    }
  }
}
