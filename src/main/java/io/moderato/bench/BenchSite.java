package io.moderato.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * A running service with a site to send comments to.
 *
 * @param load as many requests under way as are to be measured
 * @param batches few requests under way; for large ones
 */
record BenchSite(ServerProcess server, Load load, Load batches, String key)
    implements AutoCloseable {
  static final String COMMENTS = "/v1/sites/bench/comments";

  /** Of a service that has no such site yet. */
  static BenchSite create(Vertx vertx, ServerProcess server, int inFlight) {
    var load = new Load(vertx, server, inFlight);
    var site = new JsonObject().put("id", "bench").put("name", "Benchmark");
    var created = load.post("/v1/sites", ServerProcess.ADMIN_KEY, Buffer.buffer(site.encode()))
        .toJsonObject();
    return new BenchSite(
        server, load, new Load(vertx, server, 2), created.getJsonObject("key").getString("key"));
  }

  @Override
  public void close() {
    load.close();
    batches.close();
    server.close();
  }
}
