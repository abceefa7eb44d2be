package io.moderato.review;

import io.moderato.moderation.CommentKey;
import io.moderato.moderation.ModeratedComment;
import io.moderato.review.ReviewQueue.Found;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has the first comment of a campaign, in the order that is asked for, stand for all of it that waits. Which one that is, the store is asked
 * once for each campaign of a page, so that nothing is written for it and a campaign has one row however far apart its comments stand.
 */
final class FoldCampaigns {
  /** What is folded leaves room, for which so many are read at most; then the page is shorter. */
  private static final int MOST_READ = 1000;

  private static final int MOST_AT_ONCE = 200;

  private final ReviewQueue queue;

  FoldCampaigns(ReviewQueue queue) {
    this.queue = queue;
  }

  /** Fails with {@link InvalidCursorException}. @param cursor of the page before; null for the first page */
  Future<Found> page(QueueQuery query, @Nullable String cursor, int limit) {
    return new Fold(query, limit).from(cursor, limit);
  }

  /** The one that stands for a campaign; empty where none of it waits. */
  Future<Optional<ModeratedComment>> first(QueueQuery query, CommentKey campaign) {
    return queue
        .comments(query.within(campaign), null, 1)
        .map(found -> found.stream().findFirst());
  }

  private final class Fold {
    private final QueueQuery query;
    private final int limit;
    private final List<ModeratedComment> kept = new ArrayList<>();
    private final Map<CommentKey, Integer> sizes = new HashMap<>();
    private final Map<CommentKey, CommentKey> firsts = new HashMap<>();
    private int read;

    Fold(QueueQuery query, int limit) {
      this.query = query;
      this.limit = limit;
    }

    Future<Found> from(@Nullable String cursor, int most) {
      return queue
          .comments(query, cursor, most)
          .compose(some -> know(some).compose(done -> {
            some.stream().filter(this::standsForAll).forEach(kept::add);
            read += some.size();
            return on(some, most);
          }));
    }

    private Future<Found> on(List<ModeratedComment> some, int most) {
      boolean isEnd = some.size() < most;
      if (kept.size() > limit || kept.size() == limit && !isEnd) {
        var page = kept.subList(0, limit);
        return Future.succeededFuture(new Found(page, sizes, queue.end(query, page)));
      }
      if (isEnd) {
        return Future.succeededFuture(new Found(kept, sizes, null));
      }
      var end = queue.end(query, some);
      return read >= MOST_READ
          ? Future.succeededFuture(new Found(kept, sizes, end))
          : from(end, more());
    }

    /** As many as are likely to fill the page, if what comes is folded as much as what came. */
    private int more() {
      int wanted = (limit - kept.size()) * read / Math.max(1, kept.size());
      return Math.min(wanted, MOST_AT_ONCE);
    }

    /** Asks how many there are of each campaign that is met for the first time, and for the first of those that are several. */
    private Future<Void> know(List<ModeratedComment> some) {
      return queue.campaignSizes(some, sizes).compose(found -> {
        sizes.putAll(found);
        var asked = some.stream()
            .map(ReviewQueue::campaign)
            .distinct()
            .filter(campaign -> found.getOrDefault(campaign, 1) > 1)
            .filter(campaign -> !firsts.containsKey(campaign))
            .map(campaign -> first(query, campaign)
                .onSuccess(
                    first -> first.map(CommentKey::of).ifPresent(key -> firsts.put(campaign, key))))
            .toList();
        return Future.all(asked).mapEmpty();
      });
    }

    private boolean standsForAll(ModeratedComment comment) {
      var own = CommentKey.of(comment);
      return firsts.getOrDefault(ReviewQueue.campaign(comment), own).equals(own);
    }
  }
}
