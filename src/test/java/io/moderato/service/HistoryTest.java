package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.cli.ModeratoCommand;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class HistoryTest {
  private static final String WXR = """
      <?xml version="1.0" encoding="UTF-8" ?>
      <rss version="2.0"><channel><item><title>Bridges</title><link>https://blog.example/bridges</link><wp:post_id>7</wp:post_id>
      <wp:post_date_gmt>2012-03-04 05:06:07</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
      <wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_date_gmt>2012-03-06 10:00:00</wp:comment_date_gmt><wp:comment_content>An answer that comes first.</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>1</wp:comment_parent></wp:comment>
      <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_date_gmt>2012-03-05 10:00:00</wp:comment_date_gmt><wp:comment_content>Which paint?</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
      <wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_date_gmt>2012-03-05 11:00:00</wp:comment_date_gmt><wp:comment_content>Cheap pills</wp:comment_content><wp:comment_approved>spam</wp:comment_approved></wp:comment>
      <wp:comment><wp:comment_id>4</wp:comment_id><wp:comment_date_gmt>2012-03-05 12:00:00</wp:comment_date_gmt><wp:comment_content>Still waiting</wp:comment_content><wp:comment_approved>0</wp:comment_approved></wp:comment>
      <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_date_gmt>2012-03-05 13:00:00</wp:comment_date_gmt><wp:comment_content>Another one under a used id</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
      </item></channel></rss>
      """;

  private final RunningService service;
  private final TestSite site;

  @TempDir
  private Path folder;

  HistoryTest(RunningService service) {
    this.service = service;
    this.site = service.newSite(Json.object("retentionDays", 30));
  }

  @Test
  void what_people_had_decided_stands_and_is_told_to_nobody() throws IOException {
    assertThat(moderato("import", written("blog.xml", WXR))).isZero();

    var shown = site.caller()
        .get(site.post("blog.example/bridges") + "/comments?view=threaded")
        .json()
        .path("comments");
    assertThat(Json.stream(shown)
            .map(each -> each.path("id").asText() + " " + each.path("depth"))
            .toList())
        .hasSize(3)
        .startsWith("wp-c-1 0", "wp-c-3 1");
    var spam = site.read("wp-c-2").json();
    assertThat(spam.path("status").asText()).isEqualTo("rejected");
    assertThat(spam.path("submittedAt").asText()).isEqualTo("2012-03-05T11:00:00Z");
    assertThat(spam.at("/humanDecisions/0/by").asText()).isEqualTo("import");
    assertThat(spam.at("/humanDecisions/0/labels/SPAM").asBoolean()).isTrue();
    assertThat(spam.path("scores").isEmpty()).isFalse();
    assertThat(site.read("wp-c-4").json().path("status").asText()).isEqualTo("held");
    assertThat(stored())
        .allSatisfy(each -> assertThat(each.getList("events", Document.class)).isEmpty());
    assertThat(stored("wp-c-2").getDate("expiresAt")).isAfter(Instant.now());
  }

  @Test
  void importing_again_changes_nothing() throws IOException {
    var file = written("blog.xml", WXR);
    assertThat(moderato("import", file)).isZero();
    var before = service.everythingOf(site.id());

    assertThat(moderato("import", file)).isZero();

    assertThat(service.everythingOf(site.id())).isEqualTo(before);
  }

  @Test
  void a_resumed_import_begins_behind_what_was_acknowledged() throws IOException {
    var file = Path.of(written("blog.xml", WXR));
    assertThat(
            moderato("import", file.toString(), "--url", "http://127.0.0.1:1", "--patience", "0"))
        .isEqualTo(2);
    var lines = new ArrayList<String>();
    for (int i = 0; i < 1200; i++) {
      lines.add(line(i, "Number " + i));
    }
    lines.add("{broken");
    var many = written("many.ndjson", String.join("\n", lines));

    assertThat(
            moderato("import", many, "--report", folder.resolve("report.json").toString()))
        .isEqualTo(1);

    var report = Json.parse(Files.readString(folder.resolve("report.json")));
    assertThat(report.at("/stored/newComments").asInt()).isEqualTo(1200);
    assertThat(report.at("/lost/0/reason").asText()).isEqualTo("cut-off");
    assertThat(moderato("import", many, "--resume")).isEqualTo(1);
    assertThat(stored()).hasSize(1200);
  }

  @Test
  void a_resumed_import_tells_what_the_service_had_refused_before_the_break() throws IOException {
    var broken =
        "{\"kind\":\"comment\",\"id\":\"x\",\"post\":{\"id\":\"p\"},\"text\":\"No time\"}\n";
    var file = Path.of(written("some.ndjson", broken + line(1, "One") + "\n" + line(2, "Two")));
    var report = folder.resolve("report.json").toString();
    assertThat(moderato("import", file.toString(), "--report", report)).isEqualTo(1);
    var whole = Json.parse(Files.readString(Path.of(report)));
    var source = new JsonArray()
        .add(Files.size(file))
        .add(Files.getLastModifiedTime(file).toString())
        .add("auto")
        .add(false)
        .add(url())
        .add(site.id());
    var told = new JsonObject()
        .put("finding", "REFUSED")
        .put("count", 1)
        .put(
            "examples",
            new JsonArray()
                .add(new JsonObject().put("line", 1).put("what", "x: /submittedAt is missing")));
    written(
        "some.ndjson.moderato-import",
        new JsonObject()
            .put("source", source.encode())
            .put("acknowledged", 2)
            .put("added", 1)
            .put("told", new JsonArray().add(told))
            .encode());

    assertThat(moderato("import", file.toString(), "--resume", "--report", report))
        .isEqualTo(1);

    var resumed = Json.parse(Files.readString(Path.of(report)));
    assertThat(resumed.at("/lost/0/count")).isEqualTo(whole.at("/lost/0/count"));
    assertThat(resumed.at("/lost/0/examples").findValuesAsText("line")).containsExactly("1");
    assertThat(resumed.at("/stored/newComments").asInt()).isEqualTo(1);
    assertThat(resumed.at("/stored/unchangedComments").asInt()).isEqualTo(1);
  }

  @Test
  void a_file_with_neither_posts_nor_comments_is_no_success() throws IOException {
    var feed =
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title></channel></rss>";

    assertThat(moderato("import", written("feed.xml", feed))).isEqualTo(1);
  }

  @Test
  void a_live_check_stands_under_the_post_that_was_imported() throws IOException {
    var akismet = AkismetCaller.of(site);
    assertThat(moderato("import", written("blog.xml", WXR))).isZero();

    akismet
        .check("blog", "https://blog.example/", "permalink", "http://blog.example/bridges/")
        .expect(200);

    assertThat(service.stored("posts", new Document("site", site.id())))
        .extracting(post -> post.getString("post"))
        .containsExactly("blog.example/bridges");
    assertThat(stored())
        .filteredOn(each -> each.getString("post").equals("blog.example/bridges"))
        .hasSize(6);
  }

  @Test
  void a_report_of_an_imported_comment_is_a_decision_on_that_comment() throws IOException {
    var akismet = AkismetCaller.of(site);
    assertThat(moderato("import", written("blog.xml", WXR))).isZero();

    var report = AkismetCaller.comment(
        "comment_ID",
        "1",
        "permalink",
        "https://blog.example/bridges/",
        "comment_content",
        "Which paint?");
    akismet.call("submit-spam", report).expect(200);

    assertThat(site.read("wp-c-1").json().path("status").asText()).isEqualTo("rejected");
    assertThat(stored()).hasSize(5);
  }

  @Test
  void a_number_of_another_page_is_another_comment() throws IOException {
    var akismet = AkismetCaller.of(site);
    assertThat(moderato("import", written("blog.xml", WXR))).isZero();

    akismet.call("submit-spam", AkismetCaller.comment("comment_ID", "1")).expect(200);

    assertThat(site.read("wp-c-1").json().path("status").asText()).isEqualTo("approved");
    assertThat(stored()).hasSize(6);
  }

  @Test
  void a_comment_that_was_checked_when_it_was_written_is_not_imported_twice() throws IOException {
    var akismet = AkismetCaller.of(site);
    var guid = akismet
        .check(
            "permalink", "https://blog.example/bridges/", "comment_content", "Which <b>paint</b>?")
        .header("x-akismet-guid")
        .orElseThrow();
    var meta =
        "<wp:comment_parent>0</wp:comment_parent><wp:commentmeta><wp:meta_key>akismet_guid</wp:meta_key><wp:meta_value>"
            + guid
            + "</wp:meta_value></wp:commentmeta></wp:comment>\n<wp:comment><wp:comment_id>2<";
    var file =
        written("blog.xml", WXR.replace("</wp:comment>\n<wp:comment><wp:comment_id>2<", meta));

    assertThat(moderato("import", file)).isZero();

    assertThat(stored()).hasSize(5);
    assertThat(site.read(guid).json().path("text").asText()).isEqualTo("Which <b>paint</b>?");
  }

  @Test
  void what_the_service_refuses_is_told_line_by_line_and_the_rest_is_stored() throws IOException {
    var file = written(
        "some.ndjson",
        line(1, "Fine")
            + "\n{\"kind\":\"comment\",\"id\":\"x\",\"post\":{\"id\":\"p\"},\"text\":\"No time\"}\n"
            + "{\"kind\":\"record\",\"record\":{\"text\":7}}\n"
            + line(2, "Fine, too"));

    assertThat(moderato("import", file, "--report", folder.resolve("r.json").toString()))
        .isEqualTo(1);

    var report = Json.parse(Files.readString(folder.resolve("r.json")));
    assertThat(report.at("/lost/0/count").asInt()).isEqualTo(2);
    assertThat(report.at("/lost/0/examples").findValuesAsText("line"))
        .containsExactlyInAnyOrder("2", "3");
    assertThat(stored()).hasSize(2);
  }

  @Test
  void an_export_comes_back_into_an_empty_site_without_loss() throws IOException {
    assertThat(moderato("import", written("blog.xml", WXR))).isZero();
    var hostile =
        "\u202egnp.exe \ud83d\udc69\u200d\ud83d\udc67 \u0000\u0007 <script>alert(1)</script> \\u0041 \u05e9\u05dc\u05d5\u05dd \"}\n{";
    site.submit(TestSite.submission("c/1 \u00fc$.", "p {1}", hostile)).expect(201);
    site.submit("c-2", "p-2", TestSite.SPAM).expect(201);
    site.caller()
        .put(site.comment("c-2"), Json.object("text", "Edited, " + hostile))
        .expect(200);
    site.caller()
        .post(
            site.comment("c-2") + "/feedback",
            Json.object("verdict", "REJECT", "labels", Json.object("SPAM", true), "note", "no"))
        .expect(200);
    setEverything();
    var file = folder.resolve("all.ndjson.gz").toString();
    var copy = service.newSite();

    assertThat(moderato("export", file)).isZero();
    assertThat(moderatoInto(copy, file, "--with-settings")).isZero();

    assertThat(everything(copy)).isEqualTo(everything(site));
    var before = everything(copy);
    assertThat(moderatoInto(copy, file, "--with-settings")).isZero();
    assertThat(everything(copy)).isEqualTo(before);
  }

  @Test
  void settings_are_left_out_unless_they_are_asked_for() throws IOException {
    setEverything();
    var file = folder.resolve("all.ndjson").toString();
    var copy = service.newSite();

    assertThat(moderato("export", file)).isZero();
    assertThat(moderatoInto(copy, file)).isZero();

    assertThat(everything(copy))
        .satisfiesExactly(
            suggestion -> assertThat(suggestion).contains("Knaves"),
            standing -> assertThat(standing).contains("id:known", "trusted"),
            settings -> assertThat(settings)
                .contains("\"url\": null", "\"webhooks\": []", "\"policies\": []"));
  }

  @Test
  void a_webhook_comes_back_switched_off_with_a_secret_that_nobody_knows() throws IOException {
    setEverything();
    var file = Path.of(folder.resolve("all.ndjson").toString());
    var copy = service.newSite();

    assertThat(moderato("export", file.toString())).isZero();
    assertThat(moderatoInto(copy, file.toString(), "--with-settings")).isZero();

    assertThat(Files.readString(file)).contains("hooks.example").doesNotContain("whsec_");
    var webhook = copy.caller().get(copy.address() + "/webhooks").json().at("/webhooks/0");
    assertThat(webhook.path("enabled").asBoolean()).isFalse();
    copy.caller()
        .post(
            copy.address() + "/webhooks/" + webhook.path("id").asText() + "/secrets", Json.object())
        .expect(201);
  }

  /** One of each thing that a site may have beside posts and comments. */
  private void setEverything() {
    site.caller()
        .put(site.review() + "/authors/id:known/standing", Json.object("standing", "trusted"))
        .expect(200);
    site.caller()
        .patch(
            site.address(),
            Json.object(
                "languages",
                List.of("en", "de"),
                "url",
                "https://blog.example",
                "doors",
                Json.object("ignoreImages", true)))
        .expect(200);
    var policy = Json.parse("""
        {"name": "house", "description": "Ours", "let": {"many": "links.count > 2"},
         "rules": [{"name": "links", "sentence": "{links.count} links.", "when": "many", "verdict": "HOLD"}]}
        """);
    var first = site.putPolicy(policy);
    site.putPolicy(policy);
    site.caller()
        .post(site.policy() + "/activate", Json.object("version", first, "confirm", true))
        .expect(200);
    site.caller()
        .put(site.policy() + "/shadow", Json.object("version", "house@2"))
        .expect(200);
    var entries = IntStream.range(0, 4500).mapToObj(i -> "knave" + i).toList();
    site.caller()
        .put(site.address() + "/lists/rude", Json.object("entries", entries, "description", "Rude"))
        .expect(200);
    site.caller()
        .put(
            site.address() + "/lists/names",
            Json.object("entries", List.of(), "format", "wordpress", "fields", List.of("name")))
        .expect(200);
    site.caller()
        .post(
            site.address() + "/webhooks",
            Json.object("url", "https://hooks.example/m", "events", List.of("comment.held")))
        .expect(201);
    new Plain(service.port())
        .post(
            "/v1alpha1/comments:suggestscore?key=" + key(site),
            Json.parse("""
                {"comment": {"text": "Knaves, all of you"}, "attributeScores":
                  {"TOXICITY": {"summaryScore": {"value": 1}}, "LIKELY_TO_REJECT": {"summaryScore": {"value": 0.5}}}}
                """),
            "Content-Type",
            "application/json")
        .expect(200);
  }

  @Test
  void the_commands_of_the_page_work_as_they_stand_there() throws IOException {
    written("blog.xml", WXR);
    var commands = Files.readAllLines(Path.of("docs", "import.md")).stream()
        .filter(line -> line.startsWith("moderato "))
        .toList();

    assertThat(commands).hasSize(5).allSatisfy(command -> {
      var words = command.replace("--site my-blog", "").split(" +");
      var file = folder.resolve(words[2]).toString();

      assertThat(moderato(
              words[1], file, List.of(words).subList(3, words.length).toArray(String[]::new)))
          .isZero();
    });
  }

  @Test
  void a_dry_run_sends_nothing() throws IOException {
    var before = service.everythingOf(site.id());

    assertThat(moderato("import", written("blog.xml", WXR), "--dry-run")).isZero();

    assertThat(service.everythingOf(site.id())).isEqualTo(before);
  }

  @Test
  void an_old_comment_under_a_used_id_is_a_conflict_and_leaves_what_stands() {
    site.submit("c-1", "p-1", "As it stands.").expect(201);

    var result = site.caller()
        .send(
            "POST",
            site.address() + "/history",
            Caller.NDJSON,
            line(1, "Otherwise.").replace("old-1", "c-1"))
        .expect(200)
        .json();

    assertThat(result.at("/0/code").asInt()).isEqualTo(409);
    assertThat(site.read("c-1").json().path("text").asText()).isEqualTo("As it stands.");
  }

  private static String line(int number, String text) {
    return "{\"kind\":\"comment\",\"id\":\"old-%d\",\"post\":{\"id\":\"p-1\"},\"text\":\"%s\",\"submittedAt\":\"2012-03-04T05:06:07Z\",\"verdict\":\"APPROVE\"}"
        .formatted(number, text);
  }

  /** All that is of a site, without its id, its keys and secrets, and what others were to be told. */
  private List<String> everything(TestSite of) {
    var all = new ArrayList<String>();
    for (var collection :
        List.of("posts", "comments", "policies", "suggestions", "standings", "wordlists")) {
      var owner = collection.equals("wordlists") ? "owner" : "site";
      service.stored(collection, new Document(owner, of.id())).forEach(document -> {
        document.put("_id", document.getString("_id").substring(of.id().length()));
        document.remove(owner);
        if (document.remove("taught") instanceof Document taught) {
          document.put("taught", taught.get("at")); // last, wherever it stood
        }
        if (document.get("queue") instanceof Document queue) {
          queue.remove("site");
        }
        List.of("events", "leaving", "nextDeliveryAt").forEach(document::remove);
        if (collection.equals("wordlists")) {
          document.remove("version"); // counts what was changed here
        }
        all.add(
            document.toJson().replaceAll(of.id() + "[ /]", "")); // in what the queue is found by
      });
    }
    service.stored("shadows", new Document("_id", of.id())).forEach(document -> {
      document.remove("_id");
      all.add(document.toJson());
    });
    service.stored("sites", new Document("_id", of.id())).forEach(document -> {
      List.of("_id", "keys", "createdAt", "version").forEach(document::remove);
      document.getList("webhooks", Document.class, List.of()).forEach(webhook -> {
        webhook.remove("secrets");
        webhook.remove("enabled");
      });
      all.add(document.toJson());
    });
    all.sort(String::compareTo);
    return all;
  }

  private List<Document> stored() {
    return service.stored("comments", new Document("site", site.id()));
  }

  private Document stored(String id) {
    return service.stored("comments", new Document("_id", site.id() + "/" + id)).get(0);
  }

  private int moderato(String command, String file, String... more) {
    var args = new ArrayList<>(List.of(command, file, "--site", site.id(), "--key", key(site)));
    if (!List.of(more).contains("--url")) {
      args.addAll(List.of("--url", url()));
    }
    args.addAll(List.of(more));
    return ModeratoCommand.run(args.toArray(String[]::new));
  }

  private int moderatoInto(TestSite other, String file, String... more) {
    var args = new ArrayList<>(
        List.of("import", file, "--site", other.id(), "--url", url(), "--key", key(other)));
    args.addAll(List.of(more));
    return ModeratoCommand.run(args.toArray(String[]::new));
  }

  private String url() {
    return "http://127.0.0.1:" + service.port();
  }

  private static String key(TestSite of) {
    return String.valueOf(of.caller().key());
  }

  private String written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
