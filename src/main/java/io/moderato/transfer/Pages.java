package io.moderato.transfer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all of something page by page. No page is kept when the next one is read: futures that are composed in a row would keep
 * them all.
 */
final class Pages<T> {
  private final Function<@Nullable T, Future<List<T>>> behind;
  private final int full;
  private final Function<List<T>, Future<Void>> out;
  private final Promise<Long> done = Promise.promise();
  private long count;

  private Pages(
      Function<@Nullable T, Future<List<T>>> behind,
      int full,
      Function<List<T>, Future<Void>> out) {
    this.behind = behind;
    this.full = full;
    this.out = out;
  }

  /**
   * Completes with how many there were.
   *
   * @param behind the page behind its last one; null for the first page
   * @param full how many are on a page that is not the last
   * @param out takes a page, and completes when it wants the next one
   */
  static <T> Future<Long> each(
      Function<@Nullable T, Future<List<T>>> behind,
      int full,
      Function<List<T>, Future<Void>> out) {
    var pages = new Pages<>(behind, full, out);
    pages.next(null);
    return pages.done.future();
  }

  private void next(@Nullable T last) {
    behind
        .apply(last)
        .compose(page -> out.apply(page).map(page))
        .onFailure(done::fail)
        .onSuccess(page -> {
          count += page.size();
          if (page.size() < full) {
            done.complete(count);
          } else {
            next(page.get(full - 1));
          }
        });
  }
}
