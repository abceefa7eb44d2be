package io.moderato.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which method does which operation. */
public final class Operations {
  private final Map<String, Handler<RoutingContext>> methods = new LinkedHashMap<>();

  /** @param operationId as in openapi.yaml */
  public Operations add(String operationId, Handler<RoutingContext> method) {
    if (methods.put(operationId, method) != null) {
      throw new IllegalArgumentException("operation %s has two methods".formatted(operationId));
    }
    return this;
  }

  Map<String, Handler<RoutingContext>> byId() {
    return methods;
  }
}
