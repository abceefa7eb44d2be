package io.moderato.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conformance checklist of Perspective's contract, and each of its errors. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class PerspectiveTest {
  private static final String RUDE = "You are a stupid idiot.";
  private static final String ANALYZE = "/v1alpha1/comments:analyze";
  private static final String SUGGEST = "/v1alpha1/comments:suggestscore";

  private final RunningService service;
  private final Plain plain;
  private final TestSite site;

  PerspectiveTest(RunningService service) {
    this.service = service;
    this.plain = new Plain(service.port());
    this.site = service.newSite();
  }

  // 1. The four paths

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1alpha1/comments:analyze",
        "/v1alpha1/comments%3Aanalyze",
        "/v1alpha1/comments%3aanalyze"
      })
  void the_colon_of_a_method_may_be_escaped(String path) {
    var answer = plain.post(path + key(), request(RUDE)).expect(200);

    assertThat(answer.header("content-type")).contains("application/json; charset=UTF-8");
    assertThat(answer.json().at("/attributeScores/TOXICITY/summaryScore/type").asText())
        .isEqualTo("PROBABILITY");
    assertThat(value(answer.json(), "TOXICITY")).isBetween(0.5, 1.0);
  }

  @Test
  void an_answer_is_indented_unless_that_is_not_wanted() {
    assertThat(plain.post(ANALYZE + key(), request(RUDE)).body()).contains("\n  ");
    assertThat(plain.post(ANALYZE + key() + "&prettyPrint=false", request(RUDE)).body())
        .doesNotContain("\n");
  }

  @Test
  void the_platform_s_own_parameters_are_passed_over() {
    var parameters = "&alt=json&fields=*&quotaUser=a&callback=f&access_token=t&oauth_token=t"
        + "&uploadType=media&upload_protocol=raw&$.xgafv=2";

    plain.post(ANALYZE + key() + parameters, request(RUDE)).expect(200);
  }

  @Test
  void the_description_names_the_address_it_was_asked_at_by_the_proxy_in_front() {
    var target = "/$discovery/rest?version=v1alpha1";

    var direct = plain.get(target).expect(200).json();
    var proxied = plain
        .get(target, "X-Forwarded-Proto", "https", "X-Forwarded-Host", "moderato.example.org")
        .json();

    assertThat(direct.path("rootUrl").asText())
        .isEqualTo("http://127.0.0.1:" + service.port() + "/");
    assertThat(proxied.path("rootUrl").asText()).isEqualTo("https://moderato.example.org/");
    assertThat(direct.at("/resources/comments/methods/analyze/path").asText())
        .isEqualTo("v1alpha1/comments:analyze");
    assertThat(direct.path("batchPath").asText()).isEqualTo("batch");
    plain.get("/%24discovery/rest?version=v1alpha1").expect(200);
    plain.get("/$discovery/rest?version=v2").expect(404);
    refused(plain.get(target, "X-Forwarded-Host", "a b"), 400, "INVALID_ARGUMENT");
  }

  @Test
  void a_batch_answers_each_of_its_parts() {
    var body = part("<b29c5de2 + 1>", "POST " + ANALYZE + key(), request(RUDE).toString())
        + part("<b29c5de2 + 2>", "POST /v1alpha1/comments%3Aanalyze" + key(), "{}")
        + part("<b29c5de2 + 3>", "GET /v1alpha1/other", "")
        + part(
            "<b29c5de2 + 4>",
            "POST " + ANALYZE,
            request("caf\u00e9 \ud83d\ude00").toString())
        + "--b1--";

    var answer = plain.post("/batch", body, "Content-Type", "multipart/mixed; boundary=\"b1\"");

    answer.expect(200);
    assertThat(answer.mediaType()).isEqualTo("multipart/mixed");
    assertThat(answer.body())
        .containsSubsequence(
            "Content-ID: <response-b29c5de2 + 1>",
            "HTTP/1.1 200 OK",
            "attributeScores",
            "Content-ID: <response-b29c5de2 + 2>",
            "HTTP/1.1 400 ",
            "COMMENT_EMPTY",
            "Content-ID: <response-b29c5de2 + 3>",
            "HTTP/1.1 404 ",
            "NOT_FOUND",
            "Content-ID: <response-b29c5de2 + 4>",
            "HTTP/1.1 403 ",
            "PERMISSION_DENIED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--b1--",
        "--b1\r\n\r\n",
        "--b1\r\nContent-Type: application/http\r\n\r\n--b1--",
        "--b1\r\nContent-Type: application/http\r\n\r\nPOST\r\n\r\n{}\r\n--b1--",
        "--b1\r\nContent-Type: application/http\r\n\r\nPOST http://192.0.2.1/ HTTP/1.1\r\n\r\n{}\r\n--b1--",
        "--b1\r\nContent-Type: application/http\r\n\r\nPOST /v1alpha1/comments:analyze HTTP/1.1\r\n\r\n{}\r\n",
        "--b2\r\n\r\nPOST / HTTP/1.1\r\n\r\n{}\r\n--b2--"
      })
  void a_broken_batch_is_refused_whole(String body) {
    var answer = plain.post("/batch" + key(), body, "Content-Type", "multipart/mixed; boundary=b1");

    refused(answer, 400, "INVALID_ARGUMENT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "multipart/mixed", "multipart/form-data; boundary=b1"})
  void a_batch_of_another_form_is_refused(String contentType) {
    var body = part("<a + 1>", "POST " + ANALYZE, "{}") + "--b1--";

    refused(plain.post("/batch", body, "Content-Type", contentType), 400, "INVALID_ARGUMENT");
  }

  @Test
  void other_paths_and_methods_are_not_found_in_the_contract_s_shape() {
    refused(plain.get(ANALYZE + key()), 404, "NOT_FOUND");
    refused(plain.post("/v1alpha1/comments:other" + key(), "{}"), 404, "NOT_FOUND");
  }

  // 2. Offsets and spans

  @Test
  void offsets_are_UTF_16_code_units_and_spans_tile_the_sentences_in_order() {
    var text =
        "Caf\u0065\u0301 \ud83d\udc69\u200d\ud83d\ude80 is fine. You are a stupid idiot! \ud83d\ude00\ud83d\ude00 Thanks.";
    var request = request(text).put("spanAnnotations", true);

    var spans = plain
        .post(ANALYZE + key(), request)
        .expect(200)
        .json()
        .at("/attributeScores/TOXICITY/spanScores");

    assertThat(spans.size()).isGreaterThanOrEqualTo(3);
    int expected = 0;
    for (var span : spans) {
      assertThat(span.path("begin").asInt()).isEqualTo(expected);
      expected = span.path("end").asInt();
    }
    assertThat(expected).isEqualTo(text.length());
    var rudest = Json.stream(spans)
        .max((a, b) ->
            Double.compare(a.at("/score/value").asDouble(), b.at("/score/value").asDouble()))
        .orElseThrow();
    assertThat(text.substring(rudest.path("begin").asInt(), rudest.path("end").asInt()))
        .contains("stupid idiot");
  }

  @Test
  void without_annotations_one_span_covers_the_text_with_the_summary() {
    var text = "You are a stupid idiot. \ud83d\ude00";

    var toxicity =
        plain.post(ANALYZE + key(), request(text)).json().at("/attributeScores/TOXICITY");

    var span = toxicity.path("spanScores").get(0);
    assertThat(toxicity.path("spanScores")).hasSize(1);
    assertThat(span.path("begin").asInt()).isZero();
    assertThat(span.path("end").asInt()).isEqualTo(text.length());
    assertThat(span.path("score")).isEqualTo(toxicity.path("summaryScore"));
  }

  // 3. Every error

  static Stream<Arguments> errors() {
    var half = "{\"comment\":{\"text\":\"a\\ud800b\"},\"requestedAttributes\":{\"TOXICITY\":{}}}";
    return Stream.of(
        arguments("no text", request("").toString(), "COMMENT_EMPTY", "Comment must be non-empty."),
        arguments("no comment", "{}", "COMMENT_EMPTY", "Comment must be non-empty."),
        arguments(
            "a byte too many",
            request("x".repeat(20_481)).toString(),
            "COMMENT_TOO_LONG",
            "Comment text too long."),
        arguments(
            "a byte too many in UTF-8",
            request("\u00e9".repeat(10_240) + "x").toString(),
            "COMMENT_TOO_LONG",
            "Comment text too long."),
        arguments(
            "a requested language",
            languages(request(RUDE), "fi").toString(),
            "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE",
            "Attribute TOXICITY does not support request languages: fi"),
        arguments(
            "a detected language",
            request(
                    "\u042f \u0434\u0443\u043c\u0430\u044e, \u0447\u0442\u043e \u044d\u0442\u043e \u043e\u0447\u0435\u043d\u044c \u0445\u043e\u0440\u043e\u0448\u0430\u044f \u0441\u0442\u0430\u0442\u044c\u044f, \u0441\u043f\u0430\u0441\u0438\u0431\u043e.")
                .toString(),
            "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE",
            "Attribute TOXICITY does not support request languages: ru"),
        arguments(
            "no language",
            request("12345 !!! 678").toString(),
            "LANGUAGE_DETECTION_FAILED",
            "Unable to detect language"),
        arguments(
            "no attributes",
            request("a").set("requestedAttributes", Json.object()).toString(),
            "NO_REQUESTED_ATTRIBUTES",
            "Missing requested_attributes"),
        arguments(
            "no attributes at all",
            "{\"comment\":{\"text\":\"a\"}}",
            "NO_REQUESTED_ATTRIBUTES",
            "Missing requested_attributes"),
        arguments(
            "an unknown attribute",
            asking("NICENESS", "{}"),
            "INVALID_REQUEST",
            "Unknown requested attribute: NICENESS"),
        arguments(
            "an attribute without a model",
            asking("INCOHERENT", "{}"),
            "INVALID_REQUEST",
            "Unknown requested attribute: INCOHERENT"),
        arguments(
            "another attribute without a model",
            asking("LIKELY_TO_REJECT", "{}"),
            "INVALID_REQUEST",
            "Unknown requested attribute: LIKELY_TO_REJECT"),
        arguments(
            "another score type",
            asking("TOXICITY", "{\"scoreType\":\"PERCENTILE\"}"),
            "INVALID_REQUEST",
            "Requested score type PERCENTILE is not supported by attribute TOXICITY"),
        arguments(
            "another score type by number",
            asking("TOXICITY", "{\"score_type\":4}"),
            "INVALID_REQUEST",
            "Requested score type RAW is not supported by attribute TOXICITY"),
        arguments(
            "HTML",
            "{\"comment\":{\"text\":\"a\",\"type\":\"HTML\"}}",
            "INVALID_REQUEST",
            "Only plain text is supported: comment.type must be PLAIN_TEXT"),
        arguments(
            "an unknown text type",
            "{\"comment\":{\"text\":\"a\",\"type\":\"RTF\"}}",
            "INVALID_REQUEST",
            "Unknown comment.type: must be one of TEXT_TYPE_UNSPECIFIED, PLAIN_TEXT, HTML"),
        arguments(
            "both contexts",
            "{\"comment\":{\"text\":\"a\"},\"context\":{\"entries\":[{\"text\":\"b\"}],\"articleAndParentComment\":{\"article\":{\"text\":\"c\"}}}}",
            "INVALID_REQUEST",
            "Both fields were populated: context.entries and context.article_and_parent_comment"),
        arguments("half an object", "{\"comment\":", "", null),
        arguments("nothing", "", "", null),
        arguments("an array", "[]", "", null),
        arguments("a number as text", "{\"comment\":{\"text\":1}}", "", null),
        arguments(
            "a text as flag", "{\"comment\":{\"text\":\"a\"},\"doNotStore\":\"yes\"}", "", null),
        arguments(
            "a text as languages", "{\"comment\":{\"text\":\"a\"},\"languages\":\"en\"}", "", null),
        arguments(
            "a list as attributes",
            "{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":[]}",
            "",
            null),
        arguments("a text as config", asking("TOXICITY", "\"x\""), "", null),
        arguments("half a surrogate pair", half, "", null),
        arguments("nesting without end", "{\"a\":".repeat(10_000), "", null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("errors")
  void a_request_that_the_contract_refuses_gets_its_error(
      String what, String body, String errorType, String message) {
    var answer = plain.post(ANALYZE + key(), body);

    var error = refused(answer, 400, "INVALID_ARGUMENT");
    assertThat(error.at("/details/0/errorType").asText()).isEqualTo(errorType);
    if (message != null) {
      assertThat(error.path("message").asText()).isEqualTo(message);
      assertThat(error.at("/details/0/@type").asText())
          .isEqualTo("type.googleapis.com/google.commentanalyzer.v1alpha1.Error");
    }
  }

  @Test
  void an_unsupported_language_is_named_in_the_detail() {
    var error =
        plain.post(ANALYZE + key(), languages(request(RUDE), "fi", "sv")).json();

    assertThat(error.at("/error/details/0/languageNotSupportedByAttributeError"))
        .isEqualTo(Json.object("requestedLanguages", List.of("fi", "sv"), "attribute", "TOXICITY"));
  }

  @Test
  void a_site_may_have_attributes_left_out_instead() {
    site.caller()
        .patch(site.address(), Json.object("doors", Json.object("leaveOutUnsupported", true)))
        .expect(200);

    var answer =
        plain.post(ANALYZE + key(), languages(request(RUDE), "fi")).expect(200).json();

    assertThat(answer)
        .isEqualTo(Json.object("languages", List.of("fi"), "detectedLanguages", List.of("en")));
  }

  @Test
  void a_wrong_key_does_not_leak_whose_it_might_be() {
    var revoked = site.addKey(List.of("submit"));
    site.caller()
        .delete(site.address() + "/keys/" + revoked.path("id").asText())
        .expect(204);

    var unknown = plain.post(ANALYZE + "?key=mod_unknown", request(RUDE));
    var old = plain.post(ANALYZE + "?key=" + revoked.path("key").asText(), request(RUDE));
    var operator = plain.post(ANALYZE + "?key=" + RunningService.OPERATOR_KEY, request(RUDE));

    var error = refused(unknown, 400, "INVALID_ARGUMENT");
    assertThat(error.at("/details/0/@type").asText())
        .isEqualTo("type.googleapis.com/google.rpc.ErrorInfo");
    assertThat(error.at("/details/0/reason").asText()).isEqualTo("API_KEY_INVALID");
    assertThat(old.body()).isEqualTo(unknown.body());
    assertThat(operator.body()).isEqualTo(unknown.body());
  }

  @Test
  void without_a_key_or_its_scope_permission_is_denied() {
    var reader = site.addKey(List.of("read")).path("key").asText();
    var submitter = site.addKey(List.of("submit")).path("key").asText();

    refused(plain.post(ANALYZE, request(RUDE)), 403, "PERMISSION_DENIED");
    refused(plain.post(ANALYZE + "?key=", request(RUDE)), 403, "PERMISSION_DENIED");
    refused(plain.post(ANALYZE + "?key=" + reader, request(RUDE)), 403, "PERMISSION_DENIED");
    refused(plain.post(SUGGEST + "?key=" + submitter, "{}"), 403, "PERMISSION_DENIED");
  }

  @Test
  void the_key_may_stand_in_a_header() {
    var key = String.valueOf(site.caller().key());

    plain.post(ANALYZE, request(RUDE), "X-Goog-Api-Key", key).expect(200);
    plain.post(ANALYZE, request(RUDE), "Authorization", "Bearer " + key).expect(200);
  }

  @Test
  void a_body_in_another_form_is_refused() throws IOException {
    var json = request("caf\u00e9 " + RUDE).toString();
    var type = "application/json; charset=";

    refused(send(json.getBytes(UTF_16LE)), 400, "INVALID_ARGUMENT");
    refused(send(json.getBytes(ISO_8859_1)), 400, "INVALID_ARGUMENT");
    refused(
        send(json.getBytes(ISO_8859_1), "Content-Type", type + "latin-1"), 400, "INVALID_ARGUMENT");
    refused(send(json.getBytes(UTF_8), "Content-Encoding", "br"), 400, "INVALID_ARGUMENT");
    refused(send(json.getBytes(UTF_8), "Content-Encoding", "gzip"), 400, "INVALID_ARGUMENT");
    refused(send(zipped(new byte[5 << 20]), "Content-Encoding", "gzip"), 400, "INVALID_ARGUMENT");
    refused(send(new byte[(8 << 20) + 1]), 400, "INVALID_ARGUMENT");
    send(json.getBytes(UTF_8), "Content-Type", type + "UTF-8").expect(200);
    send(json.getBytes(UTF_8), "Content-Type", type + "\"utf8\"").expect(200);
    send(zipped(json.getBytes(UTF_8)), "Content-Encoding", "gzip").expect(200);
  }

  @Test
  void HTTP_1_0_and_any_host_are_answered() {
    var body = request(RUDE).toString();
    var answer = RawConnection.send(
        service.port(),
        "POST %s HTTP/1.0\r\nHost: commentanalyzer.googleapis.com\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(ANALYZE + key(), body.length(), body));

    assertThat(answer.toString()).contains("attributeScores");
  }

  // 4. Nothing is kept

  @Test
  void what_must_not_be_stored_is_found_nowhere_in_the_store() {
    var marker = "Zymurgist" + System.nanoTime();
    var analyze = request(marker + ", " + RUDE).put("doNotStore", true).put("clientToken", marker);
    var suggest = suggestion(marker + ", " + RUDE, 1).put("doNotStore", true);

    plain.post(ANALYZE + key(), analyze).expect(200);
    plain.post(SUGGEST + key(), suggest).expect(200);
    plain.post(ANALYZE + key(), analyze.deepCopy().put("spanAnnotations", true)).expect(200);
    plain.post(ANALYZE + key(), languages(analyze.deepCopy(), "fi")).expect(400);

    assertThat(everythingStored()).doesNotContain(marker);
    assertThat(service.anyone().get("/metrics").body()).doesNotContain(marker);
  }

  // 5. Thresholds, versions, languages, names

  @Test
  void a_score_below_its_threshold_is_left_out() {
    var request = Json.object(
        "comment",
        Json.object("text", TestSite.HARMLESS),
        "requestedAttributes",
        Json.parse("{\"TOXICITY\":{\"scoreThreshold\":0.9},\"SPAM\":{\"scoreThreshold\":0}}"));

    var answer = plain.post(ANALYZE + key(), request).expect(200).json();

    assertThat(answer.path("attributeScores").has("TOXICITY")).isFalse();
    assertThat(answer.path("attributeScores").has("SPAM")).isTrue();
  }

  @Test
  void names_are_echoed_as_they_were_asked_for() {
    var request = request(RUDE);
    request.set(
        "requestedAttributes", Json.parse("{\"TOXICITY@6\":{},\"PROFANITY\":{},\"INSULT@2\":{}}"));

    var answer = plain.post(ANALYZE + key(), request).expect(200).json();

    assertThat(answer.path("attributeScores").fieldNames())
        .toIterable()
        .containsExactly("TOXICITY@6", "PROFANITY", "INSULT@2");
  }

  @Test
  void languages_may_be_absent_empty_in_capitals_or_several() {
    var detected = plain
        .post(ANALYZE + key(), request(RUDE + " What do you think of that?"))
        .json();
    var empty = plain
        .post(ANALYZE + key(), languages(request(RUDE + " Why do you do that?")))
        .json();
    var capitals = plain.post(ANALYZE + key(), languages(request(RUDE), "EN")).json();
    var several =
        plain.post(ANALYZE + key(), languages(request(RUDE), "de", "en-GB")).json();

    assertThat(detected.path("languages")).isEqualTo(Json.parse("[\"en\"]"));
    assertThat(detected.path("detectedLanguages")).isEqualTo(Json.parse("[\"en\"]"));
    assertThat(empty.path("languages")).isEqualTo(Json.parse("[\"en\"]"));
    assertThat(capitals.path("languages")).isEqualTo(Json.parse("[\"EN\"]"));
    assertThat(several.path("languages")).isEqualTo(Json.parse("[\"de\",\"en-GB\"]"));
  }

  @Test
  void fields_go_by_their_snake_case_names_too_and_unknown_ones_are_passed_over() {
    var answer = plain.post(
        ANALYZE + key(),
        "{\"comment\":{\"text\":\"%s\",\"type\":1},\"requested_attributes\":{\"TOXICITY\":{\"score_type\":\"PROBABILITY\"}},\"client_token\":\"t-1\",\"session_id\":\"s\",\"community_id\":null,\"unheardOf\":[1],\"context\":{\"entries\":[{\"text\":\"The article.\"}]}}"
            .formatted(RUDE));

    assertThat(answer.expect(200).json().path("clientToken").asText()).isEqualTo("t-1");
  }

  // Suggested scores

  @Test
  void a_suggested_score_is_kept_as_the_site_s_feedback_and_a_later_one_replaces_it() {
    var request = Json.parse(
        "{\"comment\":{\"text\":\"%s\"},\"context\":{\"entries\":[{\"text\":\"{\\\"url\\\":\\\"https://news.example.org/1\\\",\\\"Coral_comment_id\\\":\\\"c-9\\\"}\"}]},\"attributeScores\":{\"TOXICITY\":{\"summaryScore\":{\"value\":0}},\"LIKELY_TO_REJECT\":{\"spanScores\":[{\"begin\":0,\"end\":3,\"score\":{\"value\":0.25}},{\"begin\":4,\"end\":9,\"score\":{\"value\":1}}]}},\"communityId\":\"Coral:https://news.example.org\",\"clientToken\":\"comment:c-9\",\"languages\":[\"en\"]}"
            .formatted(RUDE));
    var later = ((ObjectNode) request.deepCopy())
        .set("attributeScores", Json.parse("{\"TOXICITY\":{\"summaryScore\":{\"value\":1}}}"));

    var answer = plain.post(SUGGEST + key(), request).expect(200).json();
    plain.post(SUGGEST + key(), request).expect(200);
    plain.post(SUGGEST + key(), later).expect(200);

    assertThat(answer)
        .isEqualTo(Json.object(
            "clientToken", "comment:c-9",
            "detectedLanguages", List.of("en"),
            "requestedLanguages", List.of("en")));
    var kept = service.stored("suggestions", new Document("site", site.id()));
    assertThat(kept).hasSize(1);
    assertThat(kept.get(0).getString("text")).isEqualTo(RUDE);
    assertThat(kept.get(0).get("labels")).isEqualTo(new Document("TOXIC", 1.0));
    assertThat(kept.get(0).get("others")).isEqualTo(new Document("LIKELY_TO_REJECT", 1.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{\"TOXICITY\":{}}",
        "{\"NICENESS\":{\"summaryScore\":{\"value\":1}}}",
        "{\"TOXICITY\":{\"summaryScore\":{}}}",
        "{\"TOXICITY\":{\"summaryScore\":{\"value\":null}}}",
        "{\"TOXICITY\":{\"summaryScore\":{\"value\":1.5}}}",
        "{\"TOXICITY\":{\"summaryScore\":{\"value\":-1}}}",
        "{\"TOXICITY\":{\"summaryScore\":{\"value\":\"1\"}}}",
        "{\"TOXICITY\":{\"spanScores\":[{\"begin\":0,\"score\":{\"value\":1}}]}}",
        "{\"TOXICITY\":{\"spanScores\":[{\"end\":3,\"score\":{\"value\":1}}]}}",
        "{\"TOXICITY\":{\"spanScores\":[{\"begin\":3,\"end\":3,\"score\":{\"value\":1}}]}}",
        "{\"TOXICITY\":{\"spanScores\":[{\"begin\":0,\"end\":999,\"score\":{\"value\":1}}]}}",
        "{\"TOXICITY\":{\"spanScores\":[{\"begin\":0,\"end\":3}]}}"
      })
  void a_suggestion_that_is_not_whole_is_refused_and_not_kept(String scores) {
    var request = suggestion(RUDE, 1).set("attributeScores", Json.parse(scores));

    refused(plain.post(SUGGEST + key(), request), 400, "INVALID_ARGUMENT");

    assertThat(service.stored("suggestions", new Document("site", site.id()))).isEmpty();
  }

  // What platforms send, as the contract tells it

  @Test
  void Coral_reads_the_one_score_it_asked_for() {
    var request = Json.parse(
        "{\"comment\":{\"text\":\"%s\"},\"doNotStore\":true,\"languages\":[\"en\"],\"requestedAttributes\":{\"TOXICITY\":{}}}"
            .formatted(RUDE));

    var answer = plain.post(ANALYZE + key(), request).expect(200).json();

    assertThat(answer.at("/attributeScores/TOXICITY/summaryScore/value").isNumber())
        .isTrue();
  }

  @Test
  void OSMOD_gets_spans_of_a_comment_in_its_context() {
    var request = Json.parse(
        "{\"comment\":{\"text\":\"%s Bye now.\",\"type\":\"PLAIN_TEXT\"},\"context\":{\"entries\":[{\"text\":\"The article\",\"type\":\"PLAIN_TEXT\"},{\"text\":\"The parent\"}]},\"requestedAttributes\":{\"INSULT\":{},\"SPAM\":{}},\"spanAnnotations\":true,\"clientToken\":\"17\",\"languages\":[\"en\"]}"
            .formatted(RUDE));

    var answer = plain.post(ANALYZE + key(), request).expect(200).json();

    assertThat(answer.at("/attributeScores/INSULT/spanScores")).hasSize(2);
    assertThat(answer.path("clientToken").asText()).isEqualTo("17");
  }

  @Test
  void capabilities_name_the_attributes_without_a_model() {
    var doors = service.anyone().get("/v1/capabilities").expect(200).json().path("doors");

    assertThat(doors.at("/perspective/covered").toString())
        .contains(
            "\"TOXICITY\"",
            "\"SEVERE_TOXICITY\"",
            "\"SPAM\"",
            "\"THREAT\"",
            "\"SEXUALLY_EXPLICIT\"");
    assertThat(doors.at("/perspective/notCovered").toString())
        .contains("\"INCOHERENT\"", "\"LIKELY_TO_REJECT\"");
  }

  private String everythingStored() {
    var everything = new StringBuilder();
    Stream.of("sites", "posts", "comments", "suggestions", "operator")
        .forEach(name -> service
            .stored(name, new Document())
            .forEach(document -> everything.append(document.toJson())));
    return everything.toString();
  }

  private Answer send(byte[] body, String... headers) {
    return plain.send("POST", ANALYZE + key(), body, headers);
  }

  private String key() {
    return "?key=" + site.caller().key();
  }

  private static JsonNode refused(Answer answer, int code, String status) {
    var error = answer.expect(code).json().path("error");
    assertThat(answer.header("content-type")).contains("application/json; charset=UTF-8");
    assertThat(error.path("code").asInt()).isEqualTo(code);
    assertThat(error.path("status").asText()).isEqualTo(status);
    assertThat(error.path("message").asText()).isNotBlank();
    return error;
  }

  private static ObjectNode request(String text) {
    return Json.object(
        "comment",
        Json.object("text", text),
        "requestedAttributes",
        Json.object("TOXICITY", Json.object()));
  }

  private static String asking(String attribute, String config) {
    return "{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"%s\":%s}}"
        .formatted(attribute, config);
  }

  private static ObjectNode languages(ObjectNode request, String... languages) {
    return request.set("languages", Json.MAPPER.valueToTree(languages));
  }

  private static ObjectNode suggestion(String text, double value) {
    return Json.object(
        "comment",
        Json.object("text", text),
        "attributeScores",
        Json.object("TOXICITY", Json.object("summaryScore", Json.object("value", value))));
  }

  private static String part(String id, String request, String body) {
    return "--b1\r\nContent-Type: application/http\r\nContent-ID: %s\r\n\r\n%s HTTP/1.1\r\nContent-Type: application/json\r\n\r\n%s\r\n"
        .formatted(id, request, body);
  }

  private static double value(JsonNode answer, String attribute) {
    return answer.at("/attributeScores/" + attribute + "/summaryScore/value").asDouble();
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }
}
