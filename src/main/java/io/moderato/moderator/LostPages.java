package io.moderato.moderator;

import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Tells a browser in its own language that there is no such page; programs get the problem as everywhere. */
public final class LostPages implements Door {
  @Override
  public void mount(Router router, DoorLimits limits) {
    router
        .route()
        .order(Integer.MAX_VALUE)
        .handler(LostPages::answer); // of GET alone, other methods would be refused, not lost
  }

  private static void answer(RoutingContext ctx) {
    var asked = ctx.request();
    boolean isLink = asked.method().equals(HttpMethod.GET) && !asked.path().startsWith("/v1/");
    if (isLink && ProblemPages.isPage(ctx)) {
      ProblemPages.answerLost(ctx);
    } else {
      ctx.next();
    }
  }
}
