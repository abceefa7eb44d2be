package io.moderato.http;

import io.vertx.ext.web.Router;

/**
 * Routes of another service's contract, beside those of openapi.yaml: with its own paths, limits, and shapes of errors. Each of its
 * routes answers its own failures; what a route leaves unanswered becomes a problem as everywhere.
 */
public interface Door {
  /** Called once for each event loop, before the contract's own routes are added. */
  void mount(Router router, DoorLimits limits);
}
