package io.moderato.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.service.BrokenBodies.BrokenBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, it gets the problem that says so, and nothing is stored. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
@TestInstance(Lifecycle.PER_CLASS)
class BadInputTest {
  private static final int MAX_TEXT = 64 * 1024;
  private static final int MAX_BODY = 8 * 1024 * 1024;
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final RunningService service;
  private final TestSite site;
  private Map<String, String> storedBefore = Map.of();

  BadInputTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @BeforeAll
  void store_something_to_spoil() {
    site.submit("c-1", "p-1", TestSite.HARMLESS).expect(201);
    site.submit("c-2", "p-1", "Another one.").expect(201);
    site.submit("c-1b", "p-2", TestSite.HARMLESS).expect(201);
    site.submit("c-2b", "p-2", "Another one.").expect(201);
    storedBefore = service.everythingOf(site.id());
  }

  @AfterEach
  void nothing_was_stored() {
    var storedNow = service.everythingOf(site.id());
    var expected = storedBefore;
    storedBefore = storedNow; // so that one failure does not make all the others
    assertThat(storedNow).isEqualTo(expected);
  }

  // Bodies that can't be read

  static Stream<Arguments> unreadable_bodies() {
    var comment = TestSite.submission("x", "p-1", "TEXT").toString();
    var deep = 10_000;
    return Stream.of(
        body("nothing", ""),
        body("white space", " \n\t "),
        body("half an object", "{\"post\":"),
        body("half a word", "nul"),
        body("single quotes", comment.replace('"', '\'')),
        body("something behind it", comment + " {}"),
        body("a comma too many", "{\"text\":\"a\",}"),
        body("a comment", "// hello\n" + comment),
        body("NaN", "{\"text\":NaN}"),
        body("a leading zero", "{\"text\":01}"),
        body("a number of 2,000 digits", "{\"text\":" + "1".repeat(2000) + "}"),
        body("a doubled field", "{\"text\":\"a\",\"text\":\"b\"}"),
        body("a doubled field, once escaped", "{\"text\":\"a\",\"te\\u0078t\":\"b\"}"),
        body("a raw line break in a text", comment.replace("TEXT", "a\nb")),
        body("a raw NUL in a text", comment.replace("TEXT", "a\0b")),
        body("NUL behind it", comment + "\0"),
        body("a bad escape", comment.replace("TEXT", "\\x41")),
        body("half a unicode escape", comment.replace("TEXT", "\\u12")),
        body("a field name of 100,000 characters", "{\"" + "n".repeat(100_000) + "\":1}"),
        body("deeply nested arrays", "[".repeat(deep) + "]".repeat(deep)),
        body("arrays that never end", "[".repeat(deep)),
        body("deeply nested objects", "{\"a\":".repeat(deep) + "1" + "}".repeat(deep)),
        body(
            "a deeply nested text",
            comment.replace("\"TEXT\"", "[".repeat(deep) + "]".repeat(deep))),
        body(
            "a deeply nested unknown field",
            comment.replace(
                "{\"id\"", "{\"x\":" + "[".repeat(deep) + "]".repeat(deep) + ",\"id\"")),
        body("a byte order mark", "\ufeff" + comment),
        bytes("UTF-16 little endian", comment, UTF_16LE),
        bytes("UTF-16 big endian", comment, UTF_16BE),
        bytes("UTF-16 with a mark", "\ufeff" + comment, UTF_16LE),
        bytes("UTF-32", comment, Charset.forName("UTF-32")),
        bytes("Latin-1", comment.replace("TEXT", "caf\u00e9"), ISO_8859_1),
        bytes("an overlong NUL", comment.replace("TEXT", "\u00c0\u0080"), ISO_8859_1),
        bytes("an encoded surrogate", comment.replace("TEXT", "\u00ed\u00a0\u0080"), ISO_8859_1),
        bytes("beyond Unicode", comment.replace("TEXT", "\u00f5\u0080\u0080\u0080"), ISO_8859_1),
        bytes("half a character", comment.replace("TEXT\"}", "\u00c3"), ISO_8859_1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable_bodies")
  void a_body_that_can_not_be_read_is_malformed(String what, byte[] body) {
    var answer = send("POST", site.comments(), Caller.JSON, body);

    answer.expectProblem(400, "malformed-body");
    assertThat(answer.places()).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "true", "1", "\"text\"", "[]", "[[]]", "1e400", "-0", "1e-999999999"})
  void a_body_of_another_JSON_type_breaks_the_contract(String body) {
    for (var target : List.of(site.comments(), site.address() + "/keys")) {
      var answer = send("POST", target, Caller.JSON, body.getBytes(UTF_8));

      answer.expectProblem(400, "invalid-request");
      assertThat(answer.places()).containsExactly("");
    }
  }

  static Stream<Arguments> wrong_media_types() {
    return Stream.of(
        arguments("", null),
        arguments("text/plain", null),
        arguments("application/xml", null),
        arguments("application/x-ndjson", null),
        arguments("application/jsonp", null),
        arguments("*/*", null),
        arguments(";", null),
        arguments("application/x-www-form-urlencoded", null),
        arguments("multipart/form-data", null),
        arguments("multipart/form-data; boundary=x", null),
        arguments("application/json; charset=latin-1", null),
        arguments("application/json; charset=iso-8859-1", null),
        arguments("application/json;charset=\"UTF-16\"", null),
        arguments("application/json; version=1; charset=latin-1", null),
        arguments("application/json", "gzip"),
        arguments("application/json", "deflate"),
        arguments("application/json", "br"),
        arguments("application/json", "identity, gzip"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("wrong_media_types")
  void a_body_in_another_form_is_not_read(String mediaType, @Nullable String encoding)
      throws IOException {
    var json = TestSite.submission("x", "p-1", "Hello.").toString().getBytes(UTF_8);
    var target = site.comments();
    var request = site.caller()
        .request(target)
        .POST(BodyPublishers.ofByteArray("gzip".equals(encoding) ? zipped(json) : json));
    if (!mediaType.isEmpty()) {
      request.header("Content-Type", mediaType);
    }
    if (encoding != null) {
      request.header("Content-Encoding", encoding);
    }

    var answer = site.caller().send("POST", target, request);

    answer.expectProblem(415, "unsupported-media-type");
  }

  // Bodies that break the contract

  List<BrokenBody> broken_bodies() {
    return service.contract().operations().stream()
        .filter(operation -> operation.requestContent().has(Caller.JSON))
        .flatMap(operation -> BrokenBodies.of(service.contract(), operation).stream())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken_bodies")
  void every_place_that_breaks_the_contract_is_pointed_at(BrokenBody broken) {
    var operation = broken.operation();
    var target = operation
        .path
        .replace("{site}", site.id())
        .replace("{moderator}", "nobody-yet")
        .replace("{comment}", "c-1")
        .replace("{list}", "words")
        .replace("{webhook}", "0123456789ab")
        .replace("{delivery}", "0123456789abcdef01234567")
        .replace("{post}", "p-1")
        .replace("{act}", "0123456789abcdef01234567")
        .replace("{author}", "id:a")
        .replace("{account}", "moderator:ben")
        .replace("{campaign}", "c-1")
        .replace("{batch}", "0123456789abcdef01234567");
    var caller = operation.security().has("operatorKey") ? service.operator() : site.caller();

    var answer =
        caller.send(operation.method, target, Caller.JSON, broken.body().toString());

    answer.expectProblem(400, "invalid-request");
    assertThat(answer.places()).contains(broken.pointer());
  }

  static Stream<Arguments> texts_that_are_too_long() {
    return Stream.of(
        arguments("one byte too many", "x".repeat(MAX_TEXT + 1)),
        arguments("two bytes each", "\u00e9".repeat(MAX_TEXT / 2) + "x"),
        arguments("three bytes each", "\u20ac".repeat(MAX_TEXT / 3 + 1)),
        arguments("four bytes each", "\ud83d\ude00".repeat(MAX_TEXT / 4) + "x"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts_that_are_too_long")
  void a_text_over_64_KiB_is_too_large_wherever_it_stands(String what, String text) {
    var comment = TestSite.submission("x", "p-1", text);
    var fine = TestSite.submission("y", "p-1", "Fine.");

    var submitted = site.submit(comment);
    var inBatch = site.caller().post(site.comments() + ":batch", array(fine, comment));
    var edited = site.caller().put(site.comment("c-1"), Json.object("text", text));
    var classified = site.caller().post("/v1/classify", Json.object("text", text));

    assertThat(submitted.expectProblem(413, "too-large").places()).containsExactly("/text");
    assertThat(inBatch.expectProblem(413, "too-large").places()).containsExactly("/1/text");
    assertThat(edited.expectProblem(413, "too-large").places()).containsExactly("/text");
    assertThat(classified.expectProblem(413, "too-large").places()).containsExactly("/text");
  }

  @Test
  void half_a_surrogate_pair_is_refused_in_every_text() {
    var half = "a\ud800b";
    var fields = Map.of(
        "/text", Json.object("text", half),
        "/id", Json.object("id", half),
        "/parentId", Json.object("parentId", half),
        "/honeypot", Json.object("honeypot", half),
        "/post/title", Json.object("post", Json.object("id", "p-1", "title", half)),
        "/post/body", Json.object("post", Json.object("id", "p-1", "body", half)),
        "/post/id", Json.object("post", Json.object("id", half)),
        "/author/name", Json.object("author", Json.object("name", half)),
        "/author/ip", Json.object("author", Json.object("ip", half)));

    fields.forEach((pointer, change) -> {
      var body = TestSite.submission("x", "p-1", "Hello.").setAll(change);
      var json = body.toString().replace("\ud800", "\\ud800");

      var answer = site.caller().send("POST", site.comments(), Caller.JSON, json);

      answer.expectProblem(400, "invalid-request");
      assertThat(answer.places()).containsExactly(pointer);
    });
  }

  @Test
  void half_a_surrogate_pair_in_an_unknown_field_s_name_does_no_harm() {
    var answer = site.caller()
        .send("POST", site.comments(), Caller.JSON, "{\"\\ud800\":1,\"post\":{},\"text\":\"a\"}");

    answer.expectProblem(400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "2026-02-30T10:00:00Z",
        "2026-11-22",
        "2026-11-22T10:00:00",
        "2026-11-22T24:00:00Z",
        "2026-11-22T10:00:60Z",
        "2026-11-22T10:00:00+25:00",
        "2026-11-22 10:00",
        "1764000000",
        ""
      })
  void a_time_out_of_range_or_shape_is_refused(String time) {
    var comment = TestSite.submission("x", "p-1", "Hello.").put("submittedAt", time);
    var fine = TestSite.submission("y", "p-1", "Fine.");

    var alone = site.submit(comment);
    var inBatch = site.caller().post(site.comments() + ":batch", array(fine, comment));

    assertThat(alone.expectProblem(400, "invalid-request").places())
        .containsExactly("/submittedAt");
    assertThat(inBatch.expectProblem(400, "invalid-request").places())
        .containsExactly("/1/submittedAt");
  }

  @Test
  void a_time_more_than_a_day_ahead_is_refused() {
    var ahead = Instant.now().plusSeconds(25 * 60 * 60).toString();

    var answer = site.submit(TestSite.submission("x", "p-1", "Hello.").put("submittedAt", ahead));

    assertThat(answer.expectProblem(400, "invalid-request").places())
        .containsExactly("/submittedAt");
  }

  @Test
  void an_answer_to_a_comment_of_another_post_is_refused() {
    var answer = site.submit(TestSite.submission("x", "p-1", "Hello.").put("parentId", "c-1b"));

    assertThat(answer.expectProblem(400, "invalid-request").places()).containsExactly("/parentId");
  }

  // Batches

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "{\"comments\":[]}"})
  void a_batch_is_an_array_of_at_least_one(String body) {
    var answer = send("POST", site.comments() + ":batch", Caller.JSON, body.getBytes(UTF_8));

    assertThat(answer.expectProblem(400, "invalid-request").places()).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/x-ndjson"})
  void a_batch_of_1001_is_refused_whole(String mediaType) {
    var lines =
        Stream.generate(() -> TestSite.submission("x", "p-1", "a").toString()).limit(1001);
    var json = mediaType.equals(Caller.JSON);
    var body =
        lines.collect(Collectors.joining(json ? "," : "\n", json ? "[" : "", json ? "]" : ""));

    var answer = send("POST", site.comments() + ":batch", mediaType, body.getBytes(UTF_8));

    assertThat(answer.expectProblem(400, "invalid-request").places()).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"post\":", "null x", "[[[[", "\ufeff{}"})
  void a_line_of_NDJSON_that_can_not_be_read_is_pointed_at(String line) {
    var fine = TestSite.submission("x", "p-1", "Fine.").toString();
    var body = String.join("\n", fine, fine, line, fine);

    for (var target : List.of(site.comments() + ":batch", "/v1/classify")) {
      var answer = send("POST", target, Caller.NDJSON, body.getBytes(UTF_8));

      assertThat(answer.expectProblem(400, "malformed-body").places()).containsExactly("/2");
    }
  }

  @Test
  void a_line_of_NDJSON_that_breaks_the_contract_is_pointed_at() {
    var fine = TestSite.submission("x", "p-1", "Fine.").toString();
    var body = fine + "\r\n\r\n" + "{\"post\":{\"id\":\"p-1\"}}\r\n";

    var answer = send("POST", site.comments() + ":batch", Caller.NDJSON, body.getBytes(UTF_8));

    assertThat(answer.expectProblem(400, "invalid-request").places()).containsExactly("/1/text");
  }

  @Test
  void NDJSON_without_a_line_is_refused() {
    var answer = send("POST", site.comments() + ":batch", Caller.NDJSON, "\n\n".getBytes(UTF_8));

    answer.expectProblem(400, "invalid-request");
  }

  // Bodies over the limit

  @Test
  void a_body_over_the_limit_is_too_large() {
    var answer = send("POST", site.comments(), Caller.JSON, filler(MAX_BODY + 1));

    answer.expectProblem(413, "too-large");
  }

  @Test
  void a_body_over_the_limit_is_too_large_when_its_length_is_not_told() {
    var target = site.comments();
    var request = site.caller()
        .request(target)
        .header("Content-Type", Caller.JSON)
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(filler(MAX_BODY + 1))));

    var answer = site.caller().send("POST", target, request);

    answer.expectProblem(413, "too-large");
  }

  @Test
  void a_body_whose_told_length_is_over_the_limit_is_not_waited_for() {
    var request = head("POST", site.comments()) + "Content-Type: application/json\r\n"
        + "Content-Length: %d\r\n\r\n{".formatted(Long.MAX_VALUE);

    var answer = one(RawConnection.sendForOne(service.port(), request), "POST", site.comments());

    answer.expectProblem(413, "too-large");
  }

  @Test
  void a_body_at_the_limit_is_read() {
    var comments = Json.MAPPER.createArrayNode();
    for (int i = 0; i < 900; i++) {
      comments.add(Json.object("text", "x".repeat(9000)));
    }

    var answer = site.caller().post("/v1/classify", comments);

    assertThat(answer.expect(200).json()).hasSize(900);
  }

  // Addresses, queries and headers

  static Stream<Arguments> bad_queries() {
    return Stream.of(
        arguments("view=other", "view"),
        arguments("view=FLAT", "view"),
        arguments("view=", "view"),
        arguments("view=flat&view=flat", "view"),
        arguments("view=flat&view=threaded", "view"),
        arguments("limit=0", "limit"),
        arguments("limit=201", "limit"),
        arguments("limit=-1", "limit"),
        arguments("limit=1.5", "limit"),
        arguments("limit=%2B5", "limit"),
        arguments("limit=1e1", "limit"),
        arguments("limit=0x10", "limit"),
        arguments("limit=%D9%A5", "limit"),
        arguments("limit=", "limit"),
        arguments("limit=99999999999999999999", "limit"),
        arguments("limit=4294967297", "limit"),
        arguments("limit=5&limit=6", "limit"),
        arguments("cursor=", "cursor"),
        arguments("cursor=garbage", "cursor"),
        arguments("cursor=%00", "cursor"),
        arguments("cursor=" + "A".repeat(4001), "cursor"),
        arguments("cursor=" + base64("FLAT\np-1\nNaN\nc-1"), "cursor"),
        arguments("cursor=" + base64("FLAT\np-1\n1"), "cursor"),
        arguments("cursor=" + base64("FLAT\np-1\n1\n"), "cursor"),
        arguments("cursor=" + base64("SIDEWAYS\np-1\n1\nc-1"), "cursor"),
        arguments("page=2", "page"),
        arguments("Limit=2", "Limit"),
        arguments("limit=2&offset=1", "offset"),
        arguments("%00=1", "\0"),
        arguments("=1", "1"));
  }

  @ParameterizedTest
  @MethodSource("bad_queries")
  void a_query_that_breaks_the_contract_is_refused_by_its_parameter(
      String query, String parameter) {
    var target = site.post("p-1") + "/comments?" + query;

    var answer = site.caller().get(target);

    answer.expectProblem(400, "invalid-request");
    assertThat(answer.places()).containsExactly(parameter);
  }

  @Test
  void a_query_is_refused_where_none_is_declared() {
    var caller = site.caller();
    var comment = TestSite.submission("x", "p-1", "Hello.");

    var read = caller.get(site.comment("c-1") + "?full=true");
    var submitted = caller.post(site.comments() + "?test=true", comment);
    var withdrawn = caller.delete(site.comment("c-1") + "?force");

    assertThat(read.expectProblem(400, "invalid-request").places()).containsExactly("full");
    assertThat(submitted.expectProblem(400, "invalid-request").places()).containsExactly("test");
    assertThat(withdrawn.expectProblem(400, "invalid-request").places()).containsExactly("force");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=%zz", "limit=%", "limit=%f", "%", "limit=1&%zz=1"})
  void a_query_with_a_broken_escape_is_refused(String query) {
    var target = site.post("p-1") + "/comments?" + query;

    var answer =
        one(RawConnection.send(service.port(), head("GET", target) + "\r\n"), "GET", target);

    answer.expectProblem(400, "invalid-request");
  }

  @Test
  void a_cursor_is_good_for_its_own_post_and_view_alone() {
    var list = site.post("p-1") + "/comments?limit=1";
    var flat = site.caller().get(list).expect(200).json().path("next").asText();
    var threaded = site.caller()
        .get(list + "&view=threaded")
        .expect(200)
        .json()
        .path("next")
        .asText();

    var ofOtherView = site.caller().get(list + "&view=threaded&cursor=" + flat);
    var ofOtherViewToo = site.caller().get(list + "&cursor=" + threaded);
    var ofOtherPost = site.caller().get(site.post("p-2") + "/comments?limit=1&cursor=" + flat);

    for (var answer : List.of(ofOtherView, ofOtherViewToo, ofOtherPost)) {
      assertThat(answer.expectProblem(400, "invalid-request").places()).containsExactly("cursor");
    }
  }

  static Stream<Arguments> bad_paths() {
    return Stream.of(
        arguments("/v1/sites/{site}/comments/%zz", 400),
        arguments("/v1/sites/{site}/comments/%", 400),
        arguments("/v1/sites/{site}/comments/%f", 400),
        arguments("/v1/sites/{site}/comments/%c3", 400),
        arguments("/v1/sites/{site}/comments/%ff%fe", 400),
        arguments("/v1/sites/{site}/comments/%ed%a0%80", 400),
        arguments("/v1/sites/{site}/comments/%00", 400),
        arguments("/v1/sites/{site}/comments/a%0ab", 400),
        arguments("/v1/sites/{site}/comments/a%7fb", 400),
        arguments("/v1/sites/{site}/comments/" + "x".repeat(257), 400),
        arguments("/v1/sites/{site}/comments/" + "%F0%9F%98%80".repeat(257), 400),
        arguments("/v1/sites/{site}/comments/", 404),
        arguments("/v1/sites/{site}/comments/a/b", 404),
        arguments("/v1/sites/{site}/comments/%2e%2e", 404),
        arguments("/v1/sites/{site}/comments/c-1/../nothing", 404),
        arguments("/v1/sites/{site}/", 404),
        arguments("/v1/sites//comments/c-1", 404),
        arguments("/v1/sites/{site}%00/comments/c-1", 404),
        arguments("/v1/sites/%2e%2e/comments/c-1", 404),
        arguments("/v1/sites/..%2f..%2fetc/comments/c-1", 404),
        arguments("/v1/sites/SITE/comments/c-1", 404),
        arguments("/V1/sites/{site}", 404),
        arguments("/../../../../etc/passwd", 404),
        arguments("/static/../version.properties", 404),
        arguments("/static/..%2fversion.properties", 404),
        arguments("/static/%2e%2e/version.properties", 404),
        arguments("/static/..\\version.properties", 404),
        arguments("/static/", 404),
        arguments("/docs/problems/..%2f..%2fversion.properties", 400),
        arguments("/docs/problems/none", 404),
        arguments("/docs/problems/UPPER", 400),
        arguments("/favicon.ico", 404),
        arguments("*", 404),
        arguments("no-slash", 404),
        arguments("http://evil.example/v1/nothing", 404));
  }

  @ParameterizedTest
  @MethodSource("bad_paths")
  void an_address_that_leads_nowhere_is_answered_with_a_problem(String path, int status) {
    var target = path.replace("{site}", site.id());

    var answer = one(RawConnection.send(service.port(), head("GET", target) + "\r\n"), "GET", path);

    answer.expectProblem(status, status == 400 ? "invalid-request" : "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PATCH", "TRACE", "OPTIONS", "BREW", "get", "PROPFIND"})
  void a_method_that_the_path_does_not_know_is_refused(String method) {
    var answer = one(
        RawConnection.send(service.port(), head(method, "/v1/classify") + "\r\n"),
        method,
        "/v1/classify");

    answer.expectProblem(405, "method-not-allowed");
    assertThat(answer.header("Allow")).contains("POST");
  }

  @Test
  void an_address_over_16_KiB_is_too_long() {
    var target = "/v1/sites/" + "x".repeat(17 * 1024);

    var answer = one(RawConnection.send(service.port(), head("GET", target) + "\r\n"), "GET", "/x");

    answer.expectProblem(414, "address-too-long");
  }

  @Test
  void headers_over_16_KiB_are_too_large() {
    var request = head("GET", site.address()) + "X-Long: " + "x".repeat(17 * 1024) + "\r\n\r\n";

    var answer = one(RawConnection.send(service.port(), request), "GET", "/x");

    answer.expectProblem(431, "headers-too-large");
  }

  static Stream<Arguments> bad_idempotency_keys() {
    return Stream.of(
        arguments("Idempotency-Key: " + "k".repeat(256) + "\r\n"),
        arguments("Idempotency-Key: \r\n"),
        arguments("Idempotency-Key: a\r\nIdempotency-Key: b\r\n"));
  }

  @ParameterizedTest
  @MethodSource("bad_idempotency_keys")
  void an_Idempotency_Key_that_is_empty_too_long_or_doubled_is_refused(String header) {
    var body = Json.object("post", Json.object("id", "p-1"), "text", "Hello.").toString();
    var request = head("POST", site.comments()) + header + "Content-Type: application/json\r\n"
        + "Content-Length: " + body.length() + "\r\n\r\n" + body;

    var answer = one(RawConnection.send(service.port(), request), "POST", site.comments());

    answer.expectProblem(400, "invalid-request");
    assertThat(answer.places()).containsExactly("Idempotency-Key");
  }

  // What is no HTTP, or more than one thing at once

  static Stream<Arguments> smuggling() {
    var chunks = "\r\n\r\nSIZE\r\nBODY\r\n0\r\n\r\n";
    return Stream.of(
        arguments("two lengths", "Content-Length: LENGTH\r\nContent-Length: 5\r\n\r\nBODY"),
        arguments("two lengths in one", "Content-Length: LENGTH, 5\r\n\r\nBODY"),
        arguments(
            "a length, chunks", "Content-Length: LENGTH\r\nTransfer-Encoding: chunked" + chunks),
        arguments(
            "chunks, a length", "Transfer-Encoding: chunked\r\nContent-Length: LENGTH" + chunks),
        arguments("a signed length", "Content-Length: +LENGTH\r\n\r\nBODY"),
        arguments("a negative length", "Content-Length: -LENGTH\r\n\r\nBODY"),
        arguments("a length that is no number", "Content-Length: LENGTHx\r\n\r\nBODY"),
        arguments("a hexadecimal length", "Content-Length: 0xSIZE\r\n\r\nBODY"),
        arguments("an empty length", "Content-Length: \r\n\r\nBODY"),
        arguments("a coding that is not known", "Transfer-Encoding: xchunked" + chunks),
        arguments("one coding more", "Transfer-Encoding: chunked, identity" + chunks),
        arguments("one coding before", "Transfer-Encoding: gzip, chunked" + chunks),
        arguments(
            "chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked" + chunks),
        arguments("a space before the colon", "Content-Length : LENGTH\r\n\r\nBODY"),
        arguments("a NUL in a header", "X-A: a\0b\r\nContent-Length: LENGTH\r\n\r\nBODY"),
        arguments(
            "a lone carriage return", "X-A: a\rX-B: b\r\nContent-Length: LENGTH\r\n\r\nBODY"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("smuggling")
  void a_request_that_two_readers_could_read_in_two_ways_is_refused(String what, String rest) {
    var body = TestSite.submission("smuggled", "p-1", "Hello.").toString();
    var framed = rest.replace("LENGTH", Integer.toString(body.length()))
        .replace("SIZE", Integer.toHexString(body.length()))
        .replace("BODY", body);
    var hidden = head("DELETE", site.comment("c-1")) + "\r\n";
    var request = head("POST", site.comments()).replace("Connection: close\r\n", "")
        + "Content-Type: application/json\r\n" + framed + hidden;

    var answers = RawConnection.send(service.port(), request);

    one(answers, "POST", site.comments()).expectProblem(400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET\r\n\r\n",
        "GET /health/live\r\n\r\n",
        "GET /health/live HTTP\r\n\r\n",
        "\u0000\u0001\u0002\u0003\r\n\r\n",
        "GET /health/live HTTP/1.1 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /health/live HTTP/1.1\r\n\r\n",
        "SSH-2.0-OpenSSH_9.6\r\n\r\n"
      })
  void what_is_no_HTTP_is_answered_with_a_problem(String request) {
    var answers = RawConnection.send(service.port(), request);

    one(answers, "GET", "/x").expectProblem(400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz", "-5", "", "ffffffffffffffff"})
  void a_body_whose_chunks_can_not_be_read_ends_the_connection(String size) {
    var request = head("POST", site.comments()).replace("Connection: close\r\n", "")
        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        + size + "\r\nhello\r\n0\r\n\r\n" + head("DELETE", site.comment("c-1")) + "\r\n";

    var answers = RawConnection.send(service.port(), request);

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(400));
  }

  @Test
  void an_HTTP_version_of_the_future_is_refused_by_the_server_itself() {
    var answers =
        RawConnection.send(service.port(), "GET /health/live HTTP/9.9\r\nHost: a\r\n\r\n");

    assertThat(answers).hasSize(1);
    assertThat(answers.get(0).status()).isEqualTo(501);
  }

  private static Arguments body(String what, String body) {
    return arguments(what, body.getBytes(UTF_8));
  }

  private static Arguments bytes(String what, String body, Charset charset) {
    return arguments(what, body.getBytes(charset));
  }

  private Answer send(String method, String target, String contentType, byte[] body) {
    var request = site.caller()
        .request(target)
        .header("Content-Type", contentType)
        .method(method, BodyPublishers.ofByteArray(body));
    return site.caller().send(method, target, request);
  }

  /** Of a request that asks for the connection to be closed; without the empty line that ends it. */
  private String head(String method, String target) {
    return "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\nX-Number: %d\r\n"
        .formatted(method, target, site.caller().key(), NUMBERS.incrementAndGet());
  }

  /** The only answer, held against the contract. */
  private Answer one(List<Answer> answers, String method, String target) {
    assertThat(answers).hasSize(1);
    return site.caller().checked(method, target, answers.get(0));
  }

  private static JsonNode array(JsonNode... items) {
    return Json.MAPPER.createArrayNode().addAll(List.of(items));
  }

  private static byte[] filler(int length) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) ' ');
    return bytes;
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(zipped)) {
      zip.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
