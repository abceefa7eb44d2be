package io.moderato.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Metric {@code http_request_seconds{operation, status}}, and the operation's name for the log. */
final class OperationTimer implements PlatformHandler {
  private final String operation;
  private final MeterRegistry metrics;
  private final Map<Integer, Timer> byStatus = new ConcurrentHashMap<>();

  OperationTimer(String operation, MeterRegistry metrics) {
    this.operation = operation;
    this.metrics = metrics;
  }

  @Override
  public void handle(RoutingContext ctx) {
    var begin = System.nanoTime();
    ctx.put("operation", operation);
    ctx.addEndHandler(ended -> byStatus
        .computeIfAbsent(ctx.response().getStatusCode(), this::timer)
        .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS));
    ctx.next();
  }

  private Timer timer(int status) {
    return Timer.builder("http.request")
        .description("Time from the request's head to the answer's end")
        .tag("operation", operation)
        .tag("status", Integer.toString(status))
        .publishPercentileHistogram(false)
        .register(metrics);
  }
}
