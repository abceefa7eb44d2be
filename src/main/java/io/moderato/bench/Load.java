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

/** Drives a service over keep-alive connections from one event loop: with a fixed number of requests under way, or at a fixed rate. */
final class Load implements AutoCloseable {
  private final Vertx vertx;
  private final HttpClient client;
  private final ServerProcess server;
  private final int inFlight;

  /**
   * When to stop: after the time, or when so many requests were sent, whichever comes first.
   *
   * @param requests at most
   * @param perSecond requests begun, whether or not those before are answered; 0 for as fast as answers come
   * @param patient whether a request that is due waits for a free connection; otherwise it is given up
   */
  record Limit(Duration time, long requests, double perSecond, boolean patient) {
    static Limit of(Duration time) {
      return new Limit(time, Long.MAX_VALUE, 0, true);
    }

    static Limit ofRequests(long requests) {
      return new Limit(Duration.ofHours(1), requests, 0, true);
    }

    /** A request that begins late for want of a connection has waited since it was due. */
    static Limit paced(Duration time, double perSecond) {
      return new Limit(time, Long.MAX_VALUE, perSecond, true);
    }

    /** Of callers who have no time: what finds no free connection is not sent. */
    static Limit pressed(Duration time, double perSecond) {
      return new Limit(time, Long.MAX_VALUE, perSecond, false);
    }
  }

  /** Where to post to, and what the bodies are. */
  record Target(String path, String contentType) {
    static Target json(String path) {
      return new Target(path, "application/json");
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
    return send(Target.json(path), key, body).await();
  }

  /** As {@link #post(String, String, Buffer)}, with another method. */
  Buffer send(HttpMethod method, String path, String key, Buffer body) {
    return send(method, Target.json(path), key, body).await();
  }

  /** Posts bodies of so many comments each until the limit. Not for an event loop's thread. */
  LoadResult post(String path, String key, Supplier<Buffer> bodies, int commentsEach, Limit limit) {
    return post(Target.json(path), key, bodies, commentsEach, limit);
  }

  /** As the other one, with bodies of any kind. */
  LoadResult post(
      Target target, String key, Supplier<Buffer> bodies, int commentsEach, Limit limit) {
    var stretch = new Stretch(() -> send(target, key, bodies.get()), limit);
    var serverBefore = server.cpu();
    var clientBefore = ProcessCpu.of(ProcessHandle.current());
    var begin = System.nanoTime();
    stretch.run().await();
    var elapsed = Duration.ofNanos(System.nanoTime() - begin);
    return new LoadResult(
        (long) stretch.latencies.count() * commentsEach,
        stretch.refused,
        stretch.unsent,
        elapsed,
        stretch.latencies,
        ProcessCpu.of(ProcessHandle.current()).minus(clientBefore),
        server.cpu().minus(serverBefore));
  }

  private Future<Buffer> send(Target target, String key, Buffer body) {
    return send(HttpMethod.POST, target, key, body);
  }

  private Future<Buffer> send(HttpMethod method, Target target, String key, Buffer body) {
    var options = new RequestOptions()
        .setMethod(method)
        .setURI(target.path())
        .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key)
        .putHeader(HttpHeaders.CONTENT_TYPE, target.contentType());
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
    private long unsent;
    private int underWay;
    private long end;

    Stretch(Supplier<Future<Buffer>> sent, Limit limit) {
      this.sent = sent;
      this.limit = limit;
    }

    Future<Void> run() {
      vertx.getOrCreateContext().runOnContext(start -> {
        var begin = System.nanoTime();
        end = begin + limit.time().toNanos();
        if (limit.perSecond() > 0) {
          vertx.setPeriodic(1, timer -> beginDue(begin, timer));
        } else {
          for (int i = 0; i < inFlight; i++) {
            next();
          }
        }
      });
      return over.future();
    }

    private void beginDue(long begin, long timer) {
      var nanosEach = 1e9 / limit.perSecond();
      var now = System.nanoTime();
      for (var due = begin + (long) ((begun + unsent) * nanosEach);
          due <= now && due < end;
          due = begin + (long) ((begun + unsent) * nanosEach)) {
        if (limit.patient() || underWay < inFlight) {
          begin(due);
        } else {
          unsent++;
        }
      }
      if (now >= end) {
        vertx.cancelTimer(timer);
        endIfDone();
      }
    }

    private void next() {
      var now = System.nanoTime();
      if (begun >= limit.requests() || now >= end) {
        endIfDone();
      } else {
        begin(now);
      }
    }

    private void endIfDone() {
      if (underWay == 0) {
        over.tryComplete();
      }
    }

    private void begin(long since) {
      begun++;
      underWay++;
      sent.get().onComplete(answer -> {
        underWay--;
        if (answer.succeeded()) {
          latencies.add(System.nanoTime() - since);
        } else {
          refused++;
        }
        if (limit.perSecond() == 0) {
          next();
        } else if (System.nanoTime() >= end) {
          endIfDone();
        }
      });
    }
  }
}
