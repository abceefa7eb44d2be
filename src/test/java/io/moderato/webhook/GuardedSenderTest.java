package io.moderato.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardedSenderTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final Vertx vertx = Vertx.vertx();
  private final Receiver receiver = new Receiver();
  private final AtomicInteger lookUps = new AtomicInteger();

  @AfterEach
  void close() {
    receiver.close();
    vertx.close().await();
  }

  private GuardedSender sender(String allowed, Duration longest) {
    NameResolver names = host -> {
      lookUps.incrementAndGet();
      return Future.succeededFuture(List.of(LOOPBACK));
    };
    var guard = new AddressGuard(AllowedNetworks.of(allowed), names);
    return new GuardedSender(vertx, guard, longest, new HttpClientOptions());
  }

  private GuardedSender sender(String allowed) {
    return sender(allowed, Duration.ofSeconds(10));
  }

  @Test
  void posts_to_the_address_that_was_looked_up_once_under_the_name_that_was_given() {
    var url = "http://blog.example.org:%d/hooks?a=1".formatted(receiver.port());

    var answer = sender("blog.example.org")
        .post(url, Map.of("webhook-id", "e-1"), "{\"a\":\"ü\"}")
        .await();

    assertThat(answer).isEqualTo(new GuardedSender.Answer(204, null));
    assertThat(lookUps).hasValue(1);
    var call = receiver.calls().get(0);
    assertThat(call.path()).isEqualTo("/hooks?a=1");
    assertThat(call.header("host")).isEqualTo("blog.example.org:" + receiver.port());
    assertThat(call.header("webhook-id")).isEqualTo("e-1");
    assertThat(call.body()).isEqualTo("{\"a\":\"ü\"}");
  }

  @Test
  void a_name_that_leads_inside_is_called_by_nobody() {
    var url = "http://blog.example.org:%d/".formatted(receiver.port());

    assertThatThrownBy(() -> sender("10.0.0.0/8").post(url, Map.of(), "").await())
        .isInstanceOf(RefusedAddressException.class);
    assertThatThrownBy(() -> sender("").post(receiver.url("/"), Map.of(), "").await())
        .isInstanceOf(RefusedAddressException.class);
    assertThat(receiver.calls()).isEmpty();
  }

  @Test
  void no_redirect_is_followed() {
    receiver.answers(call -> 307);

    assertThat(
            sender("127.0.0.1").post(receiver.url("/"), Map.of(), "{}").await().status())
        .isEqualTo(307);
    assertThat(receiver.calls()).hasSize(1);
  }

  @Test
  void whoever_never_answers_or_answers_drop_by_drop_is_given_up() throws IOException {
    try (var silent = new ServerSocket(0, 10, LOOPBACK)) {
      var drops = new Thread(() -> {
        try (var socket = silent.accept()) {
          socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes());
          while (true) {
            Thread.sleep(50);
            socket.getOutputStream().write("X-A: b\r\n".getBytes());
          }
        } catch (IOException | InterruptedException end) {
          // the other side has hung up
        }
      });
      drops.start();
      var url = "http://127.0.0.1:" + silent.getLocalPort();
      var sender = sender("127.0.0.1", Duration.ofMillis(300));

      assertThatThrownBy(() -> sender.post(url, Map.of(), "").await())
          .isInstanceOf(TimeoutException.class);
      assertThatThrownBy(() -> sender.post(url, Map.of(), "").await())
          .isInstanceOf(TimeoutException.class);
      drops.interrupt();
    }
  }

  @Test
  void an_endless_answer_is_not_read() throws Exception {
    try (var server = new ServerSocket(0, 10, LOOPBACK)) {
      var written = new AtomicInteger();
      var endless = new Thread(() -> {
        try (var socket = server.accept()) {
          var request = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
          while (!request.readLine().isEmpty()) {} // an answer to no request would be an error
          var out = socket.getOutputStream();
          out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes());
          while (true) {
            out.write(("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes());
            written.incrementAndGet();
          }
        } catch (IOException end) {
          // the other side has hung up
        }
      });
      endless.start();

      var answer = sender("127.0.0.1")
          .post("http://127.0.0.1:" + server.getLocalPort() + "/", Map.of(), "")
          .await();

      assertThat(answer.status()).isEqualTo(200);
      endless.join(10_000);
      assertThat(endless.isAlive()).as("the connection is closed").isFalse();
    }
  }

  @Test
  void a_refused_connection_is_a_failure() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, LOOPBACK)) {
      port = closed.getLocalPort();
    }

    assertThatThrownBy(() ->
            sender("127.0.0.1").post("http://127.0.0.1:" + port, Map.of(), "").await())
        .isInstanceOf(IOException.class);
  }

  @Test
  void the_machines_own_names_are_looked_up_and_checked() {
    try (var names = new DnsNames(vertx)) {
      var guard = new AddressGuard(AllowedNetworks.NONE, names);
      var sender = new GuardedSender(vertx, guard);

      assertThatThrownBy(() ->
              sender.post("http://localhost:" + receiver.port(), Map.of(), "").await())
          .isInstanceOf(RefusedAddressException.class)
          .hasMessageContaining("not public");
      assertThat(receiver.calls()).isEmpty();
    }
  }
}
