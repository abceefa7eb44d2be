package io.moderato.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coral's external moderation phase, replayed as its contract tells it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class CoralTest {
  static final String SECRET = "corsec_00112233445566778899aabbccddeeff";
  private static final String NEXT = "corsec_ffeeddccbbaa99887766554433221100";

  private final RunningService service;
  private final Plain plain;
  private final TestSite site;

  CoralTest(RunningService service) {
    this.service = service;
    this.plain = new Plain(service.port());
    this.site = service.newSite(Json.object("doors", Json.object("coralSecrets", List.of(SECRET))));
  }

  @Test
  void of_a_harmless_comment_there_is_no_opinion_and_it_is_kept() {
    var answer = signed(comment("<p>Thanks, this cleared up a lot for me.</p>"));

    assertThat(answer.expect(200).json()).isEqualTo(Json.object());
    var kept = service.stored("comments", new Document("site", site.id()));
    assertThat(kept).hasSize(1);
    assertThat(kept.get(0).getString("post")).isEqualTo("story-1");
    assertThat(kept.get(0).toJson()).contains("author-7");
  }

  @Test
  void a_rude_comment_is_withheld_or_rejected_and_flagged() {
    var answer = signed(comment("<p>You are a stupid idiot.</p>")).expect(200).json();

    assertThat(answer.path("status").asText()).isIn("SYSTEM_WITHHELD", "REJECTED");
    assertThat(answer.path("actions").findValuesAsText("reason"))
        .contains("COMMENT_DETECTED_TOXIC");
    assertThat(answer.path("actions").findValuesAsText("actionType")).containsOnly("FLAG");
  }

  @Test
  void spam_is_rejected_with_its_reason_in_Coral_s_words() {
    var answer = signed(comment(TestSite.SPAM)).expect(200).json();

    assertThat(answer.path("actions").findValuesAsText("reason")).contains("COMMENT_DETECTED_SPAM");
    if (answer.path("status").asText().equals("REJECTED")) {
      assertThat(answer.at("/moderationAction/status").asText()).isEqualTo("REJECTED");
      assertThat(answer.at("/moderationAction/rejectionReason/code").asText()).isEqualTo("SPAM");
      assertThat(
              answer.at("/moderationAction/rejectionReason/detailedExplanation").asText())
          .isNotBlank();
    }
  }

  @Test
  void the_same_request_again_is_a_repeat() {
    var comment = comment("<p>You are a stupid idiot.</p>");

    var first = signed(comment).expect(200).json();
    var second = signed(comment).expect(200).json();

    assertThat(second).isEqualTo(first);
    assertThat(service.stored("comments", new Document("site", site.id()))).hasSize(1);
  }

  @Test
  void a_comment_that_bears_an_id_is_kept_under_it() {
    var comment = comment("<p>Fine.</p>");
    ((ObjectNode) comment.path("comment")).put("id", "c-77");

    signed(comment).expect(200);

    site.read("c-77").expect(200);
  }

  @Test
  void while_a_secret_is_replaced_either_signature_is_enough() {
    var body = comment("<p>Fine.</p>").toPrettyString();
    var both = signature(NEXT, body) + "," + signature(SECRET, body);

    send(body, both).expect(200);
    send(body, signature(NEXT, body)).expect(401);
    site.caller()
        .patch(
            site.address(),
            Json.object("doors", Json.object("coralSecrets", List.of(SECRET, NEXT))))
        .expect(200);
    send(body, signature(NEXT, body)).expect(200);
    site.caller()
        .patch(site.address(), Json.object("doors", Json.object("coralSecrets", List.of(NEXT))))
        .expect(200);
    send(body, signature(SECRET, body)).expect(401);
    send(body, both).expect(200);
  }

  @Test
  void a_signature_that_is_missing_or_wrong_is_refused_as_is_a_site_that_there_is_not() {
    var body = comment("<p>Fine.</p>").toPrettyString();
    var good = signature(SECRET, body);

    var missing = plain.post("/coral/" + site.id(), body);
    var wrong = send(body, good.replace(good.charAt(20), good.charAt(20) == 'a' ? 'b' : 'a'));
    var changed = send(body + " ", good);
    var bare = send(body, good.substring("sha256=".length()));
    var elsewhere = plain.post("/coral/" + service.newSite().id(), body, "X-Coral-Signature", good);
    var nowhere = plain.post("/coral/no-such-site", body, "X-Coral-Signature", good);
    var noId = plain.post("/coral/NO%20SITE", body, "X-Coral-Signature", good);

    for (var answer : List.of(missing, wrong, changed, bare, elsewhere, nowhere, noId)) {
      answer.expectProblem(401, "unauthorized");
      assertThat(answer.body()).isEqualTo(missing.body());
    }
    assertThat(service.stored("comments", new Document("site", site.id()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"comment\":",
        "{\"comment\":{\"body\":1},\"story\":{\"id\":\"s\"}}",
        "{\"comment\":{\"body\":\"a\"}}",
        "{\"comment\":{\"body\":\"a\"},\"story\":{\"id\":\"\"}}",
        "{\"comment\":{\"body\":\"a\",\"parentID\":7},\"story\":{\"id\":\"s\"}}",
        "{\"comment\":{\"body\":\"a\\ud800\"},\"story\":{\"id\":\"s\"}}",
        "{\"comment\":{\"body\":\"a\"},\"story\":{\"id\":\"s\"},\"author\":{\"id\":{}}}"
      })
  void a_signed_body_that_can_not_be_read_is_a_problem(String body) {
    send(body, signature(SECRET, body)).expect(400);
  }

  @Test
  void a_text_that_is_too_long_is_too_large() {
    signed(comment("x".repeat(70_000))).expectProblem(413, "too-large");
  }

  @Test
  void the_secrets_are_never_shown() {
    var shown = site.caller().get(site.address()).expect(200);

    assertThat(shown.body()).doesNotContain("corsec_");
    assertThat(shown.json().at("/doors/coralSecrets").asInt()).isEqualTo(1);
  }

  static ObjectNode comment(String body) {
    return Json.object(
        "action", "NEW",
        "comment", Json.object("body", body).putNull("parentID"),
        "author", Json.object("id", "author-7", "role", "COMMENTER"),
        "story", Json.object("id", "story-1", "url", "https://news.example.org/story-1"),
        "site", Json.object("id", "coral-site-1"),
        "tenantID", "tenant-1",
        "tenantDomain", "coral.example.org");
  }

  private Answer signed(ObjectNode comment) {
    var body = comment.toPrettyString();
    return send(body, signature(SECRET, body));
  }

  private Answer send(String body, String signature) {
    var answer = plain.post("/coral/" + site.id(), body, "X-Coral-Signature", signature);
    for (int i = 0;
        i < 20 && answer.status() == 503;
        i++) { // on a slow machine; a repeat is harmless
      answer = plain.post("/coral/" + site.id(), body, "X-Coral-Signature", signature);
    }
    return answer;
  }

  static String signature(String secret, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
