package io.moderato.webhook;

import io.moderato.moderation.CommentJson;
import io.moderato.moderation.CommentOutbox;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.PendingEvent;
import io.moderato.site.Site;
import io.moderato.site.SiteDirectory;
import io.moderato.site.Webhook;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes deliveries of the events that comments hold: one for each receiver that wants to hear of it. It sends nothing itself. */
public final class TakeEvents {
  private static final Logger LOG = LoggerFactory.getLogger(TakeEvents.class);

  /** Longer than taking one comment's events ever takes while the store answers at all. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  private static final int MOST_AT_ONCE = 32;
  private static final int MOST_ROUNDS = 100;

  private final CommentOutbox outbox;
  private final DeliveryRepository deliveries;
  private final SiteDirectory sites;
  private final CallbackMessages callbacks;
  private final Clock clock;

  public TakeEvents(
      CommentOutbox outbox,
      DeliveryRepository deliveries,
      SiteDirectory sites,
      CallbackMessages callbacks,
      Clock clock) {
    this.outbox = outbox;
    this.deliveries = deliveries;
    this.sites = sites;
    this.callbacks = callbacks;
    this.clock = clock;
  }

  /** Completes when nothing is due any more, or after {@link #MOST_ROUNDS}. Fails when the store can't be used. */
  public Future<Void> run() {
    return rounds(MOST_ROUNDS);
  }

  private Future<Void> rounds(int left) {
    var now = now();
    return outbox.due(now, MOST_AT_ONCE).compose(found -> {
      var taken = found.stream().map(due -> take(due, now)).toList();
      var isLast = found.size() < MOST_AT_ONCE || left == 1;
      return Future.join(taken)
          .compose(done -> isLast ? Future.<Void>succeededFuture() : rounds(left - 1));
    });
  }

  private Future<Void> take(CommentOutbox.Due due, Instant now) {
    var leaseEnd = now.plus(LEASE);
    return outbox
        .claim(due, now, leaseEnd)
        .compose(claimed -> claimed.isEmpty()
            ? Future.<Void>succeededFuture()
            : pass(claimed.get(), now).compose(done -> outbox.left(claimed.get(), leaseEnd)))
        .onFailure(failure -> LOG.atWarn()
            .addKeyValue("site", due.site())
            .addKeyValue("reason", failure.getMessage())
            .log("events not taken, later again"));
  }

  private Future<Void> pass(ModeratedComment comment, Instant now) {
    return sites
        .find(comment.comment().site())
        .compose(site -> site.isEmpty()
            ? Future.succeededFuture()
            : inOrder(deliveries(site.get(), comment, now)));
  }

  private Future<Void> inOrder(List<Delivery> made) {
    var done = Future.<Void>succeededFuture();
    for (var delivery : made) { // at most 50 events for a handful of receivers
      done = done.compose(before -> deliveries.addIfNew(delivery).mapEmpty());
    }
    return done;
  }

  private List<Delivery> deliveries(Site site, ModeratedComment comment, Instant now) {
    var made = new ArrayList<Delivery>();
    for (var event : comment.events().leavingNow()) {
      site.webhooks().stream()
          .filter(webhook -> webhook.wants(event.type()))
          .forEach(webhook -> made.add(toWebhook(webhook, comment, event, now)));
      callback(site, comment, event)
          .ifPresent(message -> made.add(toSender(message, comment, event, now)));
    }
    return made;
  }

  private static Delivery toWebhook(
      Webhook webhook, ModeratedComment comment, PendingEvent event, Instant now) {
    return Delivery.first(
        comment.comment().site(),
        webhook.id(),
        comment.comment().id().value(),
        event.version(),
        event.id(),
        event.type(),
        null,
        "application/json",
        payload(comment, event),
        event.at(),
        now);
  }

  private static Delivery toSender(
      CallbackMessage message, ModeratedComment comment, PendingEvent event, Instant now) {
    return Delivery.first(
        comment.comment().site(),
        "callback:" + message.url().getHost(),
        comment.comment().id().value(),
        event.version(),
        event.id(),
        event.type(),
        message.url().toString(),
        message.contentType(),
        message.body(),
        event.at(),
        now);
  }

  private Optional<CallbackMessage> callback(
      Site site, ModeratedComment comment, PendingEvent event) {
    return comment.origin().callback() == null
        ? Optional.empty()
        : callbacks.of(site, comment, event);
  }

  private static String payload(ModeratedComment comment, PendingEvent event) {
    return new JsonObject()
        .put("type", event.type())
        .put("timestamp", event.at().toString())
        .put("data", CommentJson.told(comment, event))
        .encode();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
