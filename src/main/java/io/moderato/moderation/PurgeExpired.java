package io.moderato.moderation;

import io.vertx.core.Future;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases what its site no longer wants kept, a bounded number at a time; run now and then. */
public final class PurgeExpired {
  private static final Logger LOG = LoggerFactory.getLogger(PurgeExpired.class);
  private static final int MOST_AT_ONCE = 1000;

  private final ModeratedCommentRepository comments;
  private final Clock clock;

  public PurgeExpired(ModeratedCommentRepository comments, Clock clock) {
    this.comments = comments;
    this.clock = clock;
  }

  public Future<Integer> run() {
    return comments.purgeExpired(clock.instant(), MOST_AT_ONCE).onSuccess(count -> {
      if (count > 0) {
        LOG.atInfo().addKeyValue("comments", count).log("expired comments erased");
      }
    });
  }
}
