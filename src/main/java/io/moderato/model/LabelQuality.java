package io.moderato.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a model scores a label, as its card says, on texts that it was not trained on.
 *
 * @param byRules whether it is not learnt but told by phrases: {@code "kind": "rules"}
 * @param languages BCP 47 codes of the languages that it was measured on
 * @param auc area under the ROC curve
 * @param recall share of the comments with the label that the default policy's threshold for holding catches
 */
public record LabelQuality(
    boolean byRules,
    List<String> languages,
    @Nullable Double auc,
    @Nullable Double recall) {
  public LabelQuality {
    languages = List.copyOf(languages);
  }

  /** @param otherwise the languages of a card that names none for the label */
  static LabelQuality read(JsonNode label, List<String> otherwise) {
    var languages = new ArrayList<String>();
    label.path("languages").forEach(language -> languages.add(language.asText()));
    var measured = label.path("reference");
    return new LabelQuality(
        label.path("kind").asText().equals("rules"),
        languages.isEmpty() ? otherwise : languages,
        number(measured.path("auc")),
        number(measured.path("hold").path("recall")));
  }

  private static @Nullable Double number(JsonNode value) {
    return value.isNumber() ? value.doubleValue() : null;
  }
}
