package io.moderato.http;

import io.vertx.ext.web.Route;

/**
 * The bounds on what is under way and how large it may be, which every door shares with the contract's own routes. What they refuse fails
 * the request with a {@link ProblemException}.
 */
public final class DoorLimits {
  private final InFlightLimit requests;
  private final InFlightLimit bodies;
  private final int maxBodyBytes;

  DoorLimits(InFlightLimit requests, InFlightLimit bodies, int maxBodyBytes) {
    this.requests = requests;
    this.bodies = bodies;
    this.maxBodyBytes = maxBodyBytes;
  }

  /** Has the route refuse a request at once when too many are under way. */
  public Route bounded(Route route) {
    return route.handler(requests);
  }

  /** Has the route read the body into memory, up to the service's limits; to be called behind what admits the sender. */
  public Route withBody(Route route) {
    return route.handler(bodies).handler(new BodyReader(maxBodyBytes));
  }
}
