package io.moderato.recent;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the recent past from the store in the background, then follows what other processes store, so that all know the same without
 * talking to each other. What another process stored is known some {@link #PAUSE} later. A store that is down is asked again.
 */
public final class FollowStore implements AutoCloseable {
  /** Between two looks at the store. */
  public static final Duration PAUSE = Duration.ofMillis(500);

  /** A change is seen though it was written so much later than it says, or by a clock that is so much behind. */
  private static final Duration OVERLAP = Duration.ofSeconds(5);

  /** Of texts that may be long. */
  private static final int PAGE = 200;

  private static final int PAGE_OF_CHANGES = 2000;

  /** In looks. */
  private static final int FORGET_EVERY = 20;

  private static final Logger LOG = LoggerFactory.getLogger(FollowStore.class);

  private final Vertx vertx;
  private final StoredComments stored;
  private final RecentComments recent;
  private final boolean shared;
  private final Clock clock;
  private final List<Remembered> past = new ArrayList<>();
  private Instant seen;
  private int looks;
  private Future<?> working = Future.succeededFuture();
  private boolean closed;

  /** @param shared whether other processes use the store, too */
  public FollowStore(
      Vertx vertx, StoredComments stored, RecentComments recent, boolean shared, Clock clock) {
    this.vertx = vertx;
    this.stored = stored;
    this.recent = recent;
    this.shared = shared;
    this.clock = clock;
    this.seen = clock.instant();
  }

  /** Begins; completes when the past is known. Goes on until Vert.x is closed. */
  public Future<Void> start() {
    var known = Promise.<Void>promise();
    vertx.runOnContext(begin -> fill(null, known));
    return known.future();
  }

  /** Page by page, without a chain of futures that would grow while the store is down. */
  private void fill(@Nullable Change before, Promise<Void> known) {
    stored
        .latest(before, PAGE)
        .compose(page -> work(() -> collect(page)))
        .onSuccess(page -> {
          if (isLast(page)) {
            work(this::collected).onComplete(done -> {
              look();
              known.complete();
            });
          } else {
            fill(page.get(page.size() - 1).change(), known);
          }
        })
        .onFailure(failure -> {
          tellOf(failure);
          soon(() -> fill(before, known));
        });
  }

  private boolean isLast(List<StoredComment> page) {
    var oldest = clock.instant().minus(recent.age());
    return page.size() < PAGE
        || past.size() >= recent.capacity()
        || page.get(page.size() - 1).change().at().isBefore(oldest);
  }

  private List<StoredComment> collect(List<StoredComment> page) {
    for (var comment : page) {
      if (!comment.withdrawn()) {
        past.add(recent.remembered(comment.recent()));
      }
    }
    return page;
  }

  private Void collected() {
    Collections.reverse(past);
    recent.fill(past);
    LOG.atInfo().addKeyValue("comments", past.size()).log("recent comments known");
    past.clear();
    return null;
  }

  private void look() {
    looks++;
    if (looks % FORGET_EVERY == 0) {
      recent.forgetExpired();
    }
    if (shared) {
      follow(seen.minus(OVERLAP), null);
    } else {
      lookAgain();
    }
  }

  private void lookAgain() {
    soon(this::look);
  }

  private synchronized void soon(Runnable next) {
    if (!closed) {
      vertx.setTimer(PAUSE.toMillis(), passed -> next.run());
    }
  }

  private void follow(Instant since, @Nullable Change after) {
    stored
        .changes(since, after, PAGE_OF_CHANGES)
        .onSuccess(changes -> {
          var news =
              changes.stream().filter(change -> !recent.isUpToDate(change)).toList();
          read(news, 0)
              .onSuccess(done -> {
                var last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
                if (last != null && last.at().isAfter(seen)) {
                  seen = last.at();
                }
                if (last != null && changes.size() == PAGE_OF_CHANGES) {
                  follow(since, last);
                } else {
                  lookAgain();
                }
              })
              .onFailure(this::lookLater);
        })
        .onFailure(this::lookLater);
  }

  private Future<Void> read(List<Change> news, int from) {
    if (from >= news.size()) {
      return Future.succeededFuture();
    }
    var part = news.subList(from, Math.min(from + PAGE, news.size()));
    return stored
        .read(part)
        .compose(found -> work(() -> learn(found)))
        .compose(done -> read(news, from + PAGE));
  }

  private @Nullable Void learn(List<StoredComment> found) {
    for (var comment : found) {
      if (comment.withdrawn()) {
        recent.forget(comment.change().site(), comment.change().id());
      } else {
        recent.remember(comment.recent());
      }
    }
    return null;
  }

  /** Away from the event loop. */
  private synchronized <T> Future<T> work(Callable<T> work) {
    if (closed) {
      return Future.failedFuture("closed");
    }
    var result = vertx.executeBlocking(work);
    working = result;
    return result;
  }

  /** Waits for what is under way. Not for an event loop's thread. */
  @Override
  public void close() {
    Future<?> last;
    synchronized (this) {
      closed = true;
      last = working;
    }
    last.otherwiseEmpty().await();
  }

  private void lookLater(Throwable failure) {
    tellOf(failure);
    lookAgain();
  }

  private static void tellOf(Throwable failure) {
    LOG.atDebug()
        .addKeyValue("reason", failure.getMessage())
        .log("recent comments not read, later again");
  }
}
