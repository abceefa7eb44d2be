package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.moderato.audit.AuditIds;
import io.moderato.audit.MongoAuditLog;
import io.moderato.erasure.EraseAuthor;
import io.moderato.erasure.Erased;
import io.moderato.feedback.MongoSuggestedLabelsRepository;
import io.moderato.moderation.MongoAuthorStandings;
import io.moderato.moderation.MongoModeratedCommentRepository;
import io.moderato.moderation.MongoRelatedComments;
import io.moderato.recent.RecentComments;
import io.moderato.site.SiteId;
import io.moderato.webhook.MongoDeliveryRepository;
import io.moderato.webhook.Receiver;
import io.moderato.webhook.TakeEvents;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An author who wants to be forgotten. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class ErasureTest {
  /** Stands in everything that the author brought along, and in what people noted of them. */
  private static final String MARKER = "Quillonmarker";

  private static final String AUTHOR = "id:u-" + MARKER;

  private final RunningService service;
  private final TestSite site;

  ErasureTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @Test
  void nothing_of_the_author_is_left_anywhere_and_others_keep_what_is_theirs() {
    submit("c-1", "Kind words of mine, " + MARKER + ".");
    submit("c-2", TestSite.SPAM + " " + MARKER);
    site.caller()
        .put(site.comment("c-1"), Json.object("text", "Kinder words of mine, " + MARKER + "."))
        .expect(200);
    act("c-1", "approve");
    act("c-2", "spam");
    site.caller()
        .put(
            author(site.review()) + "/standing",
            Json.object("standing", "trusted", "note", "Met " + MARKER + " at the fair."))
        .expect(200);
    importExamples();
    site.submit("other", "p-1", "Somebody else's words.").expect(201);
    assertThat(whereTheMarkerIs()).contains("comments", "standings", "audit", "suggestions");

    assertThat(erase()).isEqualTo(erased(2, 0, true));

    assertThat(whereTheMarkerIs()).isEmpty();
    assertThat(site.read("other").expect(200).json().path("text").asText())
        .isEqualTo("Somebody else's words.");
    assertThat(examples()).isEmpty();
    assertThat(site.caller().get(author(site.review())).expect(200).json().path("latest"))
        .isEmpty();
    assertThat(
            site.caller().get(site.review() + "/queue?words=" + MARKER).json().path("rows"))
        .isEmpty();
  }

  private void importExamples() {
    var examples = examples();
    assertThat(examples).contains(MARKER);
    var lines = Json.MAPPER.createArrayNode();
    examples.lines().map(Json::parse).forEach(lines::add);
    site.caller().post(site.address() + "/history", lines).expect(200);
  }

  @Test
  void of_a_comment_its_place_is_left_for_an_hour_so_that_all_see_that_it_is_gone() {
    submit("c-1", "Kind words of mine.");
    var before = stored("c-1");

    erase();

    var left = site.read("c-1").expect(200).json();
    assertThat(left.path("status").asText()).isEqualTo("withdrawn");
    assertThat(left.path("text").asText()).isEmpty();
    assertThat(left.path("author").path("id").asText("")).isEmpty();
    var document = stored("c-1");
    assertThat(document.getDate("expiresAt").toInstant())
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(1)));
    assertThat(document.getDate("changedAt")).isAfterOrEqualTo(before.getDate("changedAt"));
    assertThat(document.getString("submission")).isEmpty();
    site.caller()
        .put(site.comment("c-1"), Json.object("text", "Back again."))
        .expectProblem(409, "conflict");
  }

  @Test
  void what_was_said_is_not_remembered_either() {
    var words = "Seven herons stood at the weir this morning and none of them moved a feather";
    submit("c-1", words);
    assertThat(repeats(words)).isEqualTo(1);

    erase();

    assertThat(repeats(words)).isZero();
  }

  private int repeats(String text) {
    site.submit(TestSite.submission("t", "p-1", text).put("test", true)).expect(200);
    var submission = TestSite.submission("r-" + System.nanoTime(), "p-1", text);
    var id = submission.path("id").asText();
    site.submit(submission).expect(201);
    var found = stored(id).get("signals", Document.class).get("repeats", Document.class);
    site.caller().delete(site.comment(id)).expect(204);
    return found.getInteger("exact");
  }

  @Test
  void the_audit_keeps_what_was_done_and_by_whom_and_says_of_the_erasing_how_much_it_was() {
    submit("c-1", "Kind words of mine.");
    act("c-1", "approve");

    erase();

    var entries = audit();
    assertThat(entries)
        .extracting(entry -> entry.path("act").asText())
        .containsExactly("erase-author", "approve");
    assertThat(entries.get(0).path("facts")).isEqualTo(Json.object("comments", "1"));
    assertThat(entries).allSatisfy(entry -> {
      assertThat(entry.path("author").isNull()).isTrue();
      assertThat(entry.path("note").isNull()).isTrue();
    });
    assertThat(entries.get(1).path("who").asText()).endsWith("/anna");
  }

  @Test
  void a_bare_id_is_refused_rather_than_found_nowhere() {
    submit("c-1", "Kind words of mine.");

    var refused = site.caller()
        .delete(site.address() + "/authors/" + AUTHOR.substring("id:".length()))
        .expectProblem(400, "invalid-request");

    assertThat(refused.json().path("detail").asText())
        .startsWith("author: must begin with id or email and a colon");
    assertThat(site.read("c-1").json().path("text").asText()).isEqualTo("Kind words of mine.");
  }

  @Test
  void a_trust_that_was_given_can_t_be_taken_back_any_more() {
    var trust = site.caller()
        .put(author(site.review()) + "/standing", Json.object("standing", "trusted"))
        .expect(200)
        .json();
    erase();

    var undone = site.caller()
        .post(
            site.review() + "/acts/" + trust.path("id").asText() + "/undo",
            Json.object("as", "anna"))
        .expect(200)
        .json();

    assertThat(undone.path("restored").asInt()).isZero();
  }

  @Test
  void again_it_changes_nothing_and_neither_does_whom_nobody_knows_or_another_site_knows() {
    submit("c-1", "Kind words of mine.");
    var elsewhere = service.newSite();
    elsewhere.caller().delete(author(elsewhere.address())).expect(200);
    assertThat(site.read("c-1").json().path("status").asText()).isEqualTo("approved");

    assertThat(erase()).isEqualTo(erased(1, 0, true));
    var left = stored("c-1");
    assertThat(erase()).isEqualTo(erased(0, 0, true));
    assertThat(stored("c-1")).isEqualTo(left);
  }

  @Test
  void where_it_was_cut_short_a_repeat_goes_on() {
    submitMany(130);
    act("c-0", "spam");
    act("c-129", "spam");
    var calls = new AtomicInteger();
    var killed = eraseAuthor(
        Clock.systemUTC(),
        any -> calls.incrementAndGet() == 3
            ? Future.failedFuture("killed")
            : Future.succeededFuture());

    assertThatThrownBy(() -> erase(killed)).hasMessageContaining("killed");
    assertThat(killed.count(new SiteId(site.id()), AUTHOR).await()).isEqualTo(30);

    assertThat(erase()).isEqualTo(erased(30, 0, true));
    assertThat(whereTheMarkerIs()).isEmpty();
  }

  @Test
  void a_thousand_at_once_are_erased_and_it_says_how_many_are_left() {
    submitMany(1003);

    assertThat(erase()).isEqualTo(erased(1000, 3, false));
    assertThat(erase()).isEqualTo(erased(3, 0, true));
  }

  @Test
  void what_a_platform_is_just_being_told_of_waits_and_what_it_was_told_goes() {
    try (var receiver = new Receiver()) {
      site.caller()
          .post(site.address() + "/webhooks", Json.object("url", receiver.url("/hooks")))
          .expect(201);
      submit("c-1", "Kind words of mine.");
      Eventually.is(() -> !deliveries().isEmpty());

      assertThat(erase()).isEqualTo(erased(0, 1, false));
      var later = Clock.offset(Clock.systemUTC(), TakeEvents.LEASE);
      assertThat(erase(eraseAuthor(later, any -> Future.succeededFuture())))
          .isEqualTo(new Erased(1, 0, true));

      assertThat(deliveries()).isEmpty();
    }
  }

  @Test
  void an_admin_sees_how_much_it_is_and_confirms_and_a_moderator_may_not() {
    submit("c-1", "Kind words of mine.");
    var panel = "/review/author?site=" + site.id() + "&author=" + TestSite.encoded(AUTHOR);
    var erasure = panel.replace("author?", "author/erasure?");
    var moderator = TestModerator.of(site).signedIn();
    assertThat(moderator.page(panel).select("[hx-get*=erasure]")).isEmpty();
    moderator.get(erasure).expect(403);
    var admin = TestModerator.admin(service).signedIn();
    assertThat(admin.page(panel).select("[hx-get*=erasure]")).hasSize(1);

    assertThat(admin.page(erasure).text()).contains("1 comment", "can’t be taken back");
    var csrf = admin.page("/account").select("input[name=csrf]").attr("value");
    var form = Map.of("site", site.id(), "author", AUTHOR);
    admin.post("/review/author/erasure", form).expect(403);
    admin.with("X-CSRF-Token", csrf);
    var done = Visitor.page(admin.post("/review/author/erasure", form).expect(200));

    assertThat(done.text()).contains("Nothing of this author is left here.");
    assertThat(site.read("c-1").json().path("status").asText()).isEqualTo("withdrawn");
    admin.get(erasure.replace(site.id(), "no-such-site")).expect(404);
  }

  private void submit(String id, String text) {
    site.submit(submission(id, text)).expect(201);
  }

  private static JsonNode submission(String id, String text) {
    var submission = TestSite.submission(id, "p-1", text);
    submission.set(
        "author",
        Json.object(
            "id",
            "u-" + MARKER,
            "name",
            MARKER,
            "email",
            MARKER + "@example.org",
            "url",
            "https://" + MARKER + ".example/",
            "ip",
            "192.0.2.8",
            "userAgent",
            MARKER));
    return submission;
  }

  private void submitMany(int count) {
    for (int from = 0; from < count; from += 500) {
      ArrayNode some = Json.MAPPER.createArrayNode();
      for (int i = from; i < Math.min(count, from + 500); i++) {
        some.add(submission("c-" + i, "Walk number " + i + " along the river."));
      }
      site.caller().post(site.comments() + ":batch", some).expect(200);
    }
  }

  private void act(String comment, String act) {
    var version = site.read(comment).json().path("version").asInt();
    var order = Json.object(
        "as", "anna", "act", act, "version", version, "note", "It is " + MARKER + " again.");
    site.caller().post(site.review() + "/comments/" + comment + "/acts", order).expect(200);
  }

  private JsonNode erase() {
    return site.caller().delete(author(site.address())).expect(200).json();
  }

  private Erased erase(EraseAuthor erase) {
    return erase.erase("operator", new SiteId(site.id()), AUTHOR).await();
  }

  private static String author(String address) {
    return address + "/authors/" + TestSite.encoded(AUTHOR);
  }

  private static JsonNode erased(int comments, int left, boolean complete) {
    return Json.object("erased", comments, "left", left, "complete", complete);
  }

  private String examples() {
    return site.caller().get(site.address() + "/learning/examples").expect(200).body();
  }

  /** The newest first; of people alone. */
  private List<JsonNode> audit() {
    var entries =
        service.operator().get("/v1/audit?site=" + site.id()).expect(200).json();
    return Json.stream(entries.path("entries"))
        .filter(entry -> !entry.path("act").asText().endsWith("-change"))
        .toList();
  }

  private Document stored(String comment) {
    return service
        .stored("comments", new Document("_id", site.id() + "/" + comment))
        .get(0);
  }

  private List<Document> deliveries() {
    return service.stored("deliveries", new Document("site", site.id()));
  }

  /** Collections of which a document of the site holds something of the author. */
  private List<String> whereTheMarkerIs() {
    return Stream.of(
            "posts",
            "comments",
            "suggestions",
            "deliveries",
            "standings",
            "audit",
            "claims",
            "campaigns",
            "learning")
        .filter(collection -> service.stored(collection, new Document()).stream()
            .map(Document::toJson)
            .filter(json -> json.contains(site.id()))
            .anyMatch(
                json -> json.toLowerCase(Locale.ROOT).contains(MARKER.toLowerCase(Locale.ROOT))))
        .toList();
  }

  /** As the service has it, but for the clock and what becomes of models. */
  private EraseAuthor eraseAuthor(Clock clock, Function<SiteId, Future<Void>> forgetLearnt) {
    var database = service.store().database();
    var publishers = service.store().publishers();
    return new EraseAuthor(
        new MongoRelatedComments(database, publishers),
        new MongoModeratedCommentRepository(database, publishers),
        new RecentComments(10, Duration.ofDays(1), clock),
        new MongoDeliveryRepository(database, publishers),
        new MongoSuggestedLabelsRepository(database, publishers),
        new MongoAuthorStandings(database, publishers),
        forgetLearnt,
        new MongoAuditLog(database, publishers),
        new AuditIds(clock),
        clock);
  }
}
