package io.moderato.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for events and for deliveries again and again, on one event loop; when it stops, it lets calls under way end. */
public final class WebhookVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookVerticle.class);
  private static final long LOOK_EVERY_MS = 500;
  private static final long MEASURE_EVERY_MS = Duration.ofSeconds(15).toMillis();
  private static final long PURGE_EVERY_MS = Duration.ofMinutes(10).toMillis();
  private static final int MOST_COUNTED = 1000;
  private static final int MOST_PURGED = 1000;
  private static final long LONGEST_STOP_SECONDS = 12;

  private final TakeEvents takeEvents;
  private final DeliverDue deliverDue;
  private final DeliveryRepository deliveries;
  private final Clock clock;

  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong oldestSeconds = new AtomicLong();
  private final Set<Future<Void>> underWay = new HashSet<>();
  private Future<Void> looking = Future.succeededFuture();
  private boolean failing;

  public WebhookVerticle(
      TakeEvents takeEvents,
      DeliverDue deliverDue,
      DeliveryRepository deliveries,
      MeterRegistry metrics,
      Clock clock) {
    this.takeEvents = takeEvents;
    this.deliverDue = deliverDue;
    this.deliveries = deliveries;
    this.clock = clock;
    metrics.gauge("webhook.queue.deliveries", waiting);
    metrics.gauge("webhook.queue.oldest.seconds", oldestSeconds);
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(LOOK_EVERY_MS, tick -> look());
    vertx.setPeriodic(MEASURE_EVERY_MS, tick -> measure());
    vertx.setPeriodic(
        PURGE_EVERY_MS, tick -> deliveries.purgeExpired(clock.instant(), MOST_PURGED));
    return Future.succeededFuture();
  }

  private void look() {
    if (!looking.isComplete()) {
      return;
    }
    looking = takeEvents
        .run()
        .compose(done -> deliverDue.begin())
        .onSuccess(lanes -> lanes.forEach(this::watch))
        .onComplete(done -> say(done.succeeded()))
        .mapEmpty();
  }

  private void watch(Future<Void> lane) {
    underWay.add(lane);
    lane.onComplete(done -> underWay.remove(lane));
  }

  /** Once, and not at every look. */
  private void say(boolean succeeded) {
    if (failing == succeeded) {
      failing = !succeeded;
      if (failing) {
        LOG.warn("outbox can't be read, webhooks wait");
      } else {
        LOG.info("outbox can be read again");
      }
    }
  }

  private void measure() {
    deliveries.waiting(MOST_COUNTED).onSuccess(waiting::set);
    deliveries
        .oldest()
        .onSuccess(oldest -> oldestSeconds.set(oldest.map(since -> age(since)).orElse(0L)));
  }

  private long age(Instant since) {
    return Math.max(0, Duration.between(since, clock.instant()).toSeconds());
  }

  @Override
  public Future<?> stop() {
    deliverDue.stop();
    List<Future<Void>> ending = new ArrayList<>(underWay);
    ending.add(looking);
    return Future.join(ending).timeout(LONGEST_STOP_SECONDS, TimeUnit.SECONDS).otherwiseEmpty();
  }
}
