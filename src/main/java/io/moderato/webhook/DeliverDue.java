package io.moderato.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.moderato.site.Site;
import io.moderato.site.SiteDirectory;
import io.moderato.site.Webhook;
import io.moderato.siteadmin.ChangeSite;
import io.moderato.webhook.Delivery.State;
import io.moderato.webhook.GuardedSender.Answer;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Sends what is due: a few calls at once to each receiver, whatever other receivers do, and those of one comment one after the
 * other. What can't be delivered is tried again, and given up after a day.
 */
public final class DeliverDue {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverDue.class);

  /** Longer than a call ever takes. */
  static final Duration LEASE = Duration.ofSeconds(30);

  static final int MOST_AT_ONCE = 4;
  private static final int MOST_ROUNDS = 100;
  private static final int MOST_LANES = 100;
  private static final int MOST_ERASED = 1000;
  private static final int GONE = 410;

  private final DeliveryRepository deliveries;
  private final SiteDirectory sites;
  private final ChangeSite changeSite;
  private final GuardedSender sender;
  private final RetrySchedule schedule;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final String owner;

  private final Set<String> active = ConcurrentHashMap.newKeySet();
  private volatile String lastLane = "";
  private volatile boolean stopped;

  /** @param owner tells this process from others on the same store */
  DeliverDue(
      DeliveryRepository deliveries,
      SiteDirectory sites,
      ChangeSite changeSite,
      GuardedSender sender,
      RetrySchedule schedule,
      MeterRegistry metrics,
      Clock clock,
      String owner) {
    this.deliveries = deliveries;
    this.sites = sites;
    this.changeSite = changeSite;
    this.sender = sender;
    this.schedule = schedule;
    this.metrics = metrics;
    this.clock = clock;
    this.owner = owner;
  }

  /**
   * Begins with every lane that nobody in this process is busy with; of very many lanes, with the next ones each time.
   *
   * @return the lanes, each of which completes when nothing in it is due any more; to be waited for or not
   */
  Future<List<Future<Void>>> begin() {
    return deliveries.lanes(lastLane, MOST_LANES).map(lanes -> {
      lastLane = lanes.size() < MOST_LANES ? "" : lanes.get(lanes.size() - 1);
      return lanes.stream()
          .filter(lane -> !stopped && active.add(lane))
          .map(this::lane)
          .toList();
    });
  }

  /** Begins nothing more. */
  void stop() {
    stopped = true;
  }

  private Future<Void> lane(String lane) {
    return rounds(lane, MOST_ROUNDS)
        .onComplete(done -> active.remove(lane))
        .onFailure(failure -> LOG.atWarn()
            .addKeyValue("reason", failure.getMessage())
            .log("deliveries interrupted, later again"));
  }

  private Future<Void> rounds(String lane, int left) {
    return deliveries.due(lane, now(), MOST_AT_ONCE).compose(due -> {
      if (due.isEmpty()) {
        return Future.succeededFuture();
      }
      return Future.join(due.stream().map(this::attempt).toList())
          .compose(done ->
              stopped || left == 1 ? Future.<Void>succeededFuture() : rounds(lane, left - 1));
    });
  }

  private Future<Void> attempt(Delivery due) {
    return deliveries
        .claim(due, owner, now().plus(LEASE))
        .compose(claimed -> claimed.isEmpty() ? Future.succeededFuture() : inTurn(claimed.get()));
  }

  private Future<Void> inTurn(Delivery claimed) {
    return deliveries
        .before(claimed)
        .compose(
            earlier -> earlier.isPresent() ? putBehind(claimed, earlier.get()) : send(claimed));
  }

  /** Looks once more afterwards: the earlier one may have been done in between, and have woken nobody. */
  private Future<Void> putBehind(Delivery claimed, Delivery earlier) {
    var now = now();
    var base = earlier.dueAt().isAfter(now) ? earlier.dueAt() : now;
    return deliveries
        .settle(claimed, owner, claimed.behind(base.plusSeconds(1)))
        .compose(done -> deliveries.before(claimed))
        .compose(still ->
            still.isPresent() ? Future.succeededFuture() : deliveries.wakeNext(earlier, now()));
  }

  private Future<Void> send(Delivery claimed) {
    var url = claimed.url();
    return url != null
        ? post(claimed, url, Map.of("content-type", claimed.contentType()))
        : site(claimed).compose(site -> {
          var webhook = site.webhook(claimed.receiver());
          if (webhook.isEmpty()) {
            return deliveries.eraseLane(claimed.lane(), MOST_ERASED).mapEmpty();
          }
          return webhook.get().enabled()
              ? post(claimed, webhook.get().url(), headers(claimed, webhook.get()))
              : settle(claimed, claimed.givenUp(null, "the webhook is switched off", now()));
        });
  }

  /** What is missing or switched off by what this process remembers may have come back by the store. */
  private Future<Site> site(Delivery claimed) {
    return sites
        .find(claimed.site())
        .compose(site -> site.flatMap(found -> found.webhook(claimed.receiver()))
                .filter(Webhook::enabled)
                .isPresent()
            ? Future.succeededFuture(site.get())
            : changeSite.stored(claimed.site()));
  }

  private Map<String, String> headers(Delivery delivery, Webhook webhook) {
    var now = now();
    return Map.of(
        "content-type",
        delivery.contentType(),
        "user-agent",
        "Moderato",
        "webhook-id",
        delivery.event(),
        "webhook-timestamp",
        Long.toString(now.getEpochSecond()),
        "webhook-signature",
        WebhookSignature.of(webhook.secretsAt(now), delivery.event(), now, delivery.body()));
  }

  private Future<Void> post(Delivery claimed, String url, Map<String, String> headers) {
    return sender
        .post(url, headers, claimed.body())
        .transform(call -> call.succeeded()
            ? answered(claimed, call.result())
            : failed(claimed, null, reason(call.cause()), Duration.ZERO));
  }

  /** In our own words: what a library says may hold the address. */
  private static String reason(Throwable failure) {
    if (failure instanceof RefusedAddressException refused) {
      return "the address " + refused.why();
    }
    return failure instanceof TimeoutException ? "no answer in time" : "no connection";
  }

  private Future<Void> answered(Delivery claimed, Answer answer) {
    var status = answer.status();
    if (status >= 200 && status < 300) {
      return settle(claimed, claimed.delivered(status, now()));
    }
    var error = "answered " + status;
    if (status == GONE && claimed.url() == null) {
      return switchOff(claimed)
          .compose(done -> settle(claimed, claimed.givenUp(status, error, now())));
    }
    return failed(claimed, status, error, RetryAfter.of(answer, now()));
  }

  /** @param asked for how long the receiver wants to be left alone */
  private Future<Void> failed(
      Delivery claimed, @Nullable Integer status, String error, Duration asked) {
    var now = now();
    return settle(
        claimed,
        schedule
            .pauseAfter(claimed.attempts(), asked)
            .map(pause -> claimed.again(now.plus(pause), status, error))
            .orElseGet(() -> claimed.givenUp(status, error, now)));
  }

  private Future<Void> switchOff(Delivery claimed) {
    LOG.atWarn()
        .addKeyValue("site", claimed.site())
        .addKeyValue("webhook", claimed.receiver())
        .log("webhook switched off, its receiver says that it is gone");
    return changeSite
        .change(
            claimed.site(),
            site -> site.withWebhooks(site.webhooks().stream()
                .map(webhook ->
                    webhook.id().equals(claimed.receiver()) ? webhook.withEnabled(false) : webhook)
                .toList()))
        .mapEmpty();
  }

  private Future<Void> settle(Delivery claimed, Delivery next) {
    count(next);
    return deliveries
        .settle(claimed, owner, next)
        .compose(mine -> mine && next.state() != State.WAITING
            ? deliveries.wakeNext(next, now())
            : Future.succeededFuture());
  }

  private void count(Delivery next) {
    var outcome = next.state() == State.WAITING ? "retried" : next.state().word();
    metrics.counter("webhook.deliveries", "outcome", outcome).increment();
    if (next.state() != State.DELIVERED) {
      LOG.atLevel(next.state() == State.DEAD ? Level.WARN : Level.INFO)
          .addKeyValue("site", next.site())
          .addKeyValue("receiver", next.receiver())
          .addKeyValue("attempts", next.attempts())
          .addKeyValue("reason", next.error())
          .log(next.state() == State.DEAD ? "delivery given up" : "delivery failed, later again");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
