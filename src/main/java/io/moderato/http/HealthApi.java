package io.moderato.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class HealthApi {
  private final Supplier<Future<Void>> store;
  private final PrometheusMeterRegistry metrics;

  /** @param store succeeds when the store can be used now */
  public HealthApi(Supplier<Future<Void>> store, PrometheusMeterRegistry metrics) {
    this.store = store;
    this.metrics = metrics;
  }

  public void getLiveness(RoutingContext ctx) {
    Responses.json(ctx, 200, new JsonObject().put("status", "UP"));
  }

  public void getReadiness(RoutingContext ctx) {
    store
        .get()
        .onComplete(
            up -> Responses.json(ctx, up.succeeded() ? 200 : 503, readiness(up.succeeded())));
  }

  public void getMetrics(RoutingContext ctx) {
    Responses.text(ctx, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
  }

  private static JsonObject readiness(boolean storeUp) {
    var word = storeUp ? "UP" : "DOWN";
    return new JsonObject()
        .put("status", word)
        .put("checks", new JsonObject().put("models", "UP").put("store", word));
  }
}
