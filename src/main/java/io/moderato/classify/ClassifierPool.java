package io.moderato.classify;

import io.moderato.comment.TextFormat;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Classifies away from the event loops, on as many threads as there are cores. Its queue is bounded: what does not fit fails at once
 * with {@link RejectedExecutionException}, so that accepted work keeps its pace.
 */
public final class ClassifierPool implements AutoCloseable {
  private static final int LONGEST_QUEUE = 1024;
  private static final int MOST_WAITING_BESIDE = 64;
  private static final int CHUNK = 32;

  private final Vertx vertx;
  private final Classifier classifier;
  private final ThreadPoolExecutor threads;

  /** A text to be classified. */
  public record Request(String text, TextFormat format, LanguageHint hint) {
    /** A text of whose language nothing is known. */
    public Request(String text, TextFormat format) {
      this(text, format, LanguageHint.NONE);
    }
  }

  public ClassifierPool(Vertx vertx, Classifier classifier, int threadCount) {
    this.vertx = vertx;
    this.classifier = classifier;
    var number = new AtomicInteger();
    this.threads = new ThreadPoolExecutor(
        threadCount,
        threadCount,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(LONGEST_QUEUE),
        task -> {
          var thread = new Thread(task, "classify-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Completes on the caller's context. */
  public Future<Classification> classify(Request request) {
    return classify(request, Function.identity());
  }

  /** Classifies, and goes on with the answer on the same thread; completes on the caller's context. */
  public <T> Future<T> classify(Request request, Function<Classification, T> andThen) {
    return classify(classifier, request, andThen);
  }

  /** With another classifier, a site's own for one. */
  public <T> Future<T> classify(
      Classifier other, Request request, Function<Classification, T> andThen) {
    return run(() -> andThen.apply(classified(other, request)));
  }

  /**
   * Completes on the caller's context with one classification for each request, in order. Many are split, so that every thread
   * has a part in them and others get their turn between.
   */
  public Future<List<Classification>> classify(List<Request> requests) {
    var chunks = new ArrayList<Future<List<Classification>>>();
    for (int from = 0; from < requests.size(); from += CHUNK) {
      var chunk = requests.subList(from, Math.min(from + CHUNK, requests.size()));
      chunks.add(run(
          () -> chunk.stream().map(request -> classified(classifier, request)).toList()));
    }
    return Future.all(chunks)
        .map(all ->
            all.<List<Classification>>list().stream().flatMap(List::stream).toList());
  }

  /** With another classifier, for comparison: fails at once while others wait for their turn, with {@link RejectedExecutionException}. */
  public Future<Classification> classifyBeside(Classifier other, Request request) {
    return threads.getQueue().size() > MOST_WAITING_BESIDE
        ? Future.failedFuture(new RejectedExecutionException("busy"))
        : run(() -> classified(other, request));
  }

  private static Classification classified(Classifier classifier, Request request) {
    return classifier.classify(request.text(), request.format(), request.hint());
  }

  /** Reads what a comment stands beside; completes on the caller's context. */
  public Future<WordHashes> wordHashes(String text, TextFormat format) {
    return run(() -> WordHashes.of(text, format));
  }

  private <T> Future<T> run(Callable<T> work) {
    var result = new CompletableFuture<T>();
    try {
      threads.execute(() -> {
        try {
          result.complete(work.call());
        } catch (Exception e) {
          result.completeExceptionally(e);
        }
      });
    } catch (RejectedExecutionException e) {
      return Future.failedFuture(e);
    }
    return Future.fromCompletionStage(result, vertx.getOrCreateContext());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
