package io.moderato.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy: {@code name}, {@code description} (may be left out), {@code let} (definitions by name, may be left out) and
 * {@code rules}, each with {@code name}, {@code sentence}, {@code when} and {@code verdict}.
 */
public final class PolicyReader {
  private static final int MOST_CHARACTERS = 500_000;
  private static final ObjectReader YAML = YAMLMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build()
      .reader();
  private static final Set<String> FIELDS = Set.of("name", "description", "let", "rules");
  private static final List<String> VERDICTS =
      Arrays.stream(Verdict.values()).map(Verdict::name).toList();
  private static final Set<String> RULE_FIELDS = Set.of("name", "sentence", "when", "verdict");

  private final List<Mistake> mistakes = new ArrayList<>();

  private PolicyReader() {}

  /**
   * @param text YAML, of which JSON is a kind
   * @throws InvalidPolicyException with every mistake that there is
   */
  public static Policy read(String text, int version) {
    if (text.length() > MOST_CHARACTERS) {
      throw new InvalidPolicyException(
          List.of(new Mistake("", "is longer than %d characters".formatted(MOST_CHARACTERS))));
    }
    try {
      return read(YAML.readTree(text), version);
    } catch (JacksonException e) {
      var at = e.getLocation();
      var place =
          at == null ? "" : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
      throw new InvalidPolicyException(
          List.of(new Mistake("", place + "can't be read: " + firstLine(e.getOriginalMessage()))));
    }
  }

  /** @throws InvalidPolicyException with every mistake that there is */
  public static Policy read(JsonNode json, int version) {
    var reader = new PolicyReader();
    var source = reader.source(json);
    return new PolicyCheck(source, reader.mistakes).policy(version);
  }

  /**
   * A site's own policy, which can't bear a preset's name, before it has a version.
   *
   * @throws InvalidPolicyException with every mistake that there is
   */
  public static Policy readOwn(JsonNode json) {
    var reader = new PolicyReader();
    var source = reader.source(json);
    if (Presets.names().contains(source.name())) {
      reader.mistakes.add(new Mistake("/name", "is a preset's name; choose another"));
    }
    return new PolicyCheck(source, reader.mistakes).policy(0);
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private PolicySource source(JsonNode json) {
    if (!json.isObject()) {
      mistakes.add(new Mistake("", "must hold name and rules"));
      throw new InvalidPolicyException(mistakes);
    }
    refuseUnknown("", json, FIELDS);
    var description = json.path("description");
    return new PolicySource(
        text(json, "", "name"),
        description.isMissingNode() || description.isNull() ? null : text(json, "", "description"),
        definitions(json.path("let")),
        rules(json.path("rules")));
  }

  private List<Definition> definitions(JsonNode json) {
    var definitions = new ArrayList<Definition>();
    if (json.isObject()) {
      json.properties()
          .forEach(entry -> definitions.add(new Definition(
              entry.getKey(), expression("/let/" + entry.getKey(), entry.getValue()))));
    } else if (!json.isMissingNode() && !json.isNull()) {
      mistakes.add(new Mistake("/let", "must hold definitions as 'name: expression'"));
    }
    return definitions;
  }

  private List<Rule> rules(JsonNode json) {
    var rules = new ArrayList<Rule>();
    if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        rules.add(rule("/rules/" + i, json.get(i)));
      }
    } else {
      mistakes.add(new Mistake("/rules", json.isMissingNode() ? "is missing" : "must be a list"));
    }
    return rules;
  }

  private Rule rule(String at, JsonNode json) {
    if (json.isObject()) {
      refuseUnknown(at, json, RULE_FIELDS);
    } else {
      mistakes.add(new Mistake(at, "must hold name, sentence, when and verdict"));
    }
    return new Rule(
        text(json, at, "name"),
        text(json, at, "sentence"),
        expression(at + "/when", json.path("when")),
        verdict(at + "/verdict", text(json, at, "verdict")));
  }

  /** A number or yes and no stand for themselves. */
  private String expression(String at, JsonNode json) {
    if (json.isTextual() || json.isNumber() || json.isBoolean()) {
      return json.asText();
    }
    if (!json.isMissingNode() && !json.isNull()) {
      mistakes.add(new Mistake(at, "must be an expression"));
    }
    return "";
  }

  private Verdict verdict(String at, String word) {
    for (var verdict : Verdict.values()) {
      if (verdict.name().equals(word)) {
        return verdict;
      }
    }
    if (mistakes.stream().noneMatch(mistake -> mistake.pointer().equals(at))) {
      mistakes.add(
          new Mistake(at, "must be APPROVE, HOLD or REJECT" + Names.didYouMean(word, VERDICTS)));
    }
    return Verdict.HOLD;
  }

  /** Empty where it is missing, which is found later, or no text. */
  private String text(JsonNode owner, String at, String field) {
    var json = owner.path(field);
    if (!json.isTextual() && !json.isMissingNode() && !json.isNull()) {
      mistakes.add(new Mistake(at + "/" + field, "must be a text"));
    }
    return json.isTextual() ? json.textValue() : "";
  }

  private void refuseUnknown(String at, JsonNode json, Set<String> known) {
    json.fieldNames().forEachRemaining(name -> {
      if (!known.contains(name)) {
        mistakes.add(new Mistake(
            at + "/" + name.replace("~", "~0").replace("/", "~1"),
            "is no field here" + Names.didYouMean(name, known)));
      }
    });
  }
}
