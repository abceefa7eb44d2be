package io.moderato.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moderato.classify.OpenNlpClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DefaultPolicyTest {
  private static final Pattern THRESHOLD =
      Pattern.compile("(scores\\.[A-Z_]+) >= (?:\\(lenient \\? 0\\.[0-9]+ : )?(0\\.[0-9]+)");

  private final Policy policy = Presets.defaultPolicy();

  @Test
  void holds_and_rejects_from_the_scores_that_the_cards_of_what_scores_recommend()
      throws IOException {
    var recommended = new TreeMap<String, Double>();
    for (var card : cards()) {
      card.path("labels").properties().forEach(label -> {
        var thresholds = label.getValue().path("thresholds");
        // where the model and the phrases score a label, the higher score counts, and so does the
        // higher threshold
        recommended.merge(
            "HOLD scores." + label.getKey(), thresholds.path("hold").doubleValue(), Math::max);
        if (thresholds.has("reject")) {
          recommended.merge(
              "REJECT scores." + label.getKey(),
              thresholds.path("reject").doubleValue(),
              Math::max);
        }
      });
    }

    assertThat(scoreThresholds()).isEqualTo(recommended);
  }

  @Test
  void holds_and_rejects_other_languages_from_the_scores_that_their_cards_recommend()
      throws IOException {
    var json = new JsonMapper();
    for (var language : List.of("ar", "de", "fr", "ko", "pt", "zh")) {
      var thresholds = json.readTree(Path.of("models", language, "card.json").toFile())
          .path("labels")
          .path("TOXIC")
          .path("thresholds");

      assertThat(choice("otherHold", language))
          .as(language)
          .isEqualTo(thresholds.path("hold").doubleValue());
      assertThat(choice("otherReject", language))
          .as(language)
          .isEqualTo(thresholds.path("reject").doubleValue());
    }
  }

  /** What a name stands for in a language: {@code language.code == 'zh' ? 0.81 : … : 0.58}. */
  private double choice(String name, String language) {
    var definition = policy.source().let().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
    for (var choice : List.of(definition.expression().split(" : "))) {
      var parts = List.of(choice.split(" \\? "));
      if (parts.size() == 1 || parts.get(0).equals("language.code == '%s'".formatted(language))) {
        return Double.parseDouble(parts.get(parts.size() - 1));
      }
    }
    throw new AssertionError(name + " says nothing of other languages");
  }

  @Test
  void decides_on_no_score_too_low_for_evidence() {
    assertThat(scoreThresholds().values())
        .allSatisfy(threshold ->
            assertThat(threshold).isGreaterThanOrEqualTo(OpenNlpClassifier.EVIDENCE_FROM));
  }

  private Map<String, Double> scoreThresholds() {
    var thresholds = new TreeMap<String, Double>();
    for (var rule : policy.source().rules()) {
      var threshold = THRESHOLD.matcher(rule.when());
      boolean learntOfTheSite = rule.when().startsWith("scores.SITE"); // which has no card
      if (!learntOfTheSite && threshold.lookingAt()) {
        thresholds.put(
            rule.verdict() + " " + threshold.group(1), Double.parseDouble(threshold.group(2)));
      }
    }
    return thresholds;
  }

  private static List<JsonNode> cards() throws IOException {
    var json = new JsonMapper();
    return List.of(
        json.readTree(Path.of("models", "base", "card.json").toFile()),
        json.readTree(DefaultPolicyTest.class.getResource("/phrases/card.json")));
  }
}
