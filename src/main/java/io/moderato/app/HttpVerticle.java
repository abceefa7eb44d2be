package io.moderato.app;

import io.moderato.app.Settings.HttpSettings;
import io.moderato.http.ContractRouter;
import io.moderato.http.ReadableRequests;
import io.moderato.http.StaticFiles;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One HTTP server on one event loop; several of them share the port. */
final class HttpVerticle extends VerticleBase {
  private static final int IDLE_SECONDS = 60;
  private static final int DRAIN_SECONDS = 10;

  private final String host;
  private final int port;
  private final int maxBodyBytes;
  private final ContractRouter router;
  private final StaticFiles files;
  private @Nullable HttpServer server;

  /** @param port any that is free and shared with the others where it is negative */
  HttpVerticle(HttpSettings http, int port, ContractRouter router, StaticFiles files) {
    this.host = http.host();
    this.port = port;
    this.maxBodyBytes = http.maxBodyBytes();
    this.router = router;
    this.files = files;
  }

  @Override
  public Future<?> start() {
    var options = new HttpServerOptions()
        .setHost(host)
        .setPort(port)
        .setIdleTimeout(IDLE_SECONDS)
        .setMaxInitialLineLength(16 * 1024) // room for the longest ids and cursors, percent-encoded
        .setMaxHeaderSize(16 * 1024)
        .setMaxFormAttributeSize(maxBodyBytes) // a note, or what a large selection holds
        .setTcpNoDelay(true);
    var routes = router.router(vertx);
    files.mount(routes);
    var requests = new ReadableRequests(routes);
    var created = vertx
        .createHttpServer(options)
        .requestHandler(requests)
        .invalidRequestHandler(requests::refuse);
    server = created;
    return created.listen();
  }

  @Override
  public Future<?> stop() {
    return server == null
        ? Future.succeededFuture()
        : server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
  }

  int actualPort() {
    return server == null ? port : server.actualPort();
  }
}
