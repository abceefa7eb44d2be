package io.moderato.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicRootTest {
  private static final Map<String, String> FORWARDED =
      Map.of("Host", "inside:8080", "X-Forwarded-Host", "a.example", "X-Forwarded-Proto", "https");

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void what_the_operator_says_stands_whatever_was_asked() {
    var told = new PublicAddress(URI.create("https://m.example.org/moderato"), 1);

    assertThat(root(told, FORWARDED)).contains("https://m.example.org/moderato");
  }

  @Test
  void what_a_request_says_of_proxies_counts_only_behind_one() {
    assertThat(root(new PublicAddress(null, 0), FORWARDED)).contains("http://inside:8080");
    assertThat(root(new PublicAddress(null, 1), FORWARDED)).contains("https://a.example");
  }

  @Test
  void a_name_that_is_none_names_nothing() {
    assertThat(root(new PublicAddress(null, 1), Map.of("X-Forwarded-Host", "a\"b")))
        .isEmpty();
  }

  /** What is told of a real request with these headers. */
  private Optional<String> root(PublicAddress address, Map<String, String> headers) {
    var server = vertx
        .createHttpServer()
        .requestHandler((HttpServerRequest request) ->
            request.response().end(address.root(request).orElse("")))
        .listen(0, "127.0.0.1")
        .await();
    var body = RawGet.body(server.actualPort(), headers);
    return Optional.of(body).filter(root -> !root.isEmpty());
  }
}
