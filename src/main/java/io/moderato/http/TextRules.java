package io.moderato.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** What no schema can say of the texts in a body: that they are well-formed Unicode, and short enough in bytes. */
final class TextRules {
  /** Of a comment's text, in UTF-8. */
  static final int MAX_TEXT_BYTES = 64 * 1024;

  private TextRules() {}

  /** @throws ProblemException 400 for a text with half a surrogate pair, 413 for a comment's text that is too long */
  static void check(JsonNode body) {
    check(body, "", "");
  }

  /** @throws ProblemException 400 for a text with half a surrogate pair */
  static void checkWellFormed(JsonNode body) {
    if (body.isTextual()) {
      if (!isWellFormed(body.textValue())) {
        throw JsonBody.malformed(
            "", "A text holds half a surrogate pair, so it is not well-formed Unicode.");
      }
    } else {
      body.forEach(TextRules::checkWellFormed);
    }
  }

  private static void check(JsonNode node, String pointer, String field) {
    if (node.isTextual()) {
      checkText(node.textValue(), pointer, field);
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(node.get(i), pointer + "/" + i, "");
      }
    } else {
      node.properties()
          .forEach(entry ->
              check(entry.getValue(), JsonPointers.field(pointer, entry.getKey()), entry.getKey()));
    }
  }

  private static void checkText(String text, String pointer, String field) {
    if (!isWellFormed(text)) {
      throw new ProblemException(Problem.at(
          ProblemType.INVALID_REQUEST,
          pointer,
          "holds half a surrogate pair, so it is not well-formed Unicode"));
    }
    if (field.equals("text") && isTooLong(text)) {
      throw new ProblemException(Problem.at(
          ProblemType.TOO_LARGE,
          pointer,
          "is longer than %d bytes of UTF-8".formatted(MAX_TEXT_BYTES)));
    }
  }

  private static boolean isTooLong(String text) {
    return text.length() > MAX_TEXT_BYTES
        || text.length() * 3 > MAX_TEXT_BYTES
            && text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT_BYTES;
  }

  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      var unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        var paired = Character.isHighSurrogate(unit)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
