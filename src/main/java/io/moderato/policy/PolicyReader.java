package io.moderato.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.moderato.signals.SignalCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads a policy from YAML and refuses one that could not decide: an unknown field, signal, label or verdict, a name used twice. */
public final class PolicyReader {
  private static final String DEFAULT = "/policies/default.yaml";
  private static final YAMLMapper YAML = YAMLMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();

  private PolicyReader() {}

  /** The policy of a site that has none of its own. */
  public static Policy defaultPolicy() {
    try (var in =
        Optional.ofNullable(PolicyReader.class.getResourceAsStream(DEFAULT)).orElseThrow()) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @throws IllegalArgumentException with a sentence that names the place of the mistake */
  public static Policy read(InputStream yaml) throws IOException {
    try {
      var policy = YAML.readValue(yaml, Policy.class);
      requireDistinctNames(policy.rules());
      policy.rules().forEach(PolicyReader::requireKnownSignals);
      return policy;
    } catch (JacksonException e) {
      var at = e.getLocation();
      var place =
          at == null ? "" : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
      throw new IllegalArgumentException(
          "the policy can't be read: " + place + e.getOriginalMessage(), e);
    }
  }

  private static void requireDistinctNames(List<Rule> rules) {
    var names = new HashSet<String>();
    for (var rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException("two rules are called '%s'".formatted(rule.name()));
      }
    }
  }

  private static void requireKnownSignals(Rule rule) {
    for (var condition : rule.when()) {
      if (Double.isNaN(condition.atLeast())) {
        throw new IllegalArgumentException(
            "rule '%s' wants %s to be at least NaN, which is no number"
                .formatted(rule.name(), condition.signal()));
      }
      if (SignalCatalogue.named(condition.signal().replace("!", "")).isEmpty()) {
        throw new IllegalArgumentException(
            "rule '%s' reads '%s', which is no signal".formatted(rule.name(), condition.signal()));
      }
    }
  }
}
