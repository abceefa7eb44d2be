package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** What an operator sees of the service's work holds nothing of what people wrote, and no secret. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class LogsAndMetricsTest {
  private static final String MARKER = "Xylophonmarker";

  private final RunningService service;
  private final TestSite site;
  private final LogLines lines = new LogLines();

  LogsAndMetricsTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @BeforeEach
  void listen_to_the_log() {
    lines.start();
    root().addAppender(lines);
  }

  @AfterEach
  void stop_listening() {
    root().detachAppender(lines);
  }

  @Test
  void neither_logs_nor_metrics_hold_ids_texts_authors_or_keys() {
    everything_that_can_happen_to_a_comment();

    var metrics = service.anyone().get("/metrics").expect(200).body();

    var secrets = List.of(
        MARKER, String.valueOf(site.caller().key()), RunningService.OPERATOR_KEY, "192.0.2.99");
    assertThat(lines.text()).doesNotContain(secrets);
    assertThat(metrics).doesNotContain(secrets).doesNotContain(site.id());
  }

  @Test
  void a_refused_request_writes_no_error() {
    everything_that_can_happen_to_a_comment();
    RawConnection.send(
        service.port(),
        "POST %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"
            .formatted(site.comments(), site.caller().key()));

    assertThat(lines.levels()).doesNotContain("ERROR");
  }

  @Test
  void metrics_count_decisions_and_time_requests() {
    var before = decided();

    site.submit("c-1", "p-1", TestSite.HARMLESS).expect(201);

    assertThat(decided()).isEqualTo(before + 1);
    assertThat(service.anyone().get("/metrics").body())
        .contains("http_request_seconds_count{operation=\"submitComment\",status=\"201\"}");
  }

  @Test
  void health_says_which_part_is_up() {
    var ready = service.anyone().get("/health/ready").expect(200).json();

    assertThat(ready)
        .isEqualTo(
            Json.parse("{\"status\":\"UP\",\"checks\":{\"models\":\"UP\",\"store\":\"UP\"}}"));
    service.anyone().get("/health/live?at=1").expect(200);
  }

  @Test
  void capabilities_say_what_is_and_what_is_not_covered() {
    var capabilities = service.anyone().get("/v1/capabilities").expect(200).json();

    assertThat(Json.stream(capabilities.path("labels")).map(label -> label.asText()))
        .contains("SPAM", "TOXIC", "INSULT", "OBSCENE", "HATE", "THREAT", "SEXUAL", "SELF_HARM");
    assertThat(Json.stream(capabilities.path("byRules")).map(label -> label.asText()))
        .contains("SEXUAL", "SELF_HARM");
    assertThat(Json.stream(capabilities.path("models")).map(model -> model.asText()))
        .anySatisfy(model -> assertThat(model).startsWith("rules@"));
    assertThat(Json.stream(capabilities.path("notCovered")))
        .doesNotContainAnyElementsOf(Json.stream(capabilities.path("labels")).toList());
    assertThat(capabilities.at("/limits/textBytes").asInt()).isEqualTo(64 * 1024);
  }

  private void everything_that_can_happen_to_a_comment() {
    var submission = TestSite.submission(MARKER + "-1", MARKER, MARKER + " " + TestSite.SPAM);
    submission.set(
        "author",
        Json.object("name", MARKER, "email", MARKER + "@example.org", "ip", "192.0.2.99"));
    site.submit(submission).expect(201);
    site.submit(submission).expect(200);
    site.submit(submission.deepCopy().put("text", "Other " + MARKER)).expect(409);
    site.submit(submission.deepCopy().put("unlisted", MARKER)).expect(400);
    site.submit(submission.deepCopy().put(MARKER, 1)).expect(400);
    site.submit(submission.deepCopy().put("text", MARKER.repeat(6000))).expect(413);
    site.caller()
        .send("POST", site.comments(), Caller.JSON, "{\"text\":\"" + MARKER)
        .expect(400);
    site.caller().send("POST", site.comments(), MARKER, "{}").expect(415);
    site.caller().put(site.comment(MARKER + "-1"), Json.object("text", MARKER)).expect(200);
    site.read(MARKER + "-1").expect(200);
    site.read(MARKER + "-2").expect(404);
    site.caller().get(site.post(MARKER) + "/comments?" + MARKER + "=1").expect(400);
    site.caller()
        .post("/v1/classify", Json.object("text", MARKER, "evidence", true))
        .expect(200);
    site.caller().withKey("mod_" + MARKER).get(site.address()).expect(401);
    site.caller().get("/" + MARKER).expect(404);
    site.caller().delete(site.comment(MARKER + "-1")).expect(204);
    everything_that_other_contracts_can_be_asked();
  }

  private void everything_that_other_contracts_can_be_asked() {
    var plain = new Plain(service.port());
    var key = String.valueOf(site.caller().key());
    var comment = Json.object("text", MARKER + " is a stupid idiot.");
    for (var attribute : List.of("TOXICITY", MARKER)) {
      var analyze = Json.object("comment", comment, "clientToken", MARKER, "sessionId", MARKER);
      analyze.put("doNotStore", true).putObject("requestedAttributes").putObject(attribute);
      plain.post("/v1alpha1/comments:analyze?key=" + key, analyze);
      plain.post("/v1alpha1/comments:analyze?key=" + MARKER, analyze).expect(400);
    }
    plain.post("/v1alpha1/comments:suggestscore?key=" + key, "{\"" + MARKER).expect(400);
    plain.post("/v1alpha1/" + MARKER, "").expect(404);
    plain.post("/batch?key=" + key, MARKER).expect(400);
    plain
        .post("/v1/moderations", Json.object("input", MARKER), "Authorization", "Bearer " + key)
        .expect(200);
    plain
        .post("/v1/moderations", "[" + MARKER, "Authorization", "Bearer " + key)
        .expect(400);
    plain.get("/v1/models/" + MARKER, "Authorization", "Bearer " + key).expect(404);
    plain.post("/coral/" + MARKER, MARKER, "X-Coral-Signature", MARKER).expect(401);
  }

  private double decided() {
    return service
        .anyone()
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("comments_decided_total{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  /** All that a log line may show: its message, its keys, and what was thrown. */
  private static final class LogLines extends AppenderBase<ILoggingEvent> {
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      events.add(event);
    }

    String text() {
      return events.stream()
          .map(event -> event.getFormattedMessage() + " " + event.getKeyValuePairs() + " "
              + thrown(event.getThrowableProxy()))
          .collect(Collectors.joining("\n"));
    }

    List<String> levels() {
      return events.stream().map(event -> event.getLevel().toString()).toList();
    }

    private static String thrown(@Nullable IThrowableProxy thrown) {
      return thrown == null ? "" : ThrowableProxyUtil.asString(thrown);
    }
  }
}
