package io.moderato.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.runtime.CelRuntimeFactory;
import io.moderato.signals.SignalCatalogue;
import io.moderato.signals.SignalType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles the expressions of one policy: CEL over the catalogue's signals and the definitions so far. For one thread. */
final class ExpressionCompiler {
  static final int MOST_CHARACTERS = 2000;

  /** Nobody reads on after so many mistakes in one expression. */
  private static final int MOST_MISTAKES = 5;

  private static final int MOST_DEPTH = 50;
  private static final CelOptions OPTIONS = CelOptions.current()
      .enableHeterogeneousNumericComparisons(true)
      .enableHiddenAccumulatorVar(true)
      .enableRegexPartialMatch(true)
      .maxExpressionCodePointSize(MOST_CHARACTERS)
      .maxParseRecursionDepth(MOST_DEPTH)
      .maxRegexProgramSize(Regex.MOST_INSTRUCTIONS)
      .build();
  private static final CelCompiler SIGNALS_ALONE = signalsAlone();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

  private final Map<String, Condition> definitions = new LinkedHashMap<>();
  private final Set<String> unknown = new HashSet<>();
  private CelCompiler compiler = SIGNALS_ALONE;

  /** A compiled expression, or what is wrong with it. */
  record Compiled(Optional<Condition> condition, List<String> mistakes) {
    private static Compiled wrong(List<String> mistakes) {
      return new Compiled(Optional.empty(), mistakes);
    }
  }

  /** Those so far, by name. */
  Map<String, Condition> definitions() {
    return definitions;
  }

  void define(String name, Condition condition) {
    definitions.put(name, condition);
    compiler = compiler.toCompilerBuilder().addVar(name, condition.type()).build();
  }

  /** A definition that is wrong itself: what names it is not wrong for that. The policy can't be used then. */
  void defineUnknown(String name) {
    unknown.add(name);
    compiler = compiler.toCompilerBuilder().addVar(name, SimpleType.DYN).build();
  }

  /** Whether every definition so far could be compiled. */
  boolean knowsAll() {
    return unknown.isEmpty();
  }

  Compiled compile(String expression) {
    if (expression.length() > MOST_CHARACTERS) {
      return Compiled.wrong(List.of("is longer than %d characters".formatted(MOST_CHARACTERS)));
    }
    var parsed = compiler.parse(expression);
    if (parsed.hasError()) {
      return Compiled.wrong(phrases(parsed, List.of()));
    }
    var ast = ast(parsed);
    var named = new HashSet<>(unknown);
    named.addAll(definitions.keySet());
    var names = new NameCheck(ast, named);
    var checked = compiler.check(ast);
    if (checked.hasError() || !names.mistakes().isEmpty()) {
      return Compiled.wrong(phrases(checked, names.mistakes()));
    }
    return compiled(ast(checked));
  }

  private Compiled compiled(CelAbstractSyntaxTree ast) {
    var limits = new LimitCheck(ast);
    if (!limits.mistakes().isEmpty()) {
      return Compiled.wrong(limits.mistakes());
    }
    var parts = new PartReader(ast, definitions);
    return new Compiled(
        Optional.of(new Condition(
            ast.getResultType(), parts.reads(), parts.uses(), parts.part(), limits.cost())),
        List.of());
  }

  static Program program(CelAbstractSyntaxTree ast) {
    try {
      return RUNTIME.createProgram(ast);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("a checked expression can be run", e);
    }
  }

  private static CelAbstractSyntaxTree ast(CelValidationResult valid) {
    try {
      return valid.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("it has no mistakes", e);
    }
  }

  /** What the names are wrong in, and what CEL itself says; it need not say again that it does not know a name. */
  private static List<String> phrases(CelValidationResult result, List<String> names) {
    var phrases = new ArrayList<>(names);
    result.getErrors().stream()
        .filter(issue -> names.isEmpty() || !CelPhrases.isUnknownVariable(issue.getMessage()))
        .map(ExpressionCompiler::phrase)
        .forEach(phrases::add);
    return phrases.stream().distinct().limit(MOST_MISTAKES).toList();
  }

  private static String phrase(CelIssue issue) {
    var at = issue.getSourceLocation();
    return place(at.getLine(), at.getColumn()) + CelPhrases.plain(issue.getMessage());
  }

  /** @param column from 0 */
  static String place(int line, int column) {
    return "line %d, column %d: ".formatted(Math.max(line, 1), Math.max(column, 0) + 1);
  }

  private static CelCompiler signalsAlone() {
    var macros = new ArrayList<CelMacro>();
    CelStandardMacro.STANDARD_MACROS.stream()
        .filter(macro -> macro != CelStandardMacro.HAS)
        .map(CelStandardMacro::getDefinition)
        .forEach(macros::add);
    macros.add(CelMacro.newGlobalMacro(
        "has",
        1,
        (factory, target, arguments) -> Optional.of(Names.qualified(arguments.get(0))
            .map(name -> factory.newIdentifier(SignalValues.HAS + name))
            .orElseGet(() -> factory.newIdentifier(SignalValues.HAS)))));
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder().setOptions(OPTIONS).addMacros(macros);
    for (var signal : SignalCatalogue.all()) {
      builder.addVar(signal.name(), type(signal.type()));
      builder.addVar(SignalValues.HAS + signal.name(), SimpleType.BOOL);
    }
    return builder.build();
  }

  private static CelType type(SignalType type) {
    return switch (type) {
      case COUNT -> SimpleType.INT;
      case NUMBER -> SimpleType.DOUBLE;
      case FLAG -> SimpleType.BOOL;
      case TEXT -> SimpleType.STRING;
      case TEXTS -> ListType.create(SimpleType.STRING);
    };
  }
}
