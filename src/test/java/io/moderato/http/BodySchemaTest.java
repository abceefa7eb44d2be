package io.moderato.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BodySchemaTest {
  private static final Contract CONTRACT = Contract.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'post': {'id': 'p-1'}, 'text': 'x'}",
        "{'post': {'id': 'p-1', 'title': null}, 'text': 'x', 'parentId': null, 'author': null, 'test': false}"
      })
  void a_body_that_keeps_to_the_contract_has_no_violation(String json) {
    assertThat(places("submitComment", json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'post': {'id': 'p-1'}}                                  | /text",
        "{'text': 'x'}                                            | /post",
        "{'post': {}, 'text': 'x'}                                | /post/id",
        "{'post': {'id': 'p-1'}, 'text': 'x', 'colour': 1}        | /colour",
        "{'post': {'id': 'p-1', 'x': 1}, 'text': 'x'}             | /post/x",
        "{'post': {'id': 'p-1'}, 'text': 'x', 'a/b~c': 1}         | /a~1b~0c",
        "{'post': {'id': 'p-1'}, 'text': 'x', '': 1}              | /",
        "{'post': {'id': 7}, 'text': 'x'}                         | /post/id",
        "{'post': {'id': ''}, 'text': 'x'}                        | /post/id",
        "{'post': {'id': 'p-1'}, 'text': ''}                      | /text",
        "{'post': {'id': 'p-1'}, 'text': null}                    | /text",
        "{'post': {'id': 'p-1'}, 'text': 'x', 'test': 'yes'}      | /test",
        "{'post': {'id': 'p-1'}, 'text': 'x', 'format': 'TEXT'}   | /format",
        "{'post': {'id': 'p-1'}, 'text': 'x', 'author': []}       | /author",
        "{'post': [], 'text': 'x'}                                | /post",
        "[]                                                       | ''",
        "7                                                        | ''",
        "null                                                     | ''"
      })
  void a_violation_names_its_place(String json, String pointer) {
    assertThat(places("submitComment", json)).containsExactly(pointer);
  }

  @Test
  void every_violation_is_named() {
    assertThat(places("submitComment", "{'post': {'id': 7}, 'test': 1, 'a': 1}"))
        .containsExactlyInAnyOrder("/post/id", "/test", "/text", "/a");
  }

  @Test
  void an_unknown_field_is_called_so() {
    assertThat(violations("submitComment", "{'post': {'id': 'p-1'}, 'text': 'x', 'colour': 1}"))
        .containsExactly(Violation.inBody("/colour", "unknown field 'colour'"));
  }

  @Test
  void a_broken_pattern_is_told_in_words() {
    assertThat(violations("submitComment", "{'post': {'id': '..'}, 'text': 'x'}"))
        .containsExactly(Violation.inBody(
            "/post/id",
            "must be 1 to 256 characters without control characters, and neither . nor .."));
  }

  @Test
  void each_pattern_of_the_contract_has_words() throws IOException {
    var patterns = new YAMLMapper().readTree(CONTRACT.yaml()).findParents("pattern");

    assertThat(patterns)
        .filteredOn(schema -> schema.path("pattern").asText().startsWith("^"))
        .hasSizeGreaterThan(10)
        .allSatisfy(schema -> assertThat(schema.path("x-error").path("pattern").asText())
            .as(schema.toString())
            .startsWith("must ")
            .doesNotContain(
                ":")); // the validator takes what stands before one for the place, and drops it
  }

  @Test
  void a_comment_of_a_batch_is_named_by_its_number() {
    assertThat(
            places("submitComments", "[{'post': {'id': 'p'}, 'text': 'x'}, {'post': {'id': 'p'}}]"))
        .containsExactly("/1/text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text': 'x'}       | ",
        "[{'text': 'x'}]     | ",
        "{}                  | /text",
        "[{}]                | /0/text",
        "[]                  | ''",
        "7                   | ''"
      })
  void of_several_forms_a_body_is_held_against_the_one_of_its_type(String json, String pointer) {
    assertThat(places("classify", json)).isEqualTo(pointer == null ? List.of() : List.of(pointer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "1e-999", "99999999999999999999", "0.5", "0", "36501"})
  void a_number_that_is_no_number_of_days_is_refused(String number) {
    assertThat(places("updateSite", "{'retentionDays': %s}".formatted(number)))
        .containsOnly("/retentionDays");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "36500", "30.0", "3e1", "null"})
  void a_whole_number_of_days_is_taken_however_it_is_written(String number) {
    assertThat(places("updateSite", "{'retentionDays': %s}".formatted(number))).isEmpty();
  }

  @Test
  void of_a_hostile_number_of_violations_one_is_named() {
    var items = JsonNodeFactory.instance.arrayNode();
    var fields = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 200_000; i++) {
      items.add(i);
      fields.put("field-" + i, i);
    }

    assertThat(schema("submitComments").violations(items)).hasSize(1);
    assertThat(schema("submitComment").violations(fields)).hasSize(1);
  }

  @Test
  void the_largest_batch_that_keeps_to_the_contract_has_no_violation() {
    var batch = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < 1000; i++) {
      batch.add(parsed(
          "{'id': 'c-%d', 'post': {'id': 'p', 'url': 'u', 'title': 't', 'body': 'b'}, 'parentId': 'c', 'author': {'id': 'u', 'name': 'n'}, 'text': 'x', 'format': 'text'}"
              .formatted(i)));
    }

    assertThat(schema("submitComments").violations(batch)).isEmpty();
    assertThat(schema("submitComments").violations(batch.deepCopy().add(batch.get(0))))
        .hasSize(1);
  }

  private static List<String> places(String operation, String json) {
    return violations(operation, json).stream().map(Violation::place).toList();
  }

  private static List<Violation> violations(String operation, String json) {
    return schema(operation).violations(parsed(json));
  }

  private static BodySchema schema(String operation) {
    var named = CONTRACT.operations().stream()
        .filter(each -> each.id().equals(operation))
        .findFirst()
        .orElseThrow();
    return Objects.requireNonNull(named.bodies().get("application/json"));
  }

  private static JsonNode parsed(String json) {
    try {
      return new JsonMapper().readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
