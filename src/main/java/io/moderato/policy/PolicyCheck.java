package io.moderato.policy;

import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks for every mistake in a policy's source, and makes the policy of it if there is none. For one thread. */
final class PolicyCheck {
  static final int MOST_RULES = 200;
  static final int MOST_DEFINITIONS = 100;
  private static final int MOST_EXPRESSION_CHARACTERS = 50_000;
  private static final int LONGEST_SENTENCE = 300;
  private static final int LONGEST_DESCRIPTION = 2000;

  /** Of all rules and definitions together; some 10 ms. */
  private static final long MOST_STEPS = 50_000;

  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
  private static final Pattern DEFINED = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
  private static final Set<String> RESERVED = Set.of(
      "as",
      "break",
      "const",
      "continue",
      "else",
      "false",
      "for",
      "function",
      "if",
      "import",
      "in",
      "let",
      "loop",
      "namespace",
      "null",
      "package",
      "return",
      "true",
      "value",
      "var",
      "void",
      "while");
  private static final Set<Object> KINDS = Set.of(
      SimpleType.BOOL,
      SimpleType.INT,
      SimpleType.DOUBLE,
      SimpleType.STRING,
      ListType.create(SimpleType.STRING));

  private final PolicySource source;
  private final ExpressionCompiler compiler = new ExpressionCompiler();
  private final List<Mistake> mistakes;
  private final List<Mistake> warnings = new ArrayList<>();
  private final List<CompiledRule> rules = new ArrayList<>();
  private long steps;

  /** @param soFar what was wrong already when the source was read; the same place is not called empty then */
  PolicyCheck(PolicySource source, List<Mistake> soFar) {
    this.source = source;
    this.mistakes = new ArrayList<>(soFar);
  }

  /** @throws InvalidPolicyException if there is any mistake */
  Policy policy(int version) {
    check();
    if (!mistakes.isEmpty()) {
      throw new InvalidPolicyException(mistakes);
    }
    return new Policy(source, version, compiler.definitions(), rules, warnings);
  }

  private void check() {
    checkName("/name", source.name());
    if (source.description() != null && source.description().length() > LONGEST_DESCRIPTION) {
      mistake("/description", "is longer than %d characters".formatted(LONGEST_DESCRIPTION));
    }
    if (isTooLarge()) { // then it is not compiled either
      return;
    }
    source.let().forEach(this::define);
    var names = new HashMap<String, Integer>();
    for (int i = 0; i < source.rules().size(); i++) {
      var rule = source.rules().get(i);
      var at = "/rules/" + i;
      checkName(at + "/name", rule.name());
      var first = names.putIfAbsent(rule.name(), i);
      if (first != null && !rule.name().isEmpty()) {
        mistake(at + "/name", "'%s' is the name of /rules/%d, too".formatted(rule.name(), first));
      }
      check(at, rule);
    }
    if (steps > MOST_STEPS) {
      mistake("", "could take %d steps a comment, more than %d".formatted(steps, MOST_STEPS));
    }
    warnOfUnused();
  }

  private boolean isTooLarge() {
    if (source.rules().size() > MOST_RULES) {
      mistake("/rules", "holds more than %d rules".formatted(MOST_RULES));
    }
    if (source.let().size() > MOST_DEFINITIONS) {
      mistake("/let", "holds more than %d definitions".formatted(MOST_DEFINITIONS));
    }
    var characters =
        source.let().stream().mapToLong(each -> each.expression().length()).sum()
            + source.rules().stream().mapToLong(rule -> rule.when().length()).sum();
    if (characters > MOST_EXPRESSION_CHARACTERS) {
      mistake(
          "",
          "its expressions are longer than %d characters together"
              .formatted(MOST_EXPRESSION_CHARACTERS));
    }
    return source.rules().size() > MOST_RULES
        || source.let().size() > MOST_DEFINITIONS
        || characters > MOST_EXPRESSION_CHARACTERS;
  }

  private void define(Definition definition) {
    var name = definition.name();
    var at = "/let/" + name.replace("~", "~0").replace("/", "~1");
    if (!DEFINED.matcher(name).matches()) {
      mistake(
          at, "a definition's name is up to 40 letters and digits and begins with a small letter");
    } else if (RESERVED.contains(name) || NameCheck.isTaken(name)) {
      mistake(at, "'%s' means something else already".formatted(name));
    } else if (compiler.definitions().containsKey(name)) {
      mistake(at, "is defined twice");
    } else {
      compiled(at, definition.expression())
          .filter(condition -> isOfKnownKind(at, condition))
          .ifPresentOrElse(
              condition -> compiler.define(name, condition), () -> compiler.defineUnknown(name));
    }
  }

  private boolean isOfKnownKind(String at, Condition condition) {
    var isKnown = KINDS.contains(condition.type());
    if (!isKnown && !condition.type().equals(SimpleType.DYN)) {
      mistake(
          at,
          "is of type %s; a definition is yes or no, a number, a text or a list of texts"
              .formatted(condition.type().name()));
    }
    return isKnown;
  }

  private void check(String at, Rule rule) {
    if (rule.sentence().isBlank()) {
      mistakeUnless(at + "/sentence", "is missing or empty");
    } else if (rule.sentence().length() > LONGEST_SENTENCE) {
      mistake(at + "/sentence", "is longer than %d characters".formatted(LONGEST_SENTENCE));
    }
    compiled(at + "/when", rule.when()).ifPresent(condition -> {
      if (!condition.type().equals(SimpleType.BOOL)) {
        if (!condition.type().equals(SimpleType.DYN)) {
          mistake(
              at + "/when",
              "is of type %s, and must be yes or no".formatted(condition.type().name()));
        }
        return;
      }
      if (condition.reads().isEmpty() && compiler.knowsAll()) {
        mistake(at + "/when", "reads no signal, so it matches always or never");
      }
      var wrong = new ArrayList<String>();
      var sentence = Sentence.of(rule.sentence(), condition.reads(), wrong);
      wrong.forEach(detail -> mistake(at + "/sentence", detail));
      rules.add(new CompiledRule(rule, condition, sentence));
    });
  }

  private void checkName(String at, String name) {
    if (name.isEmpty()) {
      mistakeUnless(at, "is missing or empty");
    } else if (!NAME.matcher(name).matches()) {
      mistake(at, "a name is up to 64 small letters, digits and hyphens");
    }
  }

  private void warnOfUnused() {
    var used = new HashSet<String>();
    compiler.definitions().values().forEach(definition -> used.addAll(definition.uses()));
    rules.forEach(rule -> used.addAll(rule.condition().uses()));
    compiler.definitions().keySet().stream()
        .filter(name -> !used.contains(name))
        .forEach(name -> warnings.add(new Mistake("/let/" + name, "nothing uses it")));
    if (source.rules().isEmpty()) {
      warnings.add(new Mistake("/rules", "there are none, so every comment is approved"));
    }
  }

  private void mistake(String at, String detail) {
    mistakes.add(new Mistake(at, detail));
  }

  private void mistakeUnless(String at, String detail) {
    if (mistakes.stream().noneMatch(mistake -> mistake.pointer().equals(at))) {
      mistake(at, detail);
    }
  }

  private Optional<Condition> compiled(String at, String expression) {
    if (expression.isBlank()) {
      mistakeUnless(at, "is missing or empty");
      return Optional.empty();
    }
    var compiled = compiler.compile(expression);
    compiled.mistakes().forEach(detail -> mistake(at, detail));
    compiled.condition().ifPresent(condition -> steps += condition.cost());
    return compiled.condition();
  }
}
