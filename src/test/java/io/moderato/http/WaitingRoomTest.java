package io.moderato.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingRoomTest {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
  private final BlockingQueue<RoutingContext> worked = new LinkedBlockingQueue<>();
  private int port;

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void who_finds_no_place_waits_and_the_youngest_gets_the_next_one() throws Exception {
    serve(new WaitingRoom(1, Duration.ofMinutes(5)));
    var first = ask("first");
    var second = ask("second");
    var third = ask("third");

    assertThat(end(working())).isEqualTo("first");
    assertThat(end(working())).isEqualTo("third");
    assertThat(end(working())).isEqualTo("second");
    assertThat(first.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
    assertThat(second.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
    assertThat(third.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
  }

  @Test
  void who_has_waited_long_enough_is_refused_and_the_place_is_free_for_the_next() throws Exception {
    serve(new WaitingRoom(1, Duration.ofMillis(1)));
    var first = ask("first");
    var second = ask("second").get(1, TimeUnit.MINUTES);

    assertThat(second.statusCode()).isEqualTo(503);
    assertThat(second.headers().firstValue("Retry-After")).contains("1");
    assertThat(end(working())).isEqualTo("first");
    assertThat(first.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);

    var next = ask("next");
    assertThat(end(working())).isEqualTo("next");
    assertThat(next.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
  }

  private void serve(WaitingRoom room) {
    var router = Router.router(vertx);
    router.get("/:name").handler(ctx -> {
      ctx.vertx().runOnContext(inTheRoom -> arrived.add(ctx.pathParam("name")));
      ctx.next();
    });
    router.get("/:name").handler(room).handler(worked::add).failureHandler(new ProblemHandler());
    port = vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .await()
        .actualPort();
  }

  /** Returns when the request has come to the room. */
  private CompletableFuture<HttpResponse<String>> ask(String name) throws InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/%s".formatted(port, name)))
        .build();
    var answer = client.sendAsync(request, BodyHandlers.ofString());
    assertThat(arrived.poll(1, TimeUnit.MINUTES)).isEqualTo(name);
    return answer;
  }

  private RoutingContext working() throws InterruptedException {
    return worked.poll(1, TimeUnit.MINUTES);
  }

  private static String end(RoutingContext ctx) {
    ctx.end();
    return ctx.pathParam("name");
  }
}
