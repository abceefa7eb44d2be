package io.moderato.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON as RFC 8259 has it, or YAML, of bytes that are UTF-8. What is neither fails with the problem {@code malformed-body}. */
public final class JsonBody {
  private static final ObjectReader READER = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build()
      .reader();

  private static final Pattern OTHER_CHARSET =
      Pattern.compile("charset=\"?+(?!utf-?8\"?\\s*(?:;|$))", Pattern.CASE_INSENSITIVE);

  private static final ObjectReader YAML_READER = YAMLMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build()
      .reader();

  private JsonBody() {}

  /** Whether a body of this {@code Content-Type} may be UTF-8: it says so, or says nothing of it. */
  public static boolean isUtf8(@Nullable String contentType) {
    return contentType == null || !OTHER_CHARSET.matcher(contentType).find();
  }

  /** One value. Its texts are well-formed Unicode. */
  public static JsonNode read(byte[] bytes) {
    var value = value(decoded(bytes), "");
    TextRules.checkWellFormed(value);
    return value;
  }

  /** @param pointer where the value stands in the body */
  static JsonNode value(String json, String pointer) {
    return value(READER, json, pointer, "JSON as RFC 8259 has it");
  }

  /** The JSON that a text in YAML stands for. */
  static JsonNode yaml(String yaml) {
    return value(YAML_READER, yaml, "", "YAML");
  }

  private static JsonNode value(ObjectReader reader, String text, String pointer, String form) {
    try {
      var value = reader.readTree(text);
      if (value.isMissingNode()) {
        throw malformed(pointer, "The body is missing.");
      }
      return value;
    } catch (JacksonException e) {
      var where = e.getLocation() == null
          ? ""
          : " at line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw malformed(
          pointer,
          "This is not %s, or too deeply nested, or gives a field twice%s.".formatted(form, where));
    } catch (IOException e) {
      throw malformed(pointer, "This is not %s.".formatted(form));
    }
  }

  static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("", "The body is not UTF-8.");
    }
  }

  static ProblemException malformed(String pointer, String detail) {
    return new ProblemException(Problem.at(ProblemType.MALFORMED_BODY, pointer, detail));
  }
}
