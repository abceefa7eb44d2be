package io.moderato.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.moderato.moderation.CommentOutbox;
import io.moderato.site.SiteDirectory;
import io.moderato.siteadmin.ChangeSite;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Puts the parts together that tell platforms of decisions. */
public final class Webhooks {
  private Webhooks() {}

  /** To be deployed once in a process; several processes may share a store. */
  public static WebhookVerticle verticle(
      CommentOutbox outbox,
      DeliveryRepository deliveries,
      SiteDirectory sites,
      ChangeSite changeSite,
      CallbackMessages callbacks,
      GuardedSender sender,
      MeterRegistry metrics,
      Clock clock) {
    var take = new TakeEvents(outbox, deliveries, sites, callbacks, clock);
    var deliver = new DeliverDue(
        deliveries,
        sites,
        changeSite,
        sender,
        new RetrySchedule(RandomGenerator.getDefault()),
        metrics,
        clock,
        UUID.randomUUID().toString());
    return new WebhookVerticle(take, deliver, deliveries, metrics, clock);
  }
}
