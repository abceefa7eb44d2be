package io.moderato.desk;

import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.moderation.CommentKey;
import io.moderato.moderator.Moderator;
import io.moderato.moderator.SessionGuard;
import io.moderato.moderator.SignedIn;
import io.moderato.page.Messages;
import io.moderato.review.ReviewEvent;
import io.moderato.review.ReviewEvents;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells an open queue what happens to it, as server-sent events named {@code news}. */
public final class NewsPages implements Door {
  /** A sign of life, so that nobody in between takes the connection for dead. */
  private static final long HEARTBEAT_MS = 15_000;

  /** A browser that comes back after a break waits so long. */
  private static final String RETRY = "retry: 2000\n\n";

  private static final int MOST_LISTENERS = 2000;

  private final Vertx vertx;
  private final SessionGuard guard;
  private final ReviewEvents events;
  private final Names names;
  private final AtomicInteger listeners = new AtomicInteger();

  public NewsPages(Vertx vertx, SessionGuard guard, ReviewEvents events, Names names) {
    this.vertx = vertx;
    this.guard = guard;
    this.events = events;
    this.names = names;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    guard
        .guard(limits.timed(router.get("/review/events"), "reviewEvents"), limits)
        .handler(this::listen);
  }

  private void listen(RoutingContext ctx) {
    if (listeners.incrementAndGet() > MOST_LISTENERS) {
      listeners.decrementAndGet();
      ctx.response().setStatusCode(503).putHeader(HttpHeaders.RETRY_AFTER, "30").end();
      return;
    }
    var moderator = SignedIn.of(ctx).moderator();
    var t = QueuePages.shell(ctx).t();
    var site = Optional.ofNullable(ctx.queryParams().get("site")).orElse("");
    var response = ctx.response()
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.write(RETRY);
    var listening = events.listen(event -> {
      if (concerns(event, moderator, site)) {
        tell(response, t, event);
      }
    });
    var heartbeat = vertx.setPeriodic(HEARTBEAT_MS, tick -> response.write(": \n\n"));
    response.closeHandler(closed -> {
      vertx.cancelTimer(heartbeat);
      listening.close();
      listeners.decrementAndGet();
    });
  }

  private static boolean concerns(ReviewEvent event, Moderator moderator, String site) {
    return moderator.mayReview(event.site())
        && (site.isEmpty() || site.equals(event.site().value()));
  }

  private void tell(HttpServerResponse response, Messages t, ReviewEvent event) {
    if (response.ended() || response.writeQueueFull()) {
      return; // who does not keep up sees it when they reload
    }
    names.known().onComplete(named -> {
      var who = event.who();
      var news = new JsonObject()
          .put("what", event.what().name())
          .put("key", PageKeys.text(new CommentKey(event.site(), event.comment())))
          .put("login", who == null ? "" : who.replaceFirst("^moderator:", ""))
          .put("text", who == null ? t.text("act.lost.unknown") : sentence(t, event, who));
      response.write("event: news\ndata: " + news.encode() + "\n\n");
    });
  }

  private String sentence(Messages t, ReviewEvent event, String who) {
    var name = names.name(t, who);
    return switch (event.what()) {
      case CLAIMED -> t.text("row.holder", name);
      case ESCALATED -> t.text("row.escalated.other", name);
      default -> t.text("row.taken.other", name);
    };
  }
}
