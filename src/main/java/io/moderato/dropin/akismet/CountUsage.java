package io.moderato.dropin.akismet;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in memory and stores the sums now and then, so that a check costs one write and not two. What a killed process had not
 * stored yet is not counted. For any thread.
 */
public final class CountUsage {
  private static final Logger LOG = LoggerFactory.getLogger(CountUsage.class);

  private final UsageRepository stored;
  private final Clock clock;
  private final Map<BlogMonth, Usage> counted = new ConcurrentHashMap<>();

  public CountUsage(MongoUsageRepository stored, Clock clock) {
    this((UsageRepository) stored, clock);
  }

  CountUsage(UsageRepository stored, Clock clock) {
    this.stored = stored;
    this.clock = clock;
  }

  void count(SiteId site, String blog, Usage more) {
    counted.merge(new BlogMonth(site, month(), blog), more, Usage::plus);
  }

  /** The month that it is, in UTC. */
  YearMonth month() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
  }

  /** Stores what was counted since the last time; what can't be stored is counted on. */
  public Future<Void> store() {
    List<Future<Void>> stores = new ArrayList<>();
    for (var key : List.copyOf(counted.keySet())) {
      var more = counted.remove(key);
      if (more != null) {
        stores.add(
            stored.add(key, more).onFailure(failure -> counted.merge(key, more, Usage::plus)));
      }
    }
    return Future.join(stores).mapEmpty();
  }

  /** Before the service ends; waits a moment for a store that may be down. Not for an event loop's thread. */
  public void storeLast() {
    try {
      store().timeout(2, TimeUnit.SECONDS).await();
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("reason", e.getMessage()).log("last counts of usage not stored");
    }
  }

  /** With what was counted just now. */
  Future<Map<BlogMonth, Usage>> since(SiteId site, YearMonth from) {
    return store().compose(done -> stored.since(site, from));
  }
}
