package io.moderato.wordlist;

import com.mongodb.MongoTimeoutException;
import io.moderato.mongo.StoreUnavailableException;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Keeps lists in memory; can be made to be down, and counts how often it is asked. */
public final class FakeWordListRepository implements WordListRepository {
  private final Map<String, WordList> lists = new ConcurrentSkipListMap<>();
  final AtomicInteger summariesAsked = new AtomicInteger();
  final AtomicInteger listsRead = new AtomicInteger();
  private volatile boolean down;

  void isDown(boolean down) {
    this.down = down;
  }

  @Override
  public Future<List<ListSummary>> summaries(ListOwner owner) {
    summariesAsked.incrementAndGet();
    return unlessDown(() -> lists.values().stream()
        .filter(list -> list.owner().equals(owner))
        .map(WordList::summary)
        .toList());
  }

  @Override
  public Future<Optional<WordList>> find(ListOwner owner, String name) {
    listsRead.incrementAndGet();
    return unlessDown(() -> Optional.ofNullable(lists.get(key(owner, name))));
  }

  @Override
  public Future<Boolean> addIfNew(WordList list) {
    return unlessDown(() -> lists.putIfAbsent(key(list.owner(), list.name()), list) == null);
  }

  @Override
  public Future<Boolean> replace(WordList list) {
    return unlessDown(() -> {
      var stored = lists.get(key(list.owner(), list.name()));
      return stored != null
          && stored.version() == list.version() - 1
          && lists.replace(key(list.owner(), list.name()), stored, list);
    });
  }

  @Override
  public Future<Boolean> delete(ListOwner owner, String name) {
    return unlessDown(() -> lists.remove(key(owner, name)) != null);
  }

  private static String key(ListOwner owner, String name) {
    return owner.key() + "/" + name;
  }

  private <T> Future<T> unlessDown(Supplier<T> answer) {
    return down
        ? Future.failedFuture(new StoreUnavailableException(new MongoTimeoutException("down")))
        : Future.succeededFuture(answer.get());
  }
}
