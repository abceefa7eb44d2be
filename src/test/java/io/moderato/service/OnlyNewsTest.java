package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moderato.app.Application;
import io.moderato.app.Settings;
import io.moderato.app.Settings.SignInSettings;
import io.moderato.http.Contract;
import io.moderato.webhook.AllowedNetworks;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A war report with one long, calm, quoting comment: its words are harsh, and it must come through. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class OnlyNewsTest {
  private static final Path SAMPLE = Path.of("../shared/samples/only-news.json");

  private final TestSite site;

  @TempDir
  private Path folder;

  OnlyNewsTest(RunningService service) {
    this.site = service.newSite();
  }

  @Test
  void the_comment_on_the_real_page_comes_through() throws IOException {
    assumeTrue(Files.exists(SAMPLE), "../shared/samples/only-news.json is not here");
    var page = Json.parse(Files.readString(SAMPLE));

    comes_through(page);
    stays_after_a_restart(page);
  }

  @Test
  void a_comment_of_its_kind_comes_through() throws IOException {
    comes_through(ownPage());
    stays_after_a_restart(ownPage());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "SPAM | Work from home and earn $5000 a week!!! Cheap watches, replica bags and followers, click here http://win.example.com now",
        "SPAM | Visit my site http://pills.example.com for cheap viagra and casino bonus, 100% free, limited offer, buy now!!!",
        "INSULT | You are a pathetic idiot and a complete moron. Nobody wants your stupid opinion, shut up you dumb loser.",
        "OBSCENE | What a load of fucking bullshit, fuck this shitty article and fuck you, you asshole."
      })
  void spam_and_abuse_beside_it_are_kept_back_with_a_reason_and_the_words(String label, String text)
      throws IOException {
    var submission = submission(ownPage());
    submission.put("id", "bad").put("text", text);

    var decided = site.submit(submission).expect(201).json();

    assertThat(decided.path("verdict").asText()).as(decided.toString()).isIn("HOLD", "REJECT");
    assertThat(decided.path("reasons")).isNotEmpty();
    assertThat(Json.stream(decided.path("reasons"))
            .map(reason -> reason.path("text").asText()))
        .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
    assertThat(
            Json.stream(decided.path("evidence")).map(span -> span.path("label").asText()))
        .contains(label);
    assertThat(decided.path("evidence"))
        .allSatisfy(span -> assertThat(span.path("text").asText())
            .isNotBlank()
            .isEqualTo(
                text.substring(span.path("begin").asInt(), span.path("end").asInt())));
    assertThat(site.caller().get(site.post("report") + "/comments").json().path("comments"))
        .isEmpty();
  }

  private void comes_through(JsonNode page) {
    var submission = submission(page);

    var decided = site.submit(submission).expect(201).json();

    assertThat(decided.path("verdict").asText()).as(decided.toString()).isEqualTo("APPROVE");
    assertThat(decided.path("reasons")).isEmpty();
    assertThat(decided.path("scores").properties())
        .allSatisfy((Map.Entry<String, JsonNode> score) ->
            assertThat(score.getValue().asDouble()).as(score.getKey()).isLessThanOrEqualTo(0.8));
    readBack(site.caller(), site.id(), submission);
  }

  private void stays_after_a_restart(JsonNode page) {
    var submission = submission(page);
    var settings = new Settings(
        new Settings.HttpSettings("127.0.0.1", 0, 8 << 20, 100),
        folder,
        Path.of("models"),
        null,
        RunningService.OPERATOR_KEY,
        1,
        AllowedNetworks.NONE,
        Settings.SignalSettings.DEFAULT,
        SignInSettings.DEFAULT,
        "text");
    JsonNode decided;
    try (var service = Application.start(settings)) {
      service.prepared().await();
      var operator = caller(service);
      operator
          .post("/v1/sites", Json.object("id", "only-news", "name", "Only News"))
          .expect(201);
      decided =
          operator.post("/v1/sites/only-news/comments", submission).expect(201).json();
    }

    try (var service = Application.start(settings)) {
      service.prepared().await();
      readBack(caller(service), "only-news", submission);
      var again =
          caller(service).post("/v1/sites/only-news/comments", submission).expect(200);
      assertThat(again.json()).isEqualTo(decided);
    }
  }

  private static void readBack(Caller caller, String site, JsonNode submission) {
    var address = "/v1/sites/" + site + "/posts/report";
    var post = caller.get(address).expect(200).json();
    assertThat(post.path("title")).isEqualTo(submission.at("/post/title"));
    assertThat(post.path("body")).isEqualTo(submission.at("/post/body"));
    var shown = caller.get(address + "/comments").expect(200).json().path("comments");
    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).path("text")).isEqualTo(submission.path("text"));
  }

  static ObjectNode submission(JsonNode page) {
    var submission =
        TestSite.submission("calm", "report", page.at("/comments/0/body").asText());
    submission.set(
        "post",
        Json.object(
            "id", "report",
            "title", page.at("/post/title").asText(),
            "body", page.at("/post/body").asText()));
    return submission;
  }

  private static JsonNode ownPage() throws IOException {
    try (var in = OnlyNewsTest.class.getResourceAsStream("/samples/war-report.json")) {
      if (in == null) {
        throw new AssertionError("samples/war-report.json is not on the class path");
      }
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Caller caller(Application service) {
    return new Caller(
        URI.create("http://127.0.0.1:" + service.port()),
        new PublishedContract(Contract.load().yaml()),
        RunningService.OPERATOR_KEY);
  }
}
