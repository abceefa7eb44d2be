package io.moderato.http;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Has so many requests worked on at once and lets the others wait for a place, for a short time each: then they are refused, so that
 * whoever is answered is answered soon, however many come. The youngest comes in first; where more come than are worked off, the oldest
 * would have waited in vain anyway. Shared by all event loops; stands behind what reads the body, so that slow senders take no place.
 */
final class WaitingRoom implements Handler<RoutingContext> {
  private final int places;
  private final long longestWaitMillis;
  private final ArrayDeque<Visit> waiting = new ArrayDeque<>();
  private int taken;

  WaitingRoom(int places, Duration longestWait) {
    this.places = places;
    this.longestWaitMillis = longestWait.toMillis();
  }

  /** One request, on its event loop. */
  private final class Visit {
    private final RoutingContext ctx;
    private final Context loop;
    private long timer;
    private boolean hasPlace;

    Visit(RoutingContext ctx) {
      this.ctx = ctx;
      this.loop = ctx.vertx().getOrCreateContext();
    }

    void begin() {
      loop.runOnContext(now -> {
        ctx.vertx().cancelTimer(timer);
        ctx.next();
      });
    }

    void refuse() {
      ctx.fail(new ProblemException(ProblemHandler.full()));
    }
  }

  @Override
  public void handle(RoutingContext ctx) {
    var visit = new Visit(ctx);
    ctx.addEndHandler(ended -> leave(visit));
    if (comesIn(visit)) {
      ctx.next();
    }
  }

  private synchronized boolean comesIn(Visit visit) {
    if (taken < places) {
      taken++;
      visit.hasPlace = true;
      return true;
    }
    visit.timer = visit.ctx.vertx().setTimer(longestWaitMillis, passed -> giveUp(visit));
    waiting.addLast(visit);
    return false;
  }

  private void giveUp(Visit visit) {
    if (stopsWaiting(visit)) {
      visit.refuse();
    }
  }

  /** The oldest stands first, where it is found at once. */
  private synchronized boolean stopsWaiting(Visit visit) {
    return waiting.remove(visit);
  }

  private void leave(Visit visit) {
    var next = next(visit);
    if (next != null) {
      next.begin();
    }
  }

  /** Who gets the place of one that leaves. */
  private synchronized @Nullable Visit next(Visit leaving) {
    if (!leaving.hasPlace) {
      waiting.remove(leaving); // its connection was closed, or it was refused
      return null;
    }
    var next = waiting.pollLast();
    if (next == null) {
      taken--;
    } else {
      next.hasPlace = true;
    }
    return next;
  }
}
