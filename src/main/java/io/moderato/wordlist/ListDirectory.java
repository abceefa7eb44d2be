package io.moderato.wordlist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moderato.mongo.StoreUnavailableException;
import io.moderato.site.Site;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Has a site's lists ready to be found in comments without asking the store each time. After {@link #FRESH} it asks for the lists' versions and
 * reads only those that changed, once for all who wait. While the store is down, what was known stands.
 */
public final class ListDirectory {
  /** How long a change made by another process may go unnoticed here. */
  public static final Duration FRESH = Duration.ofSeconds(5);

  /** Kept in memory; lists of the owners asked for least are read again when they are. */
  private static final int MOST_ENTRIES = 400_000;

  private final WordListRepository lists;
  private final Vertx vertx;
  private final Clock clock;
  private final AtomicLong changes = new AtomicLong();
  private final Map<ListOwner, Future<Known>> underWay = new ConcurrentHashMap<>();
  private final Cache<ListOwner, Known> known = Caffeine.newBuilder()
      .maximumWeight(MOST_ENTRIES)
      .weigher((ListOwner owner, Known known) -> 1 + known.size())
      .build();

  public ListDirectory(WordListRepository lists, Vertx vertx, Clock clock) {
    this.lists = lists;
    this.vertx = vertx;
    this.clock = clock;
  }

  /** The site's own lists and those of the operator that it has chosen; completes on the caller's context. */
  public Future<SiteLists> of(Site site) {
    var own = fresh(ListOwner.of(site.id()));
    if (site.sharedLists().isEmpty()) {
      return own.map(Known::all);
    }
    var shared = fresh(ListOwner.OPERATOR);
    return Future.join(own, shared).map(both -> {
      var all = new ArrayList<>(own.result().lists());
      shared.result().lists().stream()
          .filter(list -> site.sharedLists().contains(list.name()))
          .forEach(all::add);
      return new SiteLists(all);
    });
  }

  /** To be called after a change of the owner's lists by this process. */
  public void forget(ListOwner owner) {
    changes.incrementAndGet();
    underWay.remove(owner);
    known.asMap().computeIfPresent(owner, (key, stale) -> new Known(stale.lists(), Instant.EPOCH));
  }

  private Future<Known> fresh(ListOwner owner) {
    var there = known.getIfPresent(owner);
    if (there != null && there.asked().plus(FRESH).isAfter(clock.instant())) {
      return Future.succeededFuture(there);
    }
    var asked = underWay.computeIfAbsent(owner, key -> ask(key, there));
    asked.onComplete(done -> underWay.remove(owner, asked));
    return Future.fromCompletionStage(asked.toCompletionStage(), vertx.getOrCreateContext());
  }

  private Future<Known> ask(ListOwner owner, @Nullable Known before) {
    var changesBefore = changes.get();
    var lists = before == null ? List.<CompiledList>of() : before.lists();
    return this.lists
        .summaries(owner)
        .compose(summaries -> compiled(summaries, lists))
        .map(all -> new Known(all, clock.instant()))
        .recover(failure -> before != null && failure instanceof StoreUnavailableException
            ? Future.succeededFuture(new Known(lists, clock.instant()))
            : Future.failedFuture(failure))
        .onSuccess(now -> {
          if (changes.get() == changesBefore) {
            known.put(owner, now);
          }
        });
  }

  private Future<List<CompiledList>> compiled(
      List<ListSummary> summaries, List<CompiledList> before) {
    Future<List<CompiledList>> all = Future.succeededFuture(List.of());
    for (var summary : summaries) {
      var same = before.stream()
          .filter(list -> list.name().equals(summary.name()) && list.isOf(summary))
          .findFirst();
      all = all.compose(those -> same.map(Optional::of)
          .<Future<Optional<CompiledList>>>map(Future::succeededFuture)
          .orElseGet(() -> read(summary))
          .map(list -> with(those, list)));
    }
    return all;
  }

  /** Empty where it has just been deleted. */
  private Future<Optional<CompiledList>> read(ListSummary summary) {
    return lists
        .find(summary.owner(), summary.name())
        .compose(found -> vertx.executeBlocking(() -> found.map(CompiledList::of), false));
  }

  private static List<CompiledList> with(List<CompiledList> lists, Optional<CompiledList> last) {
    var all = new ArrayList<>(lists);
    last.ifPresent(all::add);
    return all;
  }

  private record Known(List<CompiledList> lists, Instant asked) {
    int size() {
      return lists.stream().mapToInt(CompiledList::size).sum();
    }

    SiteLists all() {
      return new SiteLists(lists);
    }
  }
}
