package io.moderato.replay;

import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where replays run: on half of the cores, so that comments keep coming through; one at a time for each site, and few waiting. What does
 * not fit fails at once.
 */
public final class ReplayThreads implements AutoCloseable {
  private static final int LONGEST_QUEUE = 8;
  private static final Duration WORTH_ANOTHER_TRY = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Set<SiteId> busy = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor threads;

  public ReplayThreads(Vertx vertx) {
    this.vertx = vertx;
    int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    this.threads = new ThreadPoolExecutor(
        count, count, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(LONGEST_QUEUE), task -> {
          var thread = new Thread(task, "replay");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Completes on the caller's context; fails with a problem that says when to come again, where the site has one under way. */
  public <T> Future<T> run(SiteId site, Callable<T> work) {
    if (!busy.add(site)) {
      return Future.failedFuture(new ProblemException(Problem.retryable(
          ProblemType.CONFLICT,
          "A replay of this site is under way; it takes one at a time. Wait for it, or end it.",
          WORTH_ANOTHER_TRY)));
    }
    var result = new CompletableFuture<T>();
    try {
      threads.execute(() -> {
        try {
          var outcome = work.call();
          busy.remove(site); // before anybody hears of it
          result.complete(outcome);
        } catch (Throwable failure) {
          busy.remove(site);
          result.completeExceptionally(failure);
        }
      });
    } catch (RejectedExecutionException full) {
      busy.remove(site);
      return Future.failedFuture(full);
    }
    return Future.fromCompletionStage(result, vertx.getOrCreateContext());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
