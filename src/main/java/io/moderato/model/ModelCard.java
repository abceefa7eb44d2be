package io.moderato.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moderato.classify.Label;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What serving must know of a model: the part of its {@code card.json} that says which file it belongs to and where its
 * scores hold. The rest of the card (data sets, split, quality) is for people.
 *
 * <pre>{@code
 * {"name": "base", "version": "base@2026.11", "languages": ["en"], "labels": {"SPAM": {…}, "TOXIC": {…}},
 *  "modelSha256": "9f86d081884c…", …}
 * }</pre>
 *
 * @param name the folder the model lies in
 * @param version name and release: {@code base@2026.11}
 * @param languages BCP 47 codes of the languages it was measured on
 * @param labels what it scores, and how well
 * @param modelSha256 of the file {@code model.bin}, in lower-case hexadecimal
 */
public record ModelCard(
    String name,
    String version,
    Set<String> languages,
    Map<Label, LabelQuality> labels,
    String modelSha256) {
  private static final JsonMapper JSON = new JsonMapper();

  public ModelCard {
    languages = Set.copyOf(languages);
    labels = Map.copyOf(labels);
    if (!version.startsWith(name + "@")) {
      throw new IllegalArgumentException(
          "version of model %s must read %s@<release>, was %s".formatted(name, name, version));
    }
    if (labels.isEmpty() || languages.isEmpty()) {
      throw new IllegalArgumentException("a card names at least one label and one language");
    }
  }

  /**
   * Reads a card.
   *
   * @throws IllegalArgumentException if it is not JSON or lacks something; the message says what and where
   */
  public static ModelCard parse(String json) {
    JsonNode card = tree(json);
    var languages = languages(card);
    return new ModelCard(
        text(card, "name"),
        text(card, "version"),
        Set.copyOf(languages),
        labels(card, languages),
        text(card, "modelSha256"));
  }

  /** Those of the labels that are not learnt. */
  public Set<Label> byRules() {
    return labels.entrySet().stream()
        .filter(entry -> entry.getValue().byRules())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The card of the phrases that come with the service; its SHA-256 is that of their files, one after the other. */
  public static ModelCard ofPhrases() {
    try (var in =
        Objects.requireNonNull(ModelCard.class.getResourceAsStream("/phrases/card.json"))) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      String where = place == null
          ? ""
          : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
      throw new IllegalArgumentException("it is not JSON%s".formatted(where), e);
    }
  }

  private static String text(JsonNode card, String field) {
    JsonNode value = card.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("it has no text \"%s\"".formatted(field));
    }
    return value.textValue();
  }

  private static List<String> languages(JsonNode card) {
    List<String> languages = new ArrayList<>();
    card.path("languages").forEach(language -> languages.add(language.asText()));
    return languages;
  }

  private static Map<Label, LabelQuality> labels(JsonNode card, List<String> languages) {
    var labels = new EnumMap<Label, LabelQuality>(Label.class);
    card.path("labels")
        .properties()
        .forEach(label -> labels.put(
            Label.valueOf(label.getKey()), LabelQuality.read(label.getValue(), languages)));
    return labels;
  }
}
