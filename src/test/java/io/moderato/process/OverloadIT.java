package io.moderato.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends more requests at once than {@code http.max-in-flight} admits. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OverloadIT {
  private static final int MOST_IN_FLIGHT = 4;
  private static final String TEXT = "{\"text\":\"Me too.\"}";

  @TempDir
  private Path dataDir;

  @Test
  void refuses_the_excess_at_once_while_what_was_accepted_ends() throws Exception {
    try (var service =
        ServiceProcess.start(dataDir, "--http-max-in-flight", Integer.toString(MOST_IN_FLIGHT))) {
      var key = service.createSite("kept");
      var accepted = new ArrayList<HeldRequest>();
      for (int i = 0; i < MOST_IN_FLIGHT; i++) {
        var comment =
            "{\"id\":\"held-%d\",\"post\":{\"id\":\"p\"},\"text\":\"Hello.\"}".formatted(i);
        accepted.add(HeldRequest.post(service.port(), key, "/v1/sites/kept/comments", comment));
      }

      var excess = service.post("/v1/classify", TEXT);
      var begin = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        assertThat(service.post("/v1/classify", TEXT).statusCode()).isEqualTo(503);
      }
      var refusals = Duration.ofNanos(System.nanoTime() - begin);

      assertThat(excess.statusCode()).isEqualTo(503);
      assertThat(excess.headers().firstValue("Retry-After")).isPresent();
      assertThat(new JsonObject(excess.body()).getString("type"))
          .isEqualTo("/docs/problems/overloaded");
      assertThat(refusals).as("a hundred refusals").isLessThan(Duration.ofSeconds(10));
      var perspective = service.post("/v1alpha1/comments:analyze?key=" + key, "{}");
      assertThat(perspective.statusCode()).isEqualTo(429);
      assertThat(perspective.body()).contains("\"status\" : \"RESOURCE_EXHAUSTED\"");
      assertThat(perspective.headers().firstValue("Retry-After")).isPresent();
      var openai = service.post("/v1/moderations", "{\"input\":\"a\"}");
      assertThat(openai.statusCode()).isEqualTo(429);
      assertThat(openai.body()).contains("\"code\":\"rate_limit_exceeded\"");
      assertThat(openai.headers().firstValue("retry-after-ms")).contains("1000");
      assertThat(service.post("/coral/kept", "{}").statusCode()).isEqualTo(503);
      assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
      for (var each : accepted) {
        assertThat(each.end()).isEqualTo("HTTP/1.1 201 Created");
        each.close();
      }
      assertThat(service.post("/v1/classify", TEXT).statusCode()).isEqualTo(200);
    }
  }
}
