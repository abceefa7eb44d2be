package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class SubmitCommentTest {
  private final RunningService service;
  private final TestSite site;

  SubmitCommentTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @Test
  void a_harmless_comment_is_approved_and_shown_under_its_post() {
    var answer = site.submit("c-1", "p-1", TestSite.HARMLESS);

    var decided = answer.expect(201).json();
    assertThat(decided.path("verdict").asText()).isEqualTo("APPROVE");
    assertThat(decided.path("status").asText()).isEqualTo("approved");
    assertThat(decided.path("version").asInt()).isEqualTo(1);
    assertThat(decided.path("reasons")).isEmpty();
    assertThat(shown("p-1")).containsExactly("c-1");
  }

  @Test
  void spam_is_kept_from_its_post_with_a_reason_and_the_words_that_speak_for_it() {
    var answer = site.submit("c-1", "p-1", TestSite.SPAM);

    var decided = answer.expect(201).json();
    assertThat(decided.path("verdict").asText()).isIn("HOLD", "REJECT");
    assertThat(decided.path("reasons")).isNotEmpty();
    assertThat(decided.path("evidence")).isNotEmpty();
    assertThat(decided.path("evidence"))
        .allSatisfy(span -> assertThat(span.path("text").asText())
            .isEqualTo(TestSite.SPAM.substring(
                span.path("begin").asInt(), span.path("end").asInt())));
    assertThat(site.caller().get(site.post("p-1") + "/comments").json().path("comments"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://followers.example/now, REJECT",
    "http://bridges.example/about, HOLD",
    "https://www.bridges.example/, HOLD"
  })
  void what_only_points_at_the_site_itself_is_never_rejected_as_spam(String link, String verdict) {
    var text = "FREE followers!!! Earn $500 from home, visit my channel " + link;
    var submission = TestSite.submission("c-1", "p-1", text);
    submission.withObject("/post").put("url", "http://bridges.example/2012/paint");

    var decided = site.submit(submission).expect(201).json();

    assertThat(decided.path("scores").path("SPAM").asDouble()).isGreaterThan(0.97);
    assertThat(decided.path("verdict").asText()).isEqualTo(verdict);
  }

  @Test
  void what_is_sent_in_full_is_read_back_in_full() {
    var submission = TestSite.submission("c-1", "p-1", "Which paint keeps the rust away longest?");
    submission.put("format", "markdown");
    submission.put("submittedAt", "2026-01-02T03:04:05.678+01:00");
    submission.set(
        "author",
        Json.object(
            "id",
            "u-7",
            "name",
            "Ada",
            "email",
            "ada@example.org",
            "url",
            "https://example.org/",
            "ip",
            "192.0.2.7",
            "userAgent",
            "Mozilla/5.0"));
    submission.set(
        "post",
        Json.object("id", "p-1", "url", "https://example.org/p-1", "title", "T", "body", "B"));

    site.submit(submission).expect(201);

    var read = site.read("c-1").expect(200).json();
    assertThat(read.path("author")).isEqualTo(submission.path("author"));
    assertThat(read.path("text")).isEqualTo(submission.path("text"));
    assertThat(read.path("format").asText()).isEqualTo("markdown");
    assertThat(read.path("submittedAt").asText()).isEqualTo("2026-01-02T02:04:05.678Z");
    var post = (ObjectNode) site.caller().get(site.post("p-1")).expect(200).json();
    assertThat((Object) post.without(List.of("updatedAt", "site")))
        .isEqualTo(submission.path("post"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "a b",
        "a+b",
        "%41",
        "a?b#c",
        "a;b=c",
        "a:b",
        "..a",
        "...",
        "a\\b",
        "\u00fc\u00df",
        "\ud83d\ude00",
        "\"'<>&",
        "$set",
        "a.b",
        "~0",
        "null",
        "\u2028",
        "e\u0301"
      })
  void any_id_without_control_characters_can_be_read_where_Location_says(String id) {
    var created = site.submit(id, "post " + id, TestSite.HARMLESS).expect(201);

    var read =
        site.caller().get(created.header("Location").orElseThrow()).expect(200).json();
    assertThat(read.path("id").asText()).isEqualTo(id);
    assertThat(shown("post " + id)).containsExactly(id);
  }

  @Test
  void the_longest_ids_can_be_paged_through() {
    var longest = "\ud83d\ude00".repeat(255);
    site.submit(longest + "a", longest, TestSite.HARMLESS).expect(201);
    site.submit(longest + "b", longest, TestSite.HARMLESS).expect(201);

    for (var view : List.of("flat", "threaded")) {
      var list = site.post(longest) + "/comments?limit=1&view=" + view;
      var first = site.caller().get(list).expect(200).json();
      var second = site.caller()
          .get(list + "&cursor=" + first.path("next").asText())
          .expect(200)
          .json();

      assertThat(second.path("comments")).hasSize(1);
      assertThat(second.path("next").isNull()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tab\tand\nbreak",
        "NUL \u0000 inside",
        "\u001b[31mred",
        "\u202eright to left",
        "\ufeff",
        "\u0007"
      })
  void characters_that_can_not_be_seen_are_kept_as_they_are(String text) {
    var id = "c-" + text.hashCode();

    site.submit(id, "p-1", text).expect(201);

    assertThat(site.read(id).json().path("text").asText()).isEqualTo(text);
  }

  @Test
  void a_text_of_just_64_KiB_is_taken() {
    var text = "word ".repeat(13_107) + "x";

    site.submit("c-1", "p-1", text).expect(201);

    assertThat(site.read("c-1").json().path("text").asText()).isEqualTo(text);
  }

  @Test
  void a_comment_without_an_id_gets_one_that_sorts_by_time() {
    var submission = Json.object("post", Json.object("id", "p-1"), "text", TestSite.HARMLESS);

    var first = site.submit(submission).expect(201).json().path("id").asText();
    var second = site.submit(submission).expect(201).json().path("id").asText();

    assertThat(List.of(first, second)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void a_test_is_judged_and_answered_but_not_stored() {
    var before = service.everythingOf(site.id());

    var answer = site.submit(TestSite.submission("c-1", "p-1", TestSite.SPAM).put("test", true));

    assertThat(answer.expect(200).json().path("verdict").asText()).isIn("HOLD", "REJECT");
    assertThat(service.everythingOf(site.id())).isEqualTo(before);
  }

  @Test
  void a_filled_honeypot_is_rejected() {
    var answer =
        site.submit(TestSite.submission("c-1", "p-1", TestSite.HARMLESS).put("honeypot", "x"));

    var decided = answer.expect(201).json();
    assertThat(decided.path("verdict").asText()).isEqualTo("REJECT");
    assertThat(decided.at("/reasons/0/rule").asText()).isEqualTo("honeypot-filled");
  }

  @Test
  void nulls_stand_for_what_is_not_told() {
    var submission = TestSite.submission("c-1", "p-1", TestSite.HARMLESS);
    submission.putNull("parentId").putNull("author").putNull("honeypot");
    submission.set(
        "post", Json.object("id", "p-1").putNull("title").putNull("url").putNull("body"));

    var answer = site.submit(submission);

    answer.expect(201);
  }

  @Test
  void what_a_comment_does_not_tell_of_its_post_stays() {
    site.caller()
        .put(site.post("p-1"), Json.object("title", "Told", "body", "Before"))
        .expect(200);
    var submission = TestSite.submission("c-1", "p-1", TestSite.HARMLESS);
    submission.set("post", Json.object("id", "p-1", "body", "After"));

    site.submit(submission).expect(201);

    var post = site.caller().get(site.post("p-1")).expect(200).json();
    assertThat(post.path("title").asText()).isEqualTo("Told");
    assertThat(post.path("body").asText()).isEqualTo("After");
  }

  @Test
  void two_sites_may_use_the_same_ids() {
    var other = service.newSite();
    site.submit("c-1", "p-1", "On the one site.").expect(201);

    other.submit("c-1", "p-1", "On the other site.").expect(201);

    assertThat(site.read("c-1").json().path("text").asText()).isEqualTo("On the one site.");
    assertThat(other.read("c-1").json().path("text").asText()).isEqualTo("On the other site.");
  }

  @Test
  void a_client_that_would_rather_speak_HTTP_2_is_served() throws Exception {
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    var address = URI.create(site.caller().service() + site.comments());

    for (var id : List.of("upgraded", "second")) {
      var request = HttpRequest.newBuilder(address)
          .header("Authorization", "Bearer " + site.caller().key())
          .header("Content-Type", Caller.JSON)
          .POST(BodyPublishers.ofString(
              TestSite.submission(id, "p-1", TestSite.HARMLESS).toString()))
          .build();

      var answer = client.send(request, BodyHandlers.ofString());

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    }
  }

  @Test
  void a_client_that_asks_before_it_sends_the_body_is_told_to_go_on_or_not() {
    var submission = TestSite.submission("asked", "p-1", TestSite.HARMLESS).toString();
    var request = site.caller()
        .request(site.comments())
        .expectContinue(true)
        .header("Content-Type", Caller.JSON)
        .POST(BodyPublishers.ofString(submission));
    var head = "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n"
        .formatted(site.comments());

    var taken = site.caller().send("POST", site.comments(), request);
    var refused = RawConnection.sendForOne(service.port(), head);

    taken.expect(201);
    assertThat(refused).hasSize(1);
    assertThat(refused.get(0).status()).isEqualTo(401);
  }

  // What a site keeps

  @Test
  void a_site_that_keeps_no_addresses_and_e_mails_keeps_none() {
    var discreet = service.newSite(
        Json.object("privacy", Json.object("storeAuthorIp", false, "storeAuthorEmail", false)));
    var submission = TestSite.submission("c-1", "p-1", TestSite.HARMLESS);
    submission.set(
        "author", Json.object("name", "Ada", "email", "ada@example.org", "ip", "192.0.2.7"));

    discreet.submit(submission).expect(201);
    discreet
        .caller()
        .put(discreet.comment("c-1"), Json.object("text", "Edited."))
        .expect(200);

    assertThat(discreet.read("c-1").json().path("author").path("name").asText()).isEqualTo("Ada");
    assertThat(service.everythingOf(discreet.id()).toString())
        .contains("Ada")
        .doesNotContain("ada@example.org", "192.0.2.7");
  }

  @Test
  void addresses_are_shown_to_the_site_but_not_under_the_post() {
    var submission = TestSite.submission("c-1", "p-1", TestSite.HARMLESS);
    submission.set(
        "author", Json.object("name", "Ada", "email", "ada@example.org", "ip", "192.0.2.7"));

    site.submit(submission).expect(201);

    var shown = site.caller().get(site.post("p-1") + "/comments").expect(200).body();
    assertThat(site.read("c-1").body()).contains("ada@example.org", "192.0.2.7");
    assertThat(shown).contains("Ada").doesNotContain("ada@example.org", "192.0.2.7");
  }

  @Test
  void what_is_rejected_or_withdrawn_expires_where_the_site_wants_it_so() {
    var tidy = service.newSite(Json.object("retentionDays", 30));
    tidy.submit(TestSite.submission("rejected", "p-1", "Hello.").put("honeypot", "x"))
        .expect(201);
    tidy.submit("approved", "p-1", TestSite.HARMLESS).expect(201);
    tidy.submit("withdrawn", "p-1", TestSite.HARMLESS).expect(201);
    tidy.caller().delete(tidy.comment("withdrawn")).expect(204);

    var expiring = service.stored("comments", new Document("site", tidy.id())).stream()
        .filter(document -> document.getDate("expiresAt") != null)
        .toList();

    assertThat(expiring)
        .extracting(document -> document.getString("comment"))
        .containsExactlyInAnyOrder("rejected", "withdrawn");
    assertThat(expiring)
        .allSatisfy(document -> assertThat(document.getDate("expiresAt").toInstant())
            .isAfter(Instant.now().plusSeconds(29 * 86_400L))
            .isBefore(Instant.now().plusSeconds(31 * 86_400L)));
  }

  private List<String> shown(String post) {
    return Json.stream(
            site.caller().get(site.post(post) + "/comments").expect(200).json().path("comments"))
        .map(comment -> comment.path("id").asText())
        .toList();
  }
}
