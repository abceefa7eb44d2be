package io.moderato.wordlist;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Keeps word lists. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface WordListRepository {
  /** An owner has no more lists than these. */
  int MOST_LISTS = 20;

  /** Of all lists of the owner, by name. */
  Future<List<ListSummary>> summaries(ListOwner owner);

  Future<Optional<WordList>> find(ListOwner owner, String name);

  /** False if the owner has a list of that name; it is then left as it is. */
  Future<Boolean> addIfNew(WordList list);

  /** Stores the list if the stored version is the one just before its own; false if it is not. */
  Future<Boolean> replace(WordList list);

  /** False if there is none. */
  Future<Boolean> delete(ListOwner owner, String name);
}
