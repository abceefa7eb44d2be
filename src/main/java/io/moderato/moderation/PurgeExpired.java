package io.moderato.moderation;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases what its site no longer wants kept, in bounded steps; run now and then. */
public final class PurgeExpired {
  private static final Logger LOG = LoggerFactory.getLogger(PurgeExpired.class);
  private static final int MOST_AT_ONCE = 1000;

  private final Expiring kept;
  private final Clock clock;

  public PurgeExpired(Expiring kept, Clock clock) {
    this.kept = kept;
    this.clock = clock;
  }

  /** Completes with how many were erased, when nothing is left to erase. */
  public Future<Integer> run() {
    return steps(clock.instant(), 0)
        .onSuccess(count -> {
          if (count > 0) {
            LOG.atInfo().addKeyValue("count", count).log("expired entries erased");
          }
        })
        .onFailure(failure -> LOG.atWarn()
            .addKeyValue("reason", failure.getMessage())
            .log("expired entries not erased, later again"));
  }

  private Future<Integer> steps(Instant now, int before) {
    return kept.purgeExpired(now, MOST_AT_ONCE)
        .compose(count -> count < MOST_AT_ONCE
            ? Future.succeededFuture(before + count)
            : steps(now, before + count));
  }
}
