package io.moderato.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestBodyTest {
  private static final BodySchema SCHEMA = Contract.load().operations().stream()
      .flatMap(operation -> operation.bodies().values().stream())
      .findFirst()
      .orElseThrow();

  private final RequestBody json = new RequestBody(SCHEMA, "application/json");
  private final RequestBody ndjson = new RequestBody(SCHEMA, RequestBody.NDJSON);

  @ParameterizedTest
  @ValueSource(strings = {"{}", " [1, null] ", "\"ü 🌉 \\u0000\"", "{\"a\": {\"a\": 1}}", "7"})
  void json_is_read_as_it_is(String text) throws JsonProcessingException {
    assertThat(json.read(Buffer.buffer(text))).isEqualTo(new JsonMapper().readTree(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{} {}",
        "{'a': 1}",
        "{\"a\": 1,}",
        "[1,]",
        "{\"a\": 1, \"a\": 2}",
        "nul",
        "NaN",
        "01",
        "\"\t\"",
        "// x\n{}",
        "\ufeff{}",
        "\u0000",
        "{\"a\": \"\\ud83\"}",
        "[1e]"
      })
  void what_is_no_json_is_refused(String text) {
    refuses(
        json,
        Buffer.buffer(text),
        "",
        "This is not JSON as RFC 8259 has it, or too deeply nested, or gives a field twice at line ");
  }

  @Test
  void a_body_nested_1000_deep_is_read_and_one_deeper_is_refused() {
    assertThat(json.read(Buffer.buffer("[".repeat(1000) + "]".repeat(1000)))).hasSize(1);

    refuses(json, Buffer.buffer("[".repeat(1001) + "]".repeat(1001)), "", "This is not JSON");
    refuses(json, Buffer.buffer("[".repeat(1_000_000)), "", "This is not JSON");
    refuses(json, Buffer.buffer("{\"a\":".repeat(500_000)), "", "This is not JSON");
  }

  @Test
  void a_number_of_a_thousand_digits_and_more_is_refused() {
    refuses(json, Buffer.buffer("1".repeat(100_000)), "", "This is not JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n"})
  void a_missing_body_is_refused(String text) {
    refuses(json, Buffer.buffer(text), "", "The body is missing.");
  }

  @Test
  void no_body_at_all_is_refused() {
    refuses(json, null, "", "The body is missing.");
    refuses(ndjson, null, "", "The body is missing.");
  }

  @ParameterizedTest
  @CsvSource({"ff", "c0af", "22eda08022", "22f8888080", "22c322", "fffe7b007d00"})
  void a_body_that_is_not_utf_8_is_refused(String hex) {
    var bytes = HexFormat.of().parseHex(hex);

    refuses(json, Buffer.buffer(bytes), "", "The body is not UTF-8.");
    refuses(ndjson, Buffer.buffer(bytes), "", "The body is not UTF-8.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\n2\n3", "1\n2\n3\n", "\n1\r\n\n 2 \n \n3\n\n"})
  void each_line_of_ndjson_is_a_value(String text) {
    var read = ndjson.read(Buffer.buffer(text));

    assertThat(
            List.of(read.get(0).intValue(), read.get(1).intValue(), read.get(2).intValue()))
        .isEqualTo(List.of(1, 2, 3));
    assertThat(read).hasSize(3);
  }

  @Test
  void ndjson_of_blank_lines_holds_nothing() {
    assertThat(ndjson.read(Buffer.buffer("\n \n"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'1\n2 2\n3', /1", "'{', /0", "'1\n\n[\n]\n', /1"})
  void a_line_that_is_no_json_is_refused_with_its_number(String text, String pointer) {
    refuses(ndjson, Buffer.buffer(text), pointer, "This is not JSON");
  }

  private static void refuses(
      RequestBody body, @Nullable Buffer bytes, String pointer, String detail) {
    assertThatThrownBy(() -> body.read(bytes))
        .isInstanceOfSatisfying(ProblemException.class, refused -> {
          assertThat(refused.problem().type()).isEqualTo(ProblemType.MALFORMED_BODY);
          assertThat(refused.problem().detail()).startsWith(detail);
          assertThat(refused.problem().violations())
              .containsExactly(Violation.inBody(pointer, refused.problem().detail()));
        });
  }
}
