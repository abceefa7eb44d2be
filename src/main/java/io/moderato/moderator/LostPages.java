package io.moderato.moderator;

import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Tells a browser in its own language that there is no such page; programs get the problem as everywhere. */
public final class LostPages implements Door {
  @Override
  public void mount(Router router, DoorLimits limits) {
    router.get().order(Integer.MAX_VALUE).handler(LostPages::answer);
  }

  private static void answer(RoutingContext ctx) {
    if (ProblemPages.isPage(ctx) && !ctx.request().path().startsWith("/v1/")) {
      ProblemPages.answerLost(ctx);
    } else {
      ctx.next();
    }
  }
}
