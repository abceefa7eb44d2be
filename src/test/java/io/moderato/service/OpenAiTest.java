package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conformance checklist of OpenAI's moderations, and each of their errors. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class OpenAiTest {
  private static final String RUDE = "You are a stupid idiot.";
  private static final List<String> CATEGORIES = List.of(
      "harassment",
      "harassment/threatening",
      "hate",
      "hate/threatening",
      "illicit",
      "illicit/violent",
      "self-harm",
      "self-harm/intent",
      "self-harm/instructions",
      "sexual",
      "sexual/minors",
      "violence",
      "violence/graphic");

  private final RunningService service;
  private final Plain plain;
  private final TestSite site;

  OpenAiTest(RunningService service) {
    this.service = service;
    this.plain = new Plain(service.port());
    this.site = service.newSite();
  }

  // 1. The three forms of input

  @Test
  void a_string_gets_one_result() {
    var results = moderated("\"%s\"".formatted(RUDE)).path("results");

    assertThat(results).hasSize(1);
    assertThat(results.get(0).path("flagged").asBoolean()).isTrue();
    assertThat(results.at("/0/categories/harassment").asBoolean()).isTrue();
  }

  @Test
  void an_array_of_strings_gets_a_result_each_in_order() {
    var results = moderated(
            "[\"%s\",\"%s\",\"%s\"]".formatted(TestSite.HARMLESS, RUDE, TestSite.HARMLESS))
        .path("results");

    assertThat(Json.stream(results).map(result -> result.path("flagged").asBoolean()))
        .containsExactly(false, true, false);
  }

  @Test
  void an_array_of_parts_is_one_message() {
    var parts =
        "[{\"type\":\"text\",\"text\":\"You are\"},{\"type\":\"text\",\"text\":\"a stupid idiot.\"}]";

    var results = moderated(parts).path("results");

    assertThat(results).hasSize(1);
    assertThat(results.at("/0/flagged").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "[]",
        "[\"\"]",
        "[\"a\",\"\"]",
        "null",
        "1",
        "{}",
        "[1,2]",
        "[[1]]",
        "[\"a\",{}]",
        "[{\"type\":\"text\"}]",
        "[{\"type\":\"text\",\"text\":1}]",
        "[{\"type\":\"audio\"}]",
        "[{\"type\":\"text\",\"text\":\"\"}]",
        "[{\"type\":\"image_url\",\"image_url\":\"x\"}]",
        "[null]"
      })
  void an_input_that_is_empty_or_of_another_form_is_refused(String input) {
    var error = refused(post("{\"input\":%s}".formatted(input)), 400, "invalid_request_error");

    assertThat(error.path("param").asText()).isEqualTo("input");
  }

  @Test
  void a_text_over_64_KiB_or_more_than_1000_are_refused() {
    var many = "[" + "\"a\",".repeat(1000) + "\"a\"]";

    refused(post("{\"input\":\"%s\"}".formatted("x".repeat(65_537))), 400, "invalid_request_error");
    refused(post("{\"input\":%s}".formatted(many)), 400, "invalid_request_error");
  }

  @Test
  void an_image_is_refused_unless_the_site_wants_it_passed_over() {
    var image = "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.org/a.png\"}}";
    var withText = "{\"input\":[{\"type\":\"text\",\"text\":\"%s\"},%s]}".formatted(RUDE, image);

    var error = refused(post(withText), 400, "invalid_request_error");
    site.caller()
        .patch(site.address(), Json.object("doors", Json.object("ignoreImages", true)))
        .expect(200);
    var passedOver = post(withText).expect(200).json().path("results");

    assertThat(error.path("code").asText()).isEqualTo("unsupported_input");
    assertThat(passedOver.at("/0/flagged").asBoolean()).isTrue();
    assertThat(passedOver.at("/0/category_applied_input_types").toString()).doesNotContain("image");
    refused(post("{\"input\":[%s]}".formatted(image)), 400, "invalid_request_error");
  }

  // 2. The three maps

  @Test
  void each_map_has_just_the_thirteen_categories() {
    var answer = moderated("\"%s\"".formatted(RUDE));
    var result = answer.at("/results/0");

    assertThat(answer.fieldNames()).toIterable().containsExactly("id", "model", "results");
    assertThat(answer.path("id").asText()).startsWith("modr-");
    assertThat(result.fieldNames())
        .toIterable()
        .containsExactly(
            "flagged", "categories", "category_scores", "category_applied_input_types");
    for (var map : List.of("categories", "category_scores", "category_applied_input_types")) {
      assertThat(result.path(map).fieldNames()).toIterable().containsExactlyElementsOf(CATEGORIES);
    }
    for (var category : CATEGORIES) {
      assertThat(result.path("category_scores").path(category).asDouble()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void a_category_without_a_model_is_reported_as_such() {
    var result = moderated("\"%s\"".formatted(RUDE)).at("/results/0");
    var openai = service.anyone().get("/v1/capabilities").expect(200).json().at("/doors/openai");

    assertThat(openai.path("covered"))
        .isEqualTo(
            Json.parse(
                "[\"harassment\",\"harassment/threatening\",\"hate\",\"self-harm\",\"self-harm/intent\",\"sexual\"]"));
    assertThat(openai.path("notCovered")).hasSize(7);
    openai.path("notCovered").forEach(category -> {
      assertThat(result.path("category_scores").path(category.asText()).asDouble())
          .isZero();
      assertThat(result.path("category_applied_input_types").path(category.asText()))
          .isEmpty();
    });
  }

  @Test
  void a_language_that_was_not_measured_is_named_in_a_header() {
    var russian = post(
        "{\"input\":\"\u042f \u0434\u0443\u043c\u0430\u044e, \u0447\u0442\u043e \u044d\u0442\u043e \u0445\u043e\u0440\u043e\u0448\u043e.\"}");

    assertThat(russian.expect(200).header("x-moderato-languages-not-measured")).contains("ru");
    assertThat(
            post("{\"input\":\"%s\"}".formatted(RUDE)).header("x-moderato-languages-not-measured"))
        .isEmpty();
  }

  // 3. Errors

  static Stream<Arguments> bodies_that_can_not_be_read() {
    return Stream.of(
        arguments(""),
        arguments("{\"input\":"),
        arguments("[]"),
        arguments("{\"input\":\"a\\ud800\"}"),
        arguments("{\"input\":\"a\"} x"),
        arguments("[".repeat(10_000)));
  }

  @ParameterizedTest
  @MethodSource("bodies_that_can_not_be_read")
  void a_body_that_can_not_be_read_is_refused(String body) {
    refused(post(body), 400, "invalid_request_error");
  }

  @Test
  void a_body_that_is_too_large_or_in_another_charset_is_refused() {
    var key = "Bearer " + site.caller().key();
    var latin = "{\"input\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

    refused(
        plain.send("POST", "/v1/moderations", new byte[(8 << 20) + 1], "Authorization", key),
        413,
        "invalid_request_error");
    refused(
        plain.send("POST", "/v1/moderations", latin, "Authorization", key),
        400,
        "invalid_request_error");
    refused(
        plain.post(
            "/v1/moderations",
            "{\"input\":\"a\"}",
            "Authorization",
            key,
            "Content-Type",
            "application/json; charset=utf-16"),
        400,
        "invalid_request_error");
  }

  @Test
  void a_key_that_is_missing_unknown_or_another_s_is_refused() {
    var body = "{\"input\":\"a\"}";
    for (var answer : List.of(
        plain.post("/v1/moderations", body),
        plain.post("/v1/moderations", body, "Authorization", "Bearer mod_unknown"),
        plain.post(
            "/v1/moderations", body, "Authorization", "Bearer " + RunningService.OPERATOR_KEY),
        plain.get("/v1/models"))) {
      assertThat(refused(answer, 401, "invalid_request_error").path("code").asText())
          .isEqualTo("invalid_api_key");
    }
    var reader = site.addKey(List.of("read")).path("key").asText();
    refused(
        plain.post("/v1/moderations", body, "Authorization", "Bearer " + reader),
        403,
        "invalid_request_error");
  }

  @Test
  void an_unknown_model_is_not_found_nor_is_another_site_s() {
    for (var model : List.of("gpt-4", "site:someone-else", " ")) {
      var error = refused(
          post("{\"input\":\"a\",\"model\":\"%s\"}".formatted(model)),
          404,
          "invalid_request_error");
      assertThat(error.path("code").asText()).isEqualTo("model_not_found");
      assertThat(error.path("param").asText()).isEqualTo("model");
    }
    refused(post("{\"input\":\"a\",\"model\":7}"), 400, "invalid_request_error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/moderations/other", "/v1/models/gpt-4/other", "/v1/moderations"})
  void other_addresses_and_methods_are_answered_in_the_envelope(String target) {
    var answer = plain.get(target, "Authorization", "Bearer " + site.caller().key());

    refused(answer, 404, "invalid_request_error");
  }

  // 4. Addresses and models

  @Test
  void a_trailing_slash_makes_no_difference() {
    var key = "Bearer " + site.caller().key();

    plain.post("/v1/moderations/", "{\"input\":\"a\"}", "Authorization", key).expect(200);
    plain.get("/v1/models/", "Authorization", key).expect(200);
  }

  @Test
  void models_are_listed_and_each_may_be_asked_for() {
    var key = "Bearer " + site.caller().key();
    var list = plain.get("/v1/models", "Authorization", key).expect(200).json();

    assertThat(list.path("object").asText()).isEqualTo("list");
    assertThat(list.path("data").findValuesAsText("id"))
        .contains(
            "omni-moderation-latest", "omni-moderation-2024-09-26", "default", "site:" + site.id());
    for (var model : list.path("data")) {
      var id = model.path("id").asText();
      assertThat(plain.get("/v1/models/" + id, "Authorization", key).expect(200).json())
          .isEqualTo(model);
      var answer =
          post("{\"input\":\"a\",\"model\":\"%s\"}".formatted(id)).expect(200).json();
      assertThat(answer.path("model").asText()).startsWith("base@");
    }
    refused(plain.get("/v1/models/gpt-4", "Authorization", key), 404, "invalid_request_error");
  }

  @Test
  void nothing_is_stored() {
    moderated("\"%s\"".formatted(RUDE));

    assertThat(service.stored("comments", new Document("site", site.id()))).isEmpty();
  }

  // One engine

  @ParameterizedTest
  @ValueSource(
      strings = {
        RUDE,
        TestSite.HARMLESS,
        TestSite.SPAM,
        "y0u are a st\u00fcpid i d i o t \ud83d\ude00",
        "<b>You</b> people are vermin & should go home",
        " "
      })
  void the_same_text_gets_the_same_score_through_every_door(String text) {
    var stored = site.submit("c-1", "p-1", text).expect(201).json().path("scores");
    var classified = site.caller()
        .post("/v1/classify", Json.object("text", text))
        .expect(200)
        .json()
        .path("scores");
    var perspective = plain
        .post(
            "/v1alpha1/comments:analyze?key=" + site.caller().key(),
            Json.object(
                "comment",
                Json.object("text", text),
                "languages",
                List.of("en"),
                "requestedAttributes",
                Json.parse(
                    "{\"TOXICITY\":{},\"INSULT\":{},\"PROFANITY\":{},\"IDENTITY_ATTACK\":{},\"SPAM\":{}}")))
        .expect(200)
        .json()
        .path("attributeScores");
    var openai = post(Json.object("input", text).toString())
        .expect(200)
        .json()
        .at("/results/0/category_scores");

    assertThat(stored).isEqualTo(classified);
    same(perspective.at("/TOXICITY/summaryScore/value"), classified.path("TOXIC"));
    same(perspective.at("/INSULT/summaryScore/value"), classified.path("INSULT"));
    same(perspective.at("/PROFANITY/summaryScore/value"), classified.path("OBSCENE"));
    same(perspective.at("/IDENTITY_ATTACK/summaryScore/value"), classified.path("HATE"));
    same(perspective.at("/SPAM/summaryScore/value"), classified.path("SPAM"));
    same(openai.path("harassment"), classified.path("INSULT"));
    same(openai.path("hate"), classified.path("HATE"));
  }

  /** The native contract rounds to four decimals; the other two give the same number unrounded. */
  private static void same(JsonNode score, JsonNode rounded) {
    assertThat(score.isNumber()).isTrue();
    assertThat(score.asDouble()).isCloseTo(rounded.asDouble(), within(0.000_050_1));
  }

  private JsonNode moderated(String input) {
    return post("{\"input\":%s}".formatted(input)).expect(200).json();
  }

  private Answer post(String body) {
    return plain.post(
        "/v1/moderations",
        body,
        "Authorization",
        "Bearer " + site.caller().key(),
        "Content-Type",
        "application/json");
  }

  private static JsonNode refused(Answer answer, int status, String type) {
    var error = answer.expect(status).json().path("error");
    assertThat(error.fieldNames()).toIterable().containsExactly("message", "type", "param", "code");
    assertThat(error.path("type").asText()).isEqualTo(type);
    assertThat(error.path("message").asText()).isNotBlank();
    assertThat(answer.header("x-request-id")).isPresent();
    return error;
  }
}
