package io.moderato.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that can't succeed end with status 2 and a sentence for the operator, not with a stack trace. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedStartIT {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TempDir
  private Path dataDir;

  @Test
  void names_a_port_that_is_in_use() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var port = taken.getLocalPort();

      var service = ServiceProcess.launch(dataDir, "--http-port", Integer.toString(port));

      assertThat(service.awaitExit(LONGEST)).isEqualTo(2);
      assertThat(service.output())
          .contains("can't listen on 127.0.0.1, port " + port, "http.port")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void names_a_data_directory_that_another_process_uses() throws Exception {
    try (var first = ServiceProcess.start(dataDir)) {
      var second = ServiceProcess.launch(dataDir);

      assertThat(second.awaitExit(LONGEST)).isEqualTo(2);
      assertThat(second.output()).contains(dataDir.toString(), "in use").doesNotContain("\tat ");
      assertThat(first.get("/health/ready").statusCode()).isEqualTo(200);
    }
  }
}
