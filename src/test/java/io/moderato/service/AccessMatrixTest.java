package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moderato.service.PublishedContract.Declared;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation x every kind of key x own, foreign and absent objects; what is right follows from the contract's {@code security}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class AccessMatrixTest {
  private static final JsonNode ENTRIES = Json.object("entries", List.of("c d"));
  private static final List<String> SCOPES =
      List.of("submit", "read", "feedback", "review", "admin");
  private static final String PASSWORD = "four words in a row";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  /** How each operation is asked for something that exists in a site; a new operation needs a row here. */
  private static final Map<String, Row> ROWS = rows();

  private final PublishedContract contract;
  private final TestSite own;
  private final TestSite foreign;
  private final List<Credential> credentials;

  AccessMatrixTest(RunningService service) {
    this.contract = service.contract();
    this.own = service.newSite();
    this.foreign = service.newSite();
    this.credentials = credentials(own);
  }

  /** @param body null for none */
  private record Request(String target, @Nullable JsonNode body) {}

  /**
   * @param request makes what is needed in the site, and asks for it there
   * @param createsAbsent whether the operation creates what does not exist
   */
  private record Row(Function<TestSite, Request> request, boolean createsAbsent) {}

  private enum Kind {
    INVALID,
    SITE,
    OPERATOR
  }

  /** @param header null for none */
  private record Credential(String name, @Nullable String header, Kind kind, List<String> scopes) {}

  private enum Whose {
    OWN,
    FOREIGN,
    ABSENT
  }

  private static JsonNode policy() {
    return Json.parse("""
        {"name": "matrix", "rules": [
          {"name": "links", "sentence": "Links.", "when": "links.count > 3", "verdict": "HOLD"}]}
        """);
  }

  private static Map<String, Row> rows() {
    var rows = new HashMap<String, Row>();
    rows.put(
        "createSite",
        row(site ->
            new Request("/v1/sites", Json.object("id", "matrix-" + number(), "name", "Matrix"))));
    rows.put("getSite", row(site -> new Request(site.address(), null)));
    rows.put(
        "updateSite", row(site -> new Request(site.address(), Json.object("name", "Renamed"))));
    rows.put(
        "createKey",
        row(site -> new Request(site.address() + "/keys", Json.object("scopes", List.of("read")))));
    rows.put(
        "revokeKey",
        row(site -> new Request(
            site.address() + "/keys/" + site.addKey(List.of("read")).path("id").asText(), null)));
    rows.put("submitComment", row(site -> new Request(site.comments(), comment("m-" + number()))));
    rows.put(
        "submitComments",
        row(site -> new Request(
            site.comments() + ":batch",
            Json.MAPPER.createArrayNode().add(comment("m-" + number())))));
    rows.put("getComment", row(site -> new Request(stored(site), null)));
    rows.put("editComment", row(site -> new Request(stored(site), Json.object("text", "Edited."))));
    rows.put("withdrawComment", row(site -> new Request(stored(site), null)));
    reviewRows(rows);
    rows.put(
        "createWebhook",
        row(site -> new Request(webhooks(site), Json.object("url", "https://hooks.example.org/"))));
    rows.put("listWebhooks", row(site -> new Request(webhooks(site), null)));
    rows.put(
        "updateWebhook", row(site -> new Request(webhook(site), Json.object("enabled", true))));
    rows.put("deleteWebhook", row(site -> new Request(webhook(site), null)));
    rows.put("rotateWebhookSecret", row(site -> new Request(webhook(site) + "/secrets", null)));
    rows.put("testWebhook", row(site -> new Request(webhook(site) + "/test", null)));
    rows.put("listDeliveries", row(site -> new Request(webhook(site) + "/deliveries", null)));
    rows.put("redeliver", row(site -> new Request(delivery(site) + "/redeliver", null)));
    rows.put(
        "redeliverAll", row(site -> new Request(webhook(site) + "/deliveries:redeliver", null)));
    rows.put("getPost", row(site -> new Request(commentedPost(site), null)));
    rows.put(
        "giveFeedback",
        row(site -> new Request(stored(site) + "/feedback", Json.object("verdict", "REJECT"))));
    rows.put("undoFeedback", row(site -> new Request(corrected(site) + "/feedback", null)));
    rows.put(
        "putPost",
        new Row(site -> new Request(commentedPost(site), Json.object("title", "Title")), true));
    rows.put("listComments", row(site -> new Request(commentedPost(site) + "/comments", null)));
    rows.put("listWordLists", row(site -> new Request(site.address() + "/lists", null)));
    rows.put("getWordList", row(site -> new Request(ownList(site), null)));
    rows.put(
        "putWordList",
        new Row(site -> new Request(ownList(site), Json.object("entries", List.of("a b"))), true));
    rows.put("deleteWordList", row(site -> new Request(ownList(site), null)));
    rows.put("addListEntries", row(site -> new Request(ownList(site) + "/entries", ENTRIES)));
    rows.put(
        "removeListEntries", row(site -> new Request(ownList(site) + "/entries:remove", ENTRIES)));
    rows.put("listSharedWordLists", row(site -> new Request("/v1/lists", null)));
    rows.put("getSharedWordList", row(site -> new Request(sharedList(site), null)));
    rows.put(
        "putSharedWordList",
        row(site -> new Request(sharedList(site), Json.object("entries", List.of("a b")))));
    rows.put("deleteSharedWordList", row(site -> new Request(sharedList(site), null)));
    rows.put(
        "addSharedListEntries", row(site -> new Request(sharedList(site) + "/entries", ENTRIES)));
    rows.put(
        "removeSharedListEntries",
        row(site -> new Request(sharedList(site) + "/entries:remove", ENTRIES)));
    rows.put(
        "replayPolicy",
        row(site -> new Request(site.address() + "/policy/replay", Json.object("last", 5))));
    rows.put("getShadow", row(site -> new Request(site.address() + "/policy/shadow", null)));
    rows.put(
        "putShadow",
        row(site ->
            new Request(site.address() + "/policy/shadow", Json.object("version", "default@1"))));
    rows.put("endShadow", row(site -> new Request(site.address() + "/policy/shadow", null)));
    rows.put("replayDecision", row(site -> new Request(stored(site) + "/decision/replay", null)));
    rows.put(
        "importHistory",
        row(site -> new Request(
            site.address() + "/history",
            Json.MAPPER
                .createArrayNode()
                .add(comment("m-" + number())
                    .put("kind", "comment")
                    .put("submittedAt", "2012-03-04T05:06:07Z")))));
    rows.put("exportSite", row(site -> new Request(site.address() + "/export", null)));
    rows.put("classify", row(site -> new Request("/v1/classify", Json.object("text", "Hello."))));
    rows.put("listPresets", row(site -> new Request("/v1/policies", null)));
    rows.put("getPolicy", row(site -> new Request(site.policy(), null)));
    rows.put("putPolicy", row(site -> new Request(site.policy(), policy())));
    rows.put("checkPolicy", row(site -> new Request(site.policy() + "/check", policy())));
    rows.put("listPolicyVersions", row(site -> new Request(site.policy() + "/versions", null)));
    rows.put(
        "getPolicyVersion",
        row(site -> new Request(site.policy() + "/versions/" + site.putPolicy(policy()), null)));
    rows.put(
        "diffPolicies",
        row(site -> new Request(site.policy() + "/diff?to=" + site.putPolicy(policy()), null)));
    rows.put(
        "activatePolicy",
        row(site -> new Request(
            site.policy() + "/activate", Json.object("version", site.putPolicy(policy())))));
    rows.put("eraseAuthor", row(site -> new Request(site.address() + "/authors/id:a", null)));
    rows.put("getLearning", row(site -> new Request(site.address() + "/learning", null)));
    rows.put(
        "rollBackModel", row(site -> new Request(site.address() + "/learning/rollback", null)));
    rows.put(
        "hearAccount",
        row(site -> new Request(
            site.address() + "/learning/accounts/moderator:ben", Json.object("heard", true))));
    rows.put(
        "exportExamples", row(site -> new Request(site.address() + "/learning/examples", null)));
    rows.put("rollBackPolicy", row(site -> {
      site.activate("blog@1");
      return new Request(site.policy() + "/rollback", null);
    }));
    rows.put(
        "createModerator",
        row(site -> new Request(
            "/v1/moderators", Json.object("login", "matrix-" + number(), "name", "Matrix"))));
    rows.put("listModerators", row(site -> new Request("/v1/moderators", null)));
    rows.put("getModerator", row(site -> new Request(moderator(site), null)));
    rows.put(
        "updateModerator",
        row(site -> new Request(moderator(site), Json.object("name", "Matrix again"))));
    rows.put("setPassword", row(site -> new Request(moderator(site) + "/password", Json.object())));
    rows.put("signOutModerator", row(site -> new Request(moderator(site) + "/sign-out", null)));
    rows.put("listAuditEntries", row(site -> new Request("/v1/audit", null)));
    rows.put("exportAudit", row(site -> new Request("/v1/audit/export?act=import", null)));
    rows.put("getCapabilities", row(site -> new Request("/v1/capabilities", null)));
    rows.put("getLiveness", row(site -> new Request("/health/live", null)));
    rows.put("getReadiness", row(site -> new Request("/health/ready", null)));
    rows.put("getMetrics", row(site -> new Request("/metrics", null)));
    rows.put("getContract", row(site -> new Request("/openapi.yaml", null)));
    rows.put("getDocs", row(site -> new Request("/docs", null)));
    rows.put("getProblemPage", row(site -> new Request("/docs/problems/conflict", null)));
    return rows;
  }

  private static Row row(Declared operation) {
    return Objects.requireNonNull(ROWS.get(operation.id()), operation.id());
  }

  private static Row row(Function<TestSite, Request> request) {
    return new Row(request, false);
  }

  private static int number() {
    return NUMBERS.incrementAndGet();
  }

  private static ObjectNode comment(String id) {
    return TestSite.submission(id, "post-of-" + id, TestSite.HARMLESS);
  }

  private static String stored(TestSite site) {
    var id = "m-" + number();
    site.submit(comment(id)).expect(201);
    return site.comment(id);
  }

  private static String corrected(TestSite site) {
    var comment = stored(site);
    site.caller().post(comment + "/feedback", Json.object("verdict", "REJECT")).expect(200);
    return comment;
  }

  private static void reviewRows(Map<String, Row> rows) {
    rows.put("listHeld", row(site -> new Request(site.review() + "/queue", null)));
    rows.put("takeNext", row(site -> new Request(site.review() + "/next", Json.object())));
    rows.put("readForReview", row(site -> new Request(reviewed(site), null)));
    rows.put(
        "claimComment",
        row(site -> new Request(reviewed(site) + "/claim", Json.object("takeOver", true))));
    rows.put("releaseComment", row(site -> new Request(reviewed(site) + "/claim", null)));
    rows.put("actOnComment", row(site -> new Request(reviewed(site) + "/acts", note())));
    rows.put("undoAct", row(site -> {
      var act = site.caller().post(reviewed(site) + "/acts", note()).expect(200).json();
      return new Request(
          site.review() + "/acts/" + act.path("id").asText() + "/undo", Json.object());
    }));
    rows.put("previewMany", row(site -> new Request(site.review() + "/preview", Json.object())));
    rows.put("actOnMany", row(site -> new Request(site.review() + "/acts", noteOnMany(site))));
    rows.put("getBatch", row(site -> {
      var batch = site.caller().post(site.review() + "/acts", noteOnMany(site)).expect(202);
      return new Request(site.review() + "/batches/" + batch.json().path("id").asText(), null);
    }));
    rows.put("listCampaigns", row(site -> new Request(site.review() + "/campaigns", null)));
    rows.put("previewCampaign", row(site -> new Request(campaign(site), null)));
    rows.put("decideCampaign", row(site -> new Request(campaign(site), approval(0))));
    rows.put("endCampaign", row(site -> {
      var campaign = campaign(site);
      site.caller().post(campaign, approval(1)).expect(202);
      return new Request(campaign, null);
    }));
    rows.put("getAuthor", row(site -> new Request(site.review() + "/authors/id:a", null)));
    rows.put(
        "judgeAuthor",
        row(site -> new Request(
            site.review() + "/authors/id:a/standing", Json.object("standing", "trusted"))));
  }

  private static String campaign(TestSite site) {
    return stored(site).replace(site.comments(), site.review() + "/campaigns");
  }

  private static JsonNode approval(int arrivalsHours) {
    return Json.object(
        "act", "approve", "asOf", "2099-01-01T00:00:00Z", "arrivalsHours", arrivalsHours);
  }

  private static String reviewed(TestSite site) {
    return stored(site).replace(site.address(), site.review());
  }

  private static JsonNode note() {
    return Json.object("act", "note", "version", 1, "note", "Hm.");
  }

  private static JsonNode noteOnMany(TestSite site) {
    var id = "m-" + number();
    site.submit(comment(id)).expect(201);
    return Json.object(
        "act",
        "note",
        "note",
        "Hm.",
        "comments",
        List.of(Json.object("comment", id, "version", 1)));
  }

  private static String webhooks(TestSite site) {
    return site.address() + "/webhooks";
  }

  /** One that is there, or a new one: a site can have a few only. */
  private static String webhook(TestSite site) {
    var there =
        site.caller().get(webhooks(site)).expect(200).json().path("webhooks").path(0);
    var webhook = there.isMissingNode()
        ? site.caller()
            .post(webhooks(site), Json.object("url", "https://hooks.example.org/"))
            .expect(201)
            .json()
        : there;
    return webhooks(site) + "/" + webhook.path("id").asText();
  }

  private static String delivery(TestSite site) {
    var webhook = webhook(site);
    var request = site.caller().request(webhook + "/test").POST(BodyPublishers.noBody());
    var sent =
        site.caller().send("POST", webhook + "/test", request).expect(202).json();
    return webhook + "/deliveries/" + sent.path("id").asText();
  }

  private static String commentedPost(TestSite site) {
    var id = "m-" + number();
    site.submit(comment(id)).expect(201);
    return site.post("post-of-" + id);
  }

  private static String ownList(TestSite site) {
    var list = site.address() + "/lists/matrix";
    site.caller().put(list, Json.object("entries", List.of("a b"))).expect(200);
    return list;
  }

  private static String sharedList(TestSite site) {
    var list = "/v1/lists/matrix";
    site.service().operator().put(list, Json.object("entries", List.of("a b"))).expect(200);
    return list;
  }

  private static String moderator(TestSite site) {
    var login = "matrix-" + number();
    site.service()
        .operator()
        .post("/v1/moderators", Json.object("login", login, "name", "Matrix", "password", PASSWORD))
        .expect(201);
    return "/v1/moderators/" + login;
  }

  private static List<Credential> credentials(TestSite site) {
    var key = String.valueOf(site.caller().key());
    var revoked = site.addKey(SCOPES);
    site.caller()
        .delete(site.address() + "/keys/" + revoked.path("id").asText())
        .expect(204);

    var credentials = new ArrayList<>(List.of(
        invalid("no key", null),
        invalid("an empty header", ""),
        invalid("a scheme without a key", "Bearer"),
        invalid("another scheme", "Basic " + key),
        invalid("a key without a scheme", key),
        invalid("a key of 600 characters", "Bearer " + "k".repeat(600)),
        invalid("a key with something behind it", "Bearer " + key + " x"),
        invalid("a wrong key", "Bearer mod_0123456789012345678901234567890123456789012"),
        invalid("a key in capitals", "Bearer " + key.toUpperCase(Locale.ROOT)),
        invalid("a revoked key", "Bearer " + revoked.path("key").asText()),
        new Credential("a key with every scope", "Bearer " + key, Kind.SITE, SCOPES),
        new Credential(
            "the operator's key",
            "Bearer " + RunningService.OPERATOR_KEY,
            Kind.OPERATOR,
            List.of())));
    for (var missing : SCOPES) {
      var scopes = SCOPES.stream().filter(scope -> !scope.equals(missing)).toList();
      credentials.add(new Credential(
          "a key without '%s'".formatted(missing),
          "Bearer " + site.addKey(scopes).path("key").asText(),
          Kind.SITE,
          scopes));
    }
    return credentials;
  }

  private static Credential invalid(String name, @Nullable String header) {
    return new Credential(name, header, Kind.INVALID, List.of());
  }

  @Test
  void every_operation_has_a_row_and_no_row_is_left_over() {
    var declared = contract.operations().stream().map(Declared::id).toList();

    assertThat(new TreeSet<>(ROWS.keySet())).isEqualTo(new TreeSet<>(declared));
  }

  @TestFactory
  Stream<DynamicContainer> each_operation_lets_in_just_whom_the_contract_names() {
    return contract.operations().stream()
        .map(operation -> dynamicContainer(
            operation.id(),
            credentials.stream()
                .flatMap(credential ->
                    objects(operation).map(whose -> entrance(operation, credential, whose)))));
  }

  @TestFactory
  Stream<DynamicTest> foreign_and_absent_sites_answer_alike_to_the_byte() {
    return contract.operations().stream()
        .filter(AccessMatrixTest::isOfASite)
        .flatMap(operation -> credentials.stream()
            .filter(credential -> credential.kind() == Kind.SITE)
            .map(credential -> dynamicTest(operation.id() + " with " + credential.name(), () -> {
              var ofForeign = ask(operation, credential, Whose.FOREIGN);
              var ofAbsent = ask(operation, credential, Whose.ABSENT);

              assertThat(ofForeign).isEqualTo(ofAbsent);
            })));
  }

  @TestFactory
  Stream<DynamicTest> in_the_own_site_what_only_a_foreign_site_has_is_absent_to_the_byte() {
    return contract.operations().stream()
        .filter(operation -> operation.path.matches(".*\\{(comment|post|key|webhook)}.*"))
        .map(operation -> dynamicTest(operation.id(), () -> {
          var row = row(operation);
          var inForeign = row.request().apply(foreign);
          var caller = own.caller();
          var owned = inForeign
              .target()
              .replace(foreign.address(), own.address())
              .replace(foreign.review(), own.review());
          var unknown = owned.replaceAll(
              "(comments|posts|keys|webhooks)/[^/]+",
              "$1/" + (operation.path.matches(".*\\{(key|webhook)}.*") ? "0" : "x-" + number()));

          var ofForeign = send(operation, owned, inForeign.body(), "Bearer " + caller.key());
          var ofUnknown = send(operation, unknown, inForeign.body(), "Bearer " + caller.key());

          if (row.createsAbsent()) {
            assertThat(List.of(ofForeign.status(), ofUnknown.status())).containsOnly(200);
          } else {
            ofForeign.expectProblem(404, "not-found");
            assertThat(ofForeign).isEqualTo(ofUnknown);
          }
        }));
  }

  @Test
  void two_Authorization_headers_are_no_key() {
    var caller = own.caller();

    var answer = caller.send(
        "GET",
        own.address(),
        caller
            .request(own.address())
            .header("Authorization", "Bearer " + RunningService.OPERATOR_KEY)
            .GET());

    answer.expectProblem(401, "unauthorized");
  }

  private DynamicTest entrance(Declared operation, Credential credential, Whose whose) {
    var expected = expected(operation, credential, whose);
    var name = "%s, %s: %s".formatted(credential.name(), whose, expected);
    return dynamicTest(name, () -> {
      var answer = ask(operation, credential, whose);

      switch (expected) {
        case "in" -> assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        case "unauthorized" -> {
          answer.expectProblem(401, expected);
          assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
        }
        case "missing-scope" -> answer.expectProblem(403, expected);
        default -> answer.expectProblem(404, expected);
      }
    });
  }

  private static String expected(Declared operation, Credential credential, Whose whose) {
    var security = operation.security();
    if (security.isEmpty()) {
      return "in";
    }
    return switch (credential.kind()) {
      case INVALID -> "unauthorized";
      case OPERATOR -> whose == Whose.ABSENT ? "not-found" : "in";
      case SITE -> {
        if (whose != Whose.OWN) {
          yield "not-found";
        }
        var lacks = Json.stream(security.path("siteKey"))
            .anyMatch(scope -> !credential.scopes().contains(scope.asText()));
        yield security.has("operatorKey") || lacks ? "missing-scope" : "in";
      }
    };
  }

  private static boolean isOfASite(Declared operation) {
    return operation.path.contains("{site}");
  }

  private static Stream<Whose> objects(Declared operation) {
    return isOfASite(operation) ? Stream.of(Whose.values()) : Stream.of(Whose.OWN);
  }

  private Answer ask(Declared operation, Credential credential, Whose whose) {
    var request = row(operation).request().apply(whose == Whose.FOREIGN ? foreign : own);
    var target = whose == Whose.ABSENT
        ? request
            .target()
            .replace(own.address(), "/v1/sites/nobodys-site")
            .replace(own.review(), "/v1/review/nobodys-site")
        : request.target();
    return send(operation, target, request.body(), credential.header());
  }

  private Answer send(
      Declared operation, String target, @Nullable JsonNode body, @Nullable String authorization) {
    var nobody = own.caller().withKey(null);
    var request = nobody
        .request(target)
        .method(
            operation.method,
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    if (body != null) {
      request.header("Content-Type", Caller.JSON);
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return nobody.send(operation.method, target, request);
  }
}
