package io.moderato.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicAddressTest {
  private static Vertx vertx;
  private static HttpServer server;

  private static Function<HttpServerRequest, Object> asked = request -> "";

  @BeforeAll
  static void listen() {
    vertx = Vertx.vertx();
    server = vertx
        .createHttpServer()
        .requestHandler(request -> request.response().end(asked.apply(request).toString()))
        .listen(0, "127.0.0.1")
        .await();
  }

  @AfterAll
  static void stop() {
    vertx.close().await();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, false",
    "localhost:8080, false",
    "moderato.localhost, false",
    "127.0.0.1:8080, false",
    "127.1.2.3, false",
    "[::1]:8080, false",
    "moderation.example.org, true",
    "10.0.0.1:8080, true",
    "localhost.example.org, true",
    "127.0.0.1.example.org, true",
    "evil-localhost, true"
  })
  void cookies_are_for_secure_connections_but_on_one_s_own_machine(String host, boolean secure) {
    assertThat(isSecure(null, Map.of("Host", host))).isEqualTo(secure);
  }

  @Test
  void what_a_proxy_or_the_operator_says_counts_on_one_s_own_machine_too() {
    assertThat(isSecure(null, Map.of("Host", "localhost", "X-Forwarded-Proto", "https")))
        .isTrue();
    assertThat(isSecure("https://example.org", Map.of("Host", "localhost"))).isTrue();
    assertThat(isSecure("http://moderato.lan", Map.of("Host", "moderato.lan"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "0, '198.51.100.7', 127.0.0.1",
        "1, none, 127.0.0.1",
        "1, '198.51.100.7', 198.51.100.7",
        "1, 'forged, 198.51.100.7', 198.51.100.7",
        "2, 'forged, 198.51.100.7, 10.0.0.1', 198.51.100.7",
        "2, '198.51.100.7', 198.51.100.7",
        "1, ' , ,', 127.0.0.1"
      })
  void as_many_of_the_last_addresses_are_believed_as_there_are_proxies(
      int proxies, @Nullable String forwarded, String client) {
    var headers =
        forwarded == null ? Map.<String, String>of() : Map.of("X-Forwarded-For", forwarded);

    assertThat(ask(request -> new PublicAddress(null, proxies).client(request), headers))
        .isEqualTo(client);
  }

  private static boolean isSecure(@Nullable String url, Map<String, String> headers) {
    var address = new PublicAddress(url == null ? null : URI.create(url), 0);
    return Boolean.parseBoolean(ask(address::isSecure, headers));
  }

  private static String ask(
      Function<HttpServerRequest, Object> question, Map<String, String> headers) {
    asked = question;
    return RawGet.body(server.actualPort(), headers);
  }
}
