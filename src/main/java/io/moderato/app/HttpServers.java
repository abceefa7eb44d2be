package io.moderato.app;

import io.moderato.app.Settings.HttpSettings;
import io.moderato.http.ContractRouter;
import io.moderato.http.StaticFiles;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;

/** The process's HTTP servers: one for each core; all share the port. */
public final class HttpServers {
  /** Vert.x binds servers of one negative port to the same free port, and those of port 0 to one each. */
  private static final int ANY_SHARED_PORT = -1;

  private HttpServers() {}

  /**
   * Starts them; gives the port. They end with Vert.x. Not for an event loop's thread.
   *
   * @throws UnusableAddressException if the address can't be listened on
   */
  public static int listen(Vertx vertx, HttpSettings http, ContractRouter router) {
    var files = new StaticFiles(Version::ofWebJar);
    var port = http.port() == 0 ? ANY_SHARED_PORT : http.port();
    var first = new HttpVerticle(http, port, router, files);
    vertx
        .deployVerticle(first)
        .recover(failure -> Future.failedFuture(new UnusableAddressException(http, failure)))
        .await();
    var others = new ArrayList<Future<?>>();
    for (int i = 1; i < Runtime.getRuntime().availableProcessors(); i++) {
      others.add(vertx.deployVerticle(new HttpVerticle(http, port, router, files)));
    }
    Future.all(others).await();
    return first.actualPort();
  }
}
