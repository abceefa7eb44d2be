package io.moderato.listadmin;

import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.wordlist.CompiledList;
import io.moderato.wordlist.InvalidEntryException;
import io.moderato.wordlist.ListDirectory;
import io.moderato.wordlist.ListOwner;
import io.moderato.wordlist.WordList;
import io.moderato.wordlist.WordListRepository;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores lists of which every entry can be read, each as the next version of what is stored. */
public final class ChangeList {
  private static final int MOST_TRIES = 5;

  private final WordListRepository lists;
  private final ListDirectory directory;
  private final Vertx vertx;

  public ChangeList(WordListRepository lists, ListDirectory directory, Vertx vertx) {
    this.lists = lists;
    this.directory = directory;
    this.vertx = vertx;
  }

  Future<WordList> find(ListOwner owner, String name) {
    return lists.find(owner, name).map(found -> found.orElseThrow(ChangeList::noSuchList));
  }

  /**
   * Replaces or adds a list; one that was changed at the same time is not replaced.
   *
   * @param version what the stored list must bear, 0 for none; null for any
   * @param next the list that is to be stored, made from the stored one or null
   * @param problem what to say of an entry that can't be read
   */
  public Future<WordList> put(
      ListOwner owner,
      String name,
      @Nullable Integer version,
      Function<@Nullable WordList, WordList> next,
      Function<InvalidEntryException, Problem> problem) {
    return lists.find(owner, name).compose(found -> {
      int stored = found.map(WordList::version).orElse(0);
      if (version != null && version != stored) {
        return Future.failedFuture(conflict("The list is at version %d.".formatted(stored)));
      }
      return readable(next.apply(found.orElse(null)), problem).compose(list -> {
        var stands = found.isPresent() ? lists.replace(list) : add(list);
        return stands.map(won -> {
          directory.forget(owner);
          if (!won) {
            throw changedMeanwhile();
          }
          return list;
        });
      });
    });
  }

  private Future<Boolean> add(WordList list) {
    return lists.summaries(list.owner()).compose(all -> {
      if (all.size() >= WordListRepository.MOST_LISTS) {
        throw conflict("There are %d lists, which is the most; delete one first."
            .formatted(WordListRepository.MOST_LISTS));
      }
      return lists.addIfNew(list);
    });
  }

  /** Changes the stored list; a lost race is tried again. */
  public Future<WordList> change(
      ListOwner owner,
      String name,
      UnaryOperator<WordList> change,
      Function<InvalidEntryException, Problem> problem) {
    return change(owner, name, change, problem, MOST_TRIES);
  }

  private Future<WordList> change(
      ListOwner owner,
      String name,
      UnaryOperator<WordList> change,
      Function<InvalidEntryException, Problem> problem,
      int tries) {
    if (tries == 0) {
      return Future.failedFuture(changedMeanwhile());
    }
    return find(owner, name).compose(stored -> {
      var next = change.apply(stored);
      return next.equals(stored)
          ? Future.succeededFuture(stored)
          : readable(next, problem).compose(lists::replace).compose(won -> {
            directory.forget(owner);
            return won
                ? Future.succeededFuture(next)
                : change(owner, name, change, problem, tries - 1);
          });
    });
  }

  /** The list, if every entry can be read. */
  Future<WordList> readable(WordList list, Function<InvalidEntryException, Problem> problem) {
    return compiled(list, problem).map(list);
  }

  Future<CompiledList> compiled(WordList list, Function<InvalidEntryException, Problem> problem) {
    if (list.entries().size() > WordList.MOST_ENTRIES) {
      return Future.failedFuture(new ProblemException(Problem.at(
          ProblemType.INVALID_REQUEST,
          "",
          "The list would come to more than %d entries.".formatted(WordList.MOST_ENTRIES))));
    }
    return vertx
        .executeBlocking(() -> CompiledList.of(list), false)
        .recover(failure -> Future.failedFuture(
            failure instanceof InvalidEntryException invalid
                ? new ProblemException(problem.apply(invalid))
                : failure));
  }

  Future<Void> delete(ListOwner owner, String name) {
    return lists.delete(owner, name).map(deleted -> {
      if (!deleted) {
        throw noSuchList();
      }
      directory.forget(owner);
      return null;
    });
  }

  private static ProblemException noSuchList() {
    return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such list."));
  }

  private static ProblemException changedMeanwhile() {
    return conflict("The list was changed by others at the same time. Send the change again.");
  }

  private static ProblemException conflict(String detail) {
    return new ProblemException(Problem.of(ProblemType.CONFLICT, detail));
  }
}
