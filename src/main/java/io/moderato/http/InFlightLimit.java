package io.moderato.http;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.concurrent.atomic.AtomicInteger;

/** Refuses a request at once when more are under way than are to be, so that those keep their pace. Shared by all event loops. */
public final class InFlightLimit implements PlatformHandler {
  private final int most;
  private final AtomicInteger underWay = new AtomicInteger();

  public InFlightLimit(int most) {
    this.most = most;
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (underWay.incrementAndGet() > most) {
      underWay.decrementAndGet();
      throw new ProblemException(ProblemHandler.full());
    }
    ctx.addEndHandler(ended -> underWay.decrementAndGet());
    ctx.next();
  }
}
