package io.moderato.http;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/**
 * Refuses a request at once when more is under way than is to be, so that accepted work keeps its pace and the heap its bounds. Shared
 * by all event loops.
 */
public final class InFlightLimit implements PlatformHandler {
  private final long most;
  private final ToLongFunction<RoutingContext> weight;
  private final AtomicLong underWay = new AtomicLong();

  /** @param weight what a request counts for */
  private InFlightLimit(long most, ToLongFunction<RoutingContext> weight) {
    this.most = most;
    this.weight = weight;
  }

  public static InFlightLimit ofRequests(int most) {
    return new InFlightLimit(most, ctx -> 1);
  }

  /**
   * Bodies are read into memory, where they take several times their size.
   *
   * @param largest of one body in bytes; a larger one is refused unread, and counts as one of these until then
   * @param bodies how many of the largest there may be
   */
  public static InFlightLimit ofBodyBytes(int largest, int bodies) {
    return new InFlightLimit(
        (long) largest * bodies, ctx -> Math.min(largest, BodyReader.mostBytes(ctx.request())));
  }

  @Override
  public void handle(RoutingContext ctx) {
    var counted = weight.applyAsLong(ctx);
    if (underWay.addAndGet(counted) > most) {
      underWay.addAndGet(-counted);
      throw new ProblemException(ProblemHandler.full());
    }
    ctx.addEndHandler(ended -> underWay.addAndGet(-counted));
    ctx.next();
  }
}
