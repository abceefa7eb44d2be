package io.moderato.replay;

import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderation.PastDecision;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Reads what was decided page by page, the last first: while one page is looked at, the next is already read. Comments that come, change
 * or go in the meantime are seen as they are when their page is read, none of them twice.
 */
final class PastDecisions {
  private static final int PAGE = 1000;

  /** Texts may be 64 KiB each. */
  private static final int PAGE_WITH_TEXTS = 200;

  private final ModeratedCommentRepository comments;

  PastDecisions(ModeratedCommentRepository comments) {
    this.comments = comments;
  }

  /**
   * Blocks until the last page was taken; not for an event loop's thread.
   *
   * @throws CancellationException when nobody waits any more
   */
  void read(
      SiteId site,
      Span span,
      boolean withTexts,
      BooleanSupplier gone,
      Consumer<List<PastDecision>> taker) {
    int size = withTexts ? PAGE_WITH_TEXTS : PAGE;
    int left = span.last();
    Future<List<PastDecision>> coming =
        comments.decided(site, span.period(), null, Math.min(size, left), withTexts);
    while (left > 0) {
      if (gone.getAsBoolean()) {
        throw new CancellationException("nobody waits any more");
      }
      var page = coming.await();
      left = page.size() < size ? 0 : left - page.size();
      if (left > 0) {
        var before = page.get(page.size() - 1).place();
        coming = comments.decided(site, span.period(), before, Math.min(size, left), withTexts);
      }
      taker.accept(page);
    }
  }
}
