package io.moderato.dropin.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to be moderated.
 *
 * @param texts one for each result, in order; the parts of one message are one text, a line each
 * @param model as asked for
 */
record ModerationRequest(List<String> texts, String model) {
  static final String DEFAULT_MODEL = "omni-moderation-latest";
  private static final int MOST_TEXTS = 1000;
  private static final int MOST_BYTES = 64 * 1024;

  /** @param ignoreImages whether images are passed over; else they are refused */
  static ModerationRequest read(JsonNode body, boolean ignoreImages) {
    if (!body.isObject()) {
      throw Refusal.invalid(null, "The body must be a JSON object.");
    }
    var model = body.path("model");
    if (!model.isMissingNode() && !model.isNull() && !model.isTextual()) {
      throw Refusal.invalid("model", "'model' must be a string.");
    }
    var texts = texts(body.path("input"), ignoreImages);
    texts.forEach(ModerationRequest::check);
    return new ModerationRequest(
        texts, model.asText("").isEmpty() || model.isNull() ? DEFAULT_MODEL : model.textValue());
  }

  private static List<String> texts(JsonNode input, boolean ignoreImages) {
    if (input.isTextual()) {
      return List.of(input.textValue());
    }
    if (!input.isArray() || input.isEmpty()) {
      throw Refusal.invalid(
          "input",
          "'input' is required: a string, an array of strings or an array of parts, and not empty.");
    }
    if (input.size() > MOST_TEXTS) {
      throw Refusal.invalid("input", "'input' holds more than %d items.".formatted(MOST_TEXTS));
    }
    return input.get(0).isTextual() ? strings(input) : List.of(message(input, ignoreImages));
  }

  private static List<String> strings(JsonNode input) {
    var texts = new ArrayList<String>();
    input.forEach(each -> {
      if (!each.isTextual()) {
        throw Refusal.invalid("input", "'input' must hold strings alone, or parts alone.");
      }
      texts.add(each.textValue());
    });
    return texts;
  }

  private static String message(JsonNode parts, boolean ignoreImages) {
    var texts = new ArrayList<String>();
    parts.forEach(part -> {
      var type = part.path("type").asText();
      if (type.equals("text") && part.path("text").isTextual()) {
        texts.add(part.path("text").textValue());
      } else if (type.equals("image_url") && part.path("image_url").path("url").isTextual()) {
        if (!ignoreImages) {
          throw Refusal.images();
        }
      } else {
        throw Refusal.invalid(
            "input",
            "A part of 'input' must be {\"type\":\"text\",\"text\":…} or {\"type\":\"image_url\",\"image_url\":{\"url\":…}}.");
      }
    });
    if (texts.isEmpty()) {
      throw Refusal.images(); // nothing but images can't be moderated even where they are ignored
    }
    return texts.stream().collect(Collectors.joining("\n"));
  }

  private static void check(String text) {
    if (text.isEmpty()) {
      throw Refusal.invalid("input", "'input' must not be or hold an empty string.");
    }
    if (text.length() > MOST_BYTES
        || text.length() * 3 > MOST_BYTES
            && text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Refusal.invalid(
          "input", "A text of 'input' is longer than %d bytes of UTF-8.".formatted(MOST_BYTES));
    }
  }
}
