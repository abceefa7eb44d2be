package io.moderato.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.function.Function;

/**
 * What every door shares with the contract's own routes: the bounds on what is under way, how large it may be and how long it waits for
 * its turn, and the timing of requests. What the bounds refuse fails the request with a {@link ProblemException}.
 */
public final class DoorLimits {
  private final InFlightLimit requests;
  private final InFlightLimit bodies;
  private final int maxBodyBytes;
  private final WaitingRoom storing;
  private final WaitingRoom answering;
  private final MeterRegistry metrics;

  DoorLimits(
      InFlightLimit requests,
      InFlightLimit bodies,
      int maxBodyBytes,
      WaitingRoom storing,
      WaitingRoom answering,
      MeterRegistry metrics) {
    this.requests = requests;
    this.bodies = bodies;
    this.maxBodyBytes = maxBodyBytes;
    this.storing = storing;
    this.answering = answering;
    this.metrics = metrics;
  }

  /** Has the route's requests timed under the operation's name; to be called first. */
  public Route timed(Route route, String operation) {
    return route.handler(new OperationTimer(operation, metrics));
  }

  /** Has the route refuse a request at once when too many are under way. */
  public Route bounded(Route route) {
    return route.handler(requests);
  }

  /** Has the route leave the body unread until its sender is let in; a failed future fails the request. */
  public Route admitting(Route route, Function<RoutingContext, Future<?>> admission) {
    return route.handler((PlatformHandler) ctx -> {
      ctx.request().pause();
      admission
          .apply(ctx)
          .onComplete(done -> ctx.request().resume())
          .onSuccess(admitted -> ctx.next())
          .onFailure(ctx::fail);
    });
  }

  /** Has the route read the body into memory, up to the service's limits; to be called behind what admits the sender. */
  public Route withBody(Route route) {
    return route.handler(bodies).handler(new BodyReader(maxBodyBytes));
  }

  /** Has the route's requests take turns with everything that is kept for a site; to be called behind what reads the body. */
  public Route storing(Route route) {
    return route.handler(storing);
  }

  /** Has the route's requests take turns with everything that is answered and forgotten; to be called behind what reads the body. */
  public Route answering(Route route) {
    return route.handler(answering);
  }
}
