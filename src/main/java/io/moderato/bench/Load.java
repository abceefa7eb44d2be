package io.moderato.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.function.Supplier;

/** Drives a service over keep-alive connections, with a fixed number of requests under way, from one event loop. */
final class Load implements AutoCloseable {
  private final Vertx vertx;
  private final HttpClient client;
  private final ServerProcess server;
  private final int inFlight;

  /**
   * When to stop: after the time, or when so many requests were sent, whichever comes first.
   *
   * @param requests at most
   */
  record Limit(Duration time, long requests) {
    static Limit of(Duration time) {
      return new Limit(time, Long.MAX_VALUE);
    }

    static Limit ofRequests(long requests) {
      return new Limit(Duration.ofHours(1), requests);
    }
  }

  Load(Vertx vertx, ServerProcess server, int inFlight) {
    this.vertx = vertx;
    this.server = server;
    this.inFlight = inFlight;
    this.client = vertx.createHttpClient(
        new HttpClientOptions()
            .setDefaultHost("127.0.0.1")
            .setDefaultPort(server.port())
            .setTcpNoDelay(true),
        new PoolOptions().setHttp1MaxSize(inFlight));
  }

  /** Sends one JSON request and gives the answer's body; for setting up. */
  Buffer post(String path, String key, Buffer body) {
    return send(path, key, body).await();
  }

  /** As {@link #post(String, String, Buffer)}, with another method. */
  Buffer send(HttpMethod method, String path, String key, Buffer body) {
    return request(method, path, key, body).await();
  }

  /** Posts bodies of so many comments each until the limit. Not for an event loop's thread. */
  LoadResult post(String path, String key, Supplier<Buffer> bodies, int commentsEach, Limit limit) {
    var stretch = new Stretch(() -> send(path, key, bodies.get()), limit);
    var serverBefore = server.cpu();
    var clientBefore = ProcessCpu.of(ProcessHandle.current());
    var begin = System.nanoTime();
    stretch.run().await();
    var elapsed = Duration.ofNanos(System.nanoTime() - begin);
    return new LoadResult(
        (long) stretch.latencies.count() * commentsEach,
        stretch.refused,
        elapsed,
        stretch.latencies,
        ProcessCpu.of(ProcessHandle.current()).minus(clientBefore),
        server.cpu().minus(serverBefore));
  }

  private Future<Buffer> send(String path, String key, Buffer body) {
    return request(HttpMethod.POST, path, key, body);
  }

  private Future<Buffer> request(HttpMethod method, String path, String key, Buffer body) {
    var options = new RequestOptions()
        .setMethod(method)
        .setURI(path)
        .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    return client
        .request(options)
        .compose(request -> request.send(body))
        .compose(response -> response
            .body()
            .compose(answer -> response.statusCode() / 100 == 2
                ? Future.succeededFuture(answer)
                : Future.failedFuture("%d %s".formatted(response.statusCode(), answer))));
  }

  @Override
  public void close() {
    client.close().await();
  }

  /** One run of load; its state belongs to one event loop. */
  private final class Stretch {
    private final Supplier<Future<Buffer>> sent;
    private final Limit limit;
    private final Promise<Void> over = Promise.promise();
    private final Latencies latencies = new Latencies();
    private long begun;
    private long refused;
    private int underWay;
    private long end;

    Stretch(Supplier<Future<Buffer>> sent, Limit limit) {
      this.sent = sent;
      this.limit = limit;
    }

    Future<Void> run() {
      vertx.getOrCreateContext().runOnContext(start -> {
        end = System.nanoTime() + limit.time().toNanos();
        for (int i = 0; i < inFlight; i++) {
          next();
        }
      });
      return over.future();
    }

    private void next() {
      var now = System.nanoTime();
      if (begun >= limit.requests() || now >= end) {
        if (underWay == 0) {
          over.tryComplete();
        }
        return;
      }
      begun++;
      underWay++;
      sent.get().onComplete(answer -> {
        underWay--;
        if (answer.succeeded()) {
          latencies.add(System.nanoTime() - now);
        } else {
          refused++;
        }
        next();
      });
    }
  }
}
