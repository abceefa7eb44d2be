package io.moderato.service;

import static io.moderato.service.AkismetCaller.FORM;
import static io.moderato.service.AkismetCaller.comment;
import static io.moderato.service.AkismetCaller.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.mongodb.client.model.Filters;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Akismet's contract, point by point, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class AkismetTest {
  /** Held by the shipped policy. */
  private static final String DOUBTFUL =
      "More of it: https://a.example.net https://b.example.net https://c.example.net https://d.example.net";

  private final RunningService service;
  private TestSite site;
  private AkismetCaller akismet;

  AkismetTest(RunningService service) {
    this.service = service;
  }

  @BeforeEach
  void newSite() {
    site = service.newSite();
    akismet = AkismetCaller.of(site);
  }

  // 1. Exact bodies, plain text, no newline, HTTP 200

  @Test
  void the_four_words_come_exactly_so() {
    var blog = Map.of("blog", "https://blog.example.org/", "key", akismet.key());

    assertPlain(akismet.call("verify-key", blog), "valid");
    assertPlain(
        nobody().call("verify-key", Map.of("blog", "https://blog.example.org/")), "invalid");
    assertPlain(akismet.check(), "false");
    assertPlain(akismet.check("comment_content", TestSite.SPAM), "true");
    assertPlain(nobody().check(), "invalid");
  }

  @Test
  void reports_are_thanked_for_and_a_switched_off_plug_in_is_told_so() {
    assertPlain(
        akismet.call("submit-spam", comment()), "Thanks for making the web a better place.");
    assertPlain(akismet.call("submit-ham", comment()), "Thanks for making the web a better place.");
    assertPlain(nobody().call("submit-ham", comment()), "invalid");
    assertPlain(akismet.call("deactivate", comment()), "deactivated");
  }

  private static void assertPlain(Answer answer, String body) {
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).contains("text/plain; charset=utf-8");
  }

  // 2. Key in host, body and path; GET of 1.2; HTTP/1.0 and a foreign Host

  @Test
  void the_key_may_stand_in_the_host_name_in_any_case() {
    var body = form(comment());

    for (var key : List.of(akismet.key(), akismet.key().toUpperCase(java.util.Locale.ROOT))) {
      var answer =
          raw("/1.1/comment-check", "HTTP/1.1", key + ".rest.example.net:8080", FORM, body);

      assertThat(answer.body()).isEqualTo("false");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"api_key", "key"})
  void the_key_may_stand_in_the_body(String field) {
    var body = form(comment(field, akismet.key()));

    assertThat(akismet.post("/1.1/comment-check", FORM, utf8(body)).body()).isEqualTo("false");
  }

  @Test
  void the_key_may_stand_in_the_path() {
    var path = "/akismet/" + akismet.key() + "/1.1/comment-check";

    assertThat(akismet.post(path, FORM, utf8(form(comment()))).body()).isEqualTo("false");
    assertThat(akismet
            .post("/akismet/1.1/comment-check", FORM, utf8(form(comment("api_key", akismet.key()))))
            .body())
        .isEqualTo("false");
  }

  @Test
  void two_keys_that_contradict_each_other_are_invalid() {
    var other = AkismetCaller.newKey(site, "submit");
    var body = form(comment("api_key", akismet.key()));

    assertInvalid(
        raw("/1.1/comment-check", "HTTP/1.1", other + ".rest.example.net", FORM, body),
        "Two keys that contradict each other were sent.");
    assertInvalid(
        akismet.post("/akismet/" + other + "/1.1/comment-check", FORM, utf8(body)),
        "Two keys that contradict each other were sent.");
    assertInvalid(akismet.check("key", other), "Two keys that contradict each other were sent.");
  }

  @Test
  void a_host_that_only_looks_like_a_key_is_none() {
    var body = form(comment("api_key", akismet.key()));

    assertThat(raw("/1.1/comment-check", "HTTP/1.1", "moderation01.example.net", FORM, body)
            .body())
        .isEqualTo("false");
  }

  @Test
  void the_calls_of_1_2_are_made_with_GET_or_POST() {
    var query = "?api_key=" + akismet.key();

    assertThat(akismet.get("/1.2/usage-limit" + query).json())
        .isEqualTo(akismet
            .post("/1.2/usage-limit", FORM, utf8("api_key=" + akismet.key()))
            .json());
    assertThat(akismet.get("/1.2/key-sites" + query).status()).isEqualTo(200);
    assertPlain(akismet.get("/1.2/usage-limit?api_key=nobody"), "invalid");
  }

  @Test
  void what_WordPress_sends_is_answered_HTTP_1_0_with_another_s_host() {
    var body = form(comment("api_key", akismet.key()));

    var answer =
        raw("/1.1/comment-check", "HTTP/1.0", "rest.akismet.com", FORM + "; charset=UTF-8", body);

    assertThat(answer.body()).isEqualTo("false");
  }

  // 3. JSON and forms; unknown fields; both styles of arrays; unescaped bodies

  @Test
  void JSON_is_taken_as_a_form_is() {
    var json = JsonNodeFactory.instance.objectNode();
    comment("api_key", akismet.key(), "comment_content", TestSite.SPAM).forEach(json::put);
    json.putArray("comment_context").add("bridges");
    json.put("is_test", true)
        .put("number", 7)
        .putNull("nothing")
        .putObject("deep")
        .put("a", 1);

    assertPlain(
        akismet.post(
            "/1.1/comment-check", "application/json; charset=utf-8", utf8(json.toString())),
        "true");
  }

  @Test
  void Coral_s_report_needs_neither_blog_nor_key_in_its_body() {
    var json = Json.object(
        "user_ip", "", "comment_content", TestSite.SPAM, "permalink", "https://news.example.org/a");

    var answer = raw(
        "/1.1/submit-spam",
        "HTTP/1.1",
        akismet.key() + ".rest.example.net",
        "application/json",
        json.toString());

    assertThat(answer.body()).isEqualTo("Thanks for making the web a better place.");
    assertThat(stored()).hasSize(1);
  }

  @Test
  void unknown_fields_and_arrays_in_any_style_do_no_harm() {
    var body = form(comment("api_key", akismet.key(), "HTTP_X_THING", "1", "POST_ak_bib", "12;3"))
        + "&comment_context[]=a&comment_context%5B%5D=b&comment_context[0]=c&comment_context=d&lonely&=&&x=%";

    assertPlain(akismet.post("/1.1/comment-check", FORM, utf8(body)), "false");
  }

  @Test
  void the_body_of_a_verification_may_be_unescaped() {
    var body = "key=" + akismet.key() + "&blog=http://www.example.com/?a=b";

    assertPlain(akismet.post("/1.1/verify-key", FORM, utf8(body)), "valid");
  }

  @Test
  void a_form_without_a_content_type_is_a_form() {
    var head = "POST /1.1/verify-key HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ";
    var body = "key=" + akismet.key() + "&blog=http://x/";

    assertThat(RawConnection.send(service.port(), head + body.length() + "\r\n\r\n" + body)
            .get(0)
            .body())
        .isEqualTo("valid");
  }

  // 4. No header of failures on a success

  @Test
  void no_success_bears_a_header_that_clients_take_for_a_failure() {
    var successes = List.of(
        akismet.call("verify-key", comment()),
        akismet.check(),
        akismet.check("comment_content", TestSite.SPAM),
        akismet.call("submit-spam", comment()),
        akismet.call("get-subscription", comment()),
        akismet.get("/1.2/usage-limit?api_key=" + akismet.key()));

    assertThat(successes)
        .flatMap(answer -> answer.headers().keySet())
        .noneMatch(header -> header.startsWith("x-akismet-debug")
            || header.startsWith("x-akismet-error")
            || header.startsWith("x-akismet-alert"));
  }

  // 5. Aliases

  @Test
  void a_filled_honeypot_is_seen_under_each_of_its_names() {
    var caught = List.of(
        comment("honeypot_field_name", "trap", "trap", "x"),
        comment("hidden_honeypot_field", "x"),
        comment("POST_ak_hp_textarea", "x"));
    for (var fields : caught) {
      fields.put("comment_content", TestSite.HARMLESS + fields.keySet().hashCode());
      akismet.call("comment-check", fields);
    }
    akismet.check("honeypot_field_name", "trap");
    akismet.check("honeypot_field_name", "trap", "trap", "", "comment_content", "Fine, thank you.");

    assertThat(stored().stream()
            .map(each -> each.get("signals", Document.class).get("form", Document.class))
            .collect(Collectors.groupingBy(
                form -> form.getBoolean("honeypotFilled"), Collectors.counting())))
        .containsOnly(entry(true, 3L), entry(false, 2L));
  }

  @Test
  void Discourse_s_content_type_and_the_right_spelling_of_referrer_are_taken() {
    assertPlain(
        akismet.check(
            "comment_type", null, "content_type", "forum-post", "referer", "https://x.example/"),
        "false");
  }

  // 6. Magic values and tests

  @ParameterizedTest
  @CsvSource({
    "comment_author, akismet-guaranteed-spam",
    "comment_author, viagra-test-123",
    "comment_author_email, akismet-guaranteed-spam@example.com"
  })
  void guaranteed_spam_is_spam_even_from_an_administrator_and_is_not_stored(
      String field, String value) {
    assertPlain(akismet.check(field, value), "true");
    assertPlain(akismet.check(field, value, "user_role", "administrator"), "true");

    assertThat(stored()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"administrator", "editor,administrator", "Administrator", "author, super_admin"})
  void an_administrator_writes_no_spam(String role) {
    assertPlain(akismet.check("comment_content", TestSite.SPAM, "user_role", role), "false");

    assertThat(stored()).isEmpty();
  }

  @Test
  void an_editor_may() {
    assertPlain(akismet.check("comment_content", TestSite.SPAM, "user_role", "editor"), "true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "TRUE"})
  void a_test_is_judged_and_neither_stored_nor_counted_nor_learnt_from(String truth) {
    assertPlain(akismet.check("is_test", truth, "comment_content", TestSite.SPAM), "true");
    assertPlain(
        akismet.call("submit-ham", comment("is_test", truth)),
        "Thanks for making the web a better place.");

    assertThat(stored()).isEmpty();
    assertThat(usage().path("usage").asInt()).isZero();
  }

  @Test
  void a_test_may_ask_for_the_tip_to_discard() {
    var asked =
        akismet.check("comment_author", "viagra-test-123", "is_test", "1", "test_discard", "1");

    assertThat(asked.header("x-akismet-pro-tip")).contains("discard");
    assertThat(akismet
            .check("comment_author", "viagra-test-123", "is_test", "1")
            .header("x-akismet-pro-tip"))
        .isEmpty();
  }

  @Test
  void what_is_no_test_is_counted() {
    akismet.check("is_test", "0");
    akismet.check("comment_content", TestSite.SPAM);
    akismet.call("submit-spam", comment());

    assertThat(usage())
        .isEqualTo(
            Json.object("limit", "none", "usage", 3, "percentage", "0.00", "throttled", false));
  }

  private JsonNode usage() {
    return akismet.get("/1.2/usage-limit?api_key=" + akismet.key()).json();
  }

  // 7. Reports find the earlier check, and train once

  @Test
  void a_report_finds_its_check_by_guid() {
    var guid = akismet.check().header("x-akismet-guid").orElseThrow();

    akismet.call("submit-spam", Map.of("guid", guid, "blog", "https://blog.example.org/"));

    assertThat(decisions()).containsExactly("akismet REJECT {\"SPAM\":true} rejected");
  }

  @Test
  void a_report_finds_its_check_by_blog_page_author_and_text() {
    akismet.check("comment_content", TestSite.SPAM);

    akismet.call(
        "submit-ham",
        comment(
            "comment_content", TestSite.SPAM, "permalink", "http://blog.example.org/bridges#c-4"));

    assertThat(decisions()).containsExactly("akismet APPROVE {\"SPAM\":false} approved");
  }

  @Test
  void the_same_report_again_changes_nothing() {
    akismet.check();
    for (int i = 0; i < 3; i++) {
      akismet.call("submit-spam", comment("reporter", "grace"));
    }

    var document = stored().get(0);

    assertThat(document.getList("humanDecisions", Document.class)).hasSize(1);
    assertThat(document.getInteger("version")).isEqualTo(2);
  }

  @Test
  void what_was_never_checked_is_stored_with_the_person_s_decision() {
    akismet.call("submit-spam", comment("comment_date_gmt", "2024-02-29 12:00:00"));

    assertThat(decisions()).containsExactly("akismet REJECT {\"SPAM\":true} rejected");
    assertThat(stored().get(0).getDate("submittedAt").toInstant())
        .hasToString("2024-02-29T12:00:00Z");
  }

  /** Of each stored comment: door, the person's verdict and labels, and the status. */
  private List<String> decisions() {
    return stored().stream()
        .map(each -> {
          var human = each.getList("humanDecisions", Document.class).get(0);
          return "%s %s %s %s"
              .formatted(
                  each.getString("door"),
                  human.getString("verdict"),
                  human.get("labels", Document.class).toJson().replace(" ", ""),
                  each.getString("status"));
        })
        .toList();
  }

  // What is stored

  @Test
  void a_check_is_a_comment_of_the_post_that_the_permalink_names() {
    var id = akismet.check("user_ID", "7").header("x-akismet-guid").orElseThrow();

    var comment = site.read(id).expect(200).json();

    assertThat(comment.path("post").asText()).isEqualTo("blog.example.org/bridges");
    assertThat(comment.path("door").asText()).isEqualTo("akismet");
    assertThat(comment.path("author").path("id").asText()).isEqualTo("7");
    assertThat(comment.path("author").path("name").asText()).isEqualTo("Ada");
    assertThat(comment.path("text").asText()).isEqualTo(TestSite.HARMLESS);
    assertThat(site.caller()
            .get(site.post("blog.example.org/bridges"))
            .json()
            .path("url")
            .asText())
        .isEqualTo("https://blog.example.org/bridges/");
  }

  @Test
  void the_same_check_again_is_the_same_comment() {
    var first = akismet.check().header("x-akismet-guid");

    assertThat(akismet.check().header("x-akismet-guid")).isEqualTo(first);
    assertThat(stored()).hasSize(1);
  }

  @Test
  void the_same_text_gets_the_same_scores_as_by_the_native_operation() {
    var guid =
        akismet.check("comment_content", DOUBTFUL).header("x-akismet-guid").orElseThrow();
    var own = site.submit("c-1", "p-1", DOUBTFUL).json();

    assertThat(site.read(guid).json().path("scores")).isEqualTo(own.path("scores"));
    assertThat(site.read(guid).json().path("verdict")).isEqualTo(own.path("verdict"));
  }

  @Test
  void
      a_held_comment_is_true_where_nobody_hears_of_a_later_verdict_and_not_yet_where_someone_does() {
    var deaf = akismet.check("comment_content", DOUBTFUL);
    var hearing = akismet.check(
        "comment_content",
        DOUBTFUL,
        "comment_author",
        "Bob",
        "callback",
        "https://blog.example.org/hear");

    assertThat(deaf.header("x-moderation-verdict")).contains("HOLD");
    assertThat(deaf.body()).isEqualTo("true");
    assertThat(deaf.header("x-akismet-pro-tip")).isEmpty();
    assertThat(hearing.body()).isEqualTo("false");
    assertThat(hearing.header("x-akismet-recheck-after")).contains("2592000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example.net/hear",
        "http://blog.example.org/hear",
        "https://blog.example.org.example.net/hear",
        "https://blog.example.org@example.net/",
        "https://user@blog.example.org/",
        "ftp://blog.example.org/",
        "//blog.example.org/",
        "no address at all",
        "https://169.254.169.254/"
      })
  void a_callback_to_another_host_or_in_the_open_is_not_taken(String callback) {
    akismet.check("comment_content", DOUBTFUL, "callback", callback);

    assertThat(stored().get(0).get("callback")).isNull();
  }

  @Test
  void rejected_spam_bears_the_tip_to_discard_and_what_is_ours_stands_under_names_of_ours() {
    var answer = akismet.check("comment_content", TestSite.SPAM);

    assertThat(answer.header("x-akismet-pro-tip")).contains("discard");
    assertThat(answer.header("x-moderation-verdict")).contains("REJECT");
    assertThat(answer.header("x-moderation-rules").orElseThrow()).isNotBlank();
    assertThat(answer.header("x-moderation-versions").orElseThrow()).contains("base@");
  }

  @Test
  void a_class_is_told_to_who_asks() {
    assertThat(akismet
            .check("comment_content", TestSite.SPAM, "classify", "1")
            .header("x-akismet-classification"))
        .contains("spam");
    assertThat(akismet.check("comment_content", TestSite.SPAM).header("x-akismet-classification"))
        .isEmpty();
  }

  @Test
  void a_recheck_judges_an_edited_comment_again() {
    var guid = akismet.check().header("x-akismet-guid").orElseThrow();

    var again =
        akismet.check("guid", guid, "recheck_reason", "edit", "comment_content", TestSite.SPAM);

    assertThat(again.body()).isEqualTo("true");
    assertThat(again.header("x-akismet-guid")).contains(guid);
    assertThat(stored()).hasSize(1);
  }

  @Test
  void a_recheck_does_not_overrule_a_person() {
    var guid =
        akismet.check("comment_content", TestSite.SPAM).header("x-akismet-guid").orElseThrow();
    site.caller()
        .post(site.comment(guid) + "/feedback", Json.object("verdict", "APPROVE"))
        .expect(200);

    assertThat(akismet
            .check("comment_content", TestSite.SPAM, "recheck_reason", "recheck")
            .body())
        .isEqualTo("false");
  }

  // Times and charsets

  @ParameterizedTest
  @CsvSource({
    "2025-03-01T10:00:00Z, 2025-03-01T10:00:00Z",
    "2025-03-01T10:00:00+0200, 2025-03-01T08:00:00Z",
    "2025-03-01T10:00:00.5+02:00, 2025-03-01T08:00:00.500Z",
    "2025-03-01 10:00:00, 2025-03-01T10:00:00Z",
    "1740823200, 2025-03-01T10:00:00Z"
  })
  void times_are_read_in_each_of_the_three_forms(String sent, String read) {
    akismet.check("comment_date_gmt", sent);

    assertThat(stored().get(0).getDate("submittedAt").toInstant()).hasToString(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "99999999999999999999", "9999-12-31T00:00:00Z", "-5", "2025-13-01"
      })
  void a_time_that_says_nothing_is_now(String sent) {
    akismet.check("comment_date_gmt", sent);

    assertThat(stored().get(0).getDate("submittedAt").toInstant())
        .isAfter(java.time.Instant.now().minusSeconds(300));
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-1, ISO-8859-1, application/x-www-form-urlencoded",
    "windows-1251, windows-1251, application/x-www-form-urlencoded; charset=UTF-8",
    "Shift_JIS, Shift_JIS, application/x-www-form-urlencoded",
    "UTF-8, , application/x-www-form-urlencoded",
    "ISO-8859-2, , application/x-www-form-urlencoded; charset=iso-8859-2",
    "UTF-8, no such charset, application/x-www-form-urlencoded; charset=\"utf-8\"",
    "windows-1252, UTF-8, application/x-www-form-urlencoded"
  })
  void a_text_is_decoded_by_the_blog_s_charset_else_the_body_s_else_UTF_8(
      String real, @Nullable String told, String contentType) {
    var text = Map.of(
            "windows-1251",
            "Спасибо за мост",
            "Shift_JIS",
            "橋をありがとう",
            "ISO-8859-2",
            "Děkuji za most")
        .getOrDefault(
            real,
            "Merci, très utile – cœur".replace(real.equals("ISO-8859-1") ? "– cœur" : "\u0000", ""))
        .strip();
    var body = new StringBuilder(
        form(comment("api_key", akismet.key(), "comment_content", null, "blog_charset", told)));
    body.append("&comment_content=");
    for (var octet : text.getBytes(Charset.forName(real))) {
      body.append("%%%02x".formatted(octet & 0xff));
    }

    assertThat(akismet
            .post("/1.1/comment-check", contentType, utf8(body.toString()))
            .status())
        .isEqualTo(200);

    assertThat(stored().get(0).getString("text")).isEqualTo(text);
  }

  // Statistics and subscription

  @Test
  void a_key_s_sites_are_listed_with_counts_as_text() {
    akismet.check();
    akismet.check("comment_content", TestSite.SPAM);
    akismet.check("blog", "https://www.second.example.org/x");
    akismet.call("submit-ham", comment("comment_content", TestSite.SPAM));
    var month = YearMonth.now(ZoneOffset.UTC).toString();

    var json = akismet.get("/1.2/key-sites?api_key=" + akismet.key()).json();
    var filtered = akismet
        .get("/1.2/key-sites?filter=second&order=ham&limit=1&offset=0&extended=true&month=" + month
            + "&api_key=" + akismet.key())
        .json();
    var csv = akismet.get("/1.2/key-sites?format=csv&api_key=" + akismet.key());

    assertThat(json.path(month).get(0))
        .isEqualTo(Json.object(
            "site",
            "blog.example.org",
            "api_calls",
            "3",
            "spam",
            "1",
            "ham",
            "1",
            "missed_spam",
            "0",
            "false_positives",
            "1",
            "is_revoked",
            false));
    assertThat(json.path("limit").asInt()).isEqualTo(500);
    assertThat(json.path("offset").asInt()).isZero();
    assertThat(json.path("total").asInt()).isEqualTo(2);
    assertThat(filtered.path(month)).hasSize(1);
    assertThat(filtered.path("total").asInt()).isEqualTo(1);
    assertThat(csv.header("content-type")).contains("text/csv; charset=utf-8");
    assertThat(csv.body().lines())
        .containsExactly(
            "site,api_calls,spam,ham,missed_spam,false_positives,is_revoked",
            "blog.example.org,3,1,1,0,1,false",
            "second.example.org,1,0,1,0,0,false");
  }

  @ParameterizedTest
  @CsvSource({"/1.1/get-stats", "/1.2/get-key-stats"})
  void statistics_are_counted_by_month(String path) {
    akismet.check();
    akismet.check("comment_content", TestSite.SPAM);
    var body =
        form(Map.of("key", akismet.key(), "blog", "https://blog.example.org/", "from", "6-months"));

    var stats = akismet.post(path, FORM, utf8(body)).json();

    assertThat(stats.path("spam").asInt()).isEqualTo(1);
    assertThat(stats.path("ham").asInt()).isEqualTo(1);
    assertThat(stats.path("accuracy").isNumber()).isTrue();
    assertThat(stats.path("time_saved").isNumber()).isTrue();
    assertThat(stats
            .path("breakdown")
            .path(YearMonth.now(ZoneOffset.UTC).toString())
            .path("spam")
            .asInt())
        .isEqualTo(1);
  }

  @Test
  void the_subscription_is_active() {
    assertThat(akismet.call("get-subscription", comment()).json())
        .isEqualTo(Json.object(
            "account_id",
            site.id(),
            "account_type",
            "moderato",
            "account_name",
            "Site of a test",
            "status",
            "active",
            "next_billing_date",
            false,
            "limit_reached",
            false));
    assertThat(akismet.call("token", Map.of()).body()).isNotBlank();
  }

  // Every error, and bad input

  @Test
  void a_missing_field_is_named_in_the_body_and_for_the_developer() {
    assertMissing(akismet.check("blog", null), "blog");
    assertMissing(akismet.check("blog", ""), "blog");
    assertMissing(akismet.check("user_ip", null), "user_ip");
  }

  private static void assertMissing(Answer answer, String field) {
    assertPlain(answer, "Missing required field: " + field + ".");
    assertThat(answer.header("x-akismet-debug-help")).contains("Empty \"" + field + "\" value");
  }

  @Test
  void an_empty_address_of_the_commenter_and_an_empty_text_are_taken() {
    assertPlain(akismet.check("user_ip", ""), "false");
    assertThat(akismet.check("comment_content", "").body()).isIn("true", "false");
    assertThat(akismet.check("comment_content", null, "permalink", null).body())
        .isIn("true", "false");
  }

  @Test
  void a_verification_without_blog_or_key_is_invalid() {
    assertInvalid(akismet.call("verify-key", Map.of()), "Empty \"blog\" value");
    assertInvalid(
        akismet.post("/1.1/verify-key", FORM, utf8("blog=http://x/")), "Empty \"api_key\" value");
  }

  @Test
  void a_key_is_good_for_its_site_s_blog_alone() {
    var own = service.newSite(Json.object("url", "https://www.only.example.org/"));
    var caller = AkismetCaller.of(own);

    var foreign = caller.check();

    assertInvalid(foreign, "This key is not for this blog.");
    assertThat(foreign.header("x-akismet-alert-code")).contains("10404");
    assertPlain(caller.check("blog", "http://only.example.org"), "false");
    assertThat(service.stored("comments", Filters.eq("site", own.id()))).hasSize(1);
  }

  @Test
  void a_key_without_the_scope_is_invalid() {
    var submitting = new AkismetCaller(service, AkismetCaller.newKey(site, "submit"));
    var reading = new AkismetCaller(service, AkismetCaller.newKey(site, "read"));

    assertPlain(submitting.check(), "false");
    assertInvalid(submitting.call("submit-spam", comment()), "The key lacks the scope 'feedback'.");
    assertInvalid(reading.check(), "The key lacks the scope 'submit'.");
  }

  @Test
  void the_operator_s_key_and_a_revoked_one_are_invalid() {
    var revoked = site.addKey(List.of("submit"));
    site.caller()
        .delete(site.address() + "/keys/" + revoked.path("id").asText())
        .expect(204);

    assertInvalid(
        new AkismetCaller(service, RunningService.OPERATOR_KEY).check(),
        "The key is unknown or revoked.");
    assertInvalid(
        new AkismetCaller(service, revoked.path("key").asText()).check(),
        "The key is unknown or revoked.");
  }

  @Test
  void a_site_never_sees_another_s_comment() {
    var other = service.newSite();
    var guid = AkismetCaller.of(other).check().header("x-akismet-guid").orElseThrow();

    akismet.call("submit-spam", comment("guid", guid));

    assertThat(other.read(guid).json().path("humanDecisions")).isEmpty();
    assertThat(stored()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /1.1/comment-check, 405",
    "PUT, /1.1/verify-key, 405",
    "GET, /1.1/submit-spam, 405",
    "DELETE, /1.2/usage-limit, 405",
    "POST, /1.1/no-such-call, 404",
    "POST, /1.3/comment-check, 404"
  })
  void another_method_or_path_is_refused_and_is_no_verdict(String method, String path, int status) {
    var answer = RawConnection.send(
            service.port(),
            "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                .formatted(method, path))
        .get(0);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isNotIn("true", "false", "valid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "null",
        "\"x\"",
        "{\"a\":",
        "\u0000",
        "{\"comment_content\":\"\\ud800\"}"
      })
  void broken_JSON_gets_400_or_a_word_of_the_contract(String json) {
    var answer = akismet.post("/1.1/comment-check", "application/json", utf8(json));

    assertThat(answer.status()).isIn(200, 400);
    assertThat(answer.body()).isNotIn("true", "false");
    assertThat(answer.header("x-akismet-debug-help")).isPresent();
  }

  @Test
  void a_text_of_64_KiB_is_taken_and_a_longer_one_refused_with_413() {
    var most = "a few words ".repeat(6000).substring(0, 64 * 1024);

    assertThat(akismet.check("comment_content", most).body()).isIn("true", "false");
    assertThat(akismet.check("comment_content", most + "!").status()).isEqualTo(413);
    assertThat(akismet.check("x", "y".repeat(9 * 1024 * 1024)).status()).isEqualTo(413);
  }

  @Test
  void too_many_fields_are_refused_with_400() {
    var many = new HashMap<String, String>();
    for (int i = 0; i < 1100; i++) {
      many.put("field" + i, "");
    }

    assertThat(akismet.call("comment-check", many).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "%00",
        "%",
        "%f",
        "%zz",
        "\ufffe\uffff",
        "\ud83c\udf09",
        "..",
        ".",
        "https://",
        "#",
        "http://x/\n",
        "$where"
      })
  void any_value_in_any_field_is_answered(String hostile) {
    for (var field : comment().keySet()) {
      assertThat(akismet.check(field, hostile).status()).as(field).isEqualTo(200);
    }
    for (var field : Set.of(
        "comment_date_gmt",
        "callback",
        "guid",
        "blog_charset",
        "honeypot_field_name",
        "user_role",
        "is_test")) {
      assertThat(akismet.check(field, hostile).body()).as(field).isIn("true", "false");
    }
  }

  @Test
  void no_key_of_Akismet_s_form_is_shown_again() {
    assertThat(site.caller().get(site.address()).body()).doesNotContain(akismet.key());
  }

  private AkismetCaller nobody() {
    return new AkismetCaller(service, "zzzzzzzzzzzz");
  }

  private static void assertInvalid(Answer answer, String help) {
    assertPlain(answer, "invalid");
    assertThat(answer.header("x-akismet-debug-help")).contains(help);
  }

  private Answer raw(String path, String version, String host, String contentType, String body) {
    return RawConnection.send(
            service.port(),
            "POST %s %s\r\nHost: %s\r\nContent-Type: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(path, version, host, contentType, body.length(), body))
        .get(0);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<Document> stored() {
    return service.stored("comments", Filters.eq("site", site.id()));
  }
}
