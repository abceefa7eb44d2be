package io.moderato.phrase;

import io.moderato.classify.Aspect;
import io.moderato.classify.Label;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All books, ready to be looked for at once. A mark of the graph is the number of a group, or that of a guard behind all groups. */
record Phrases(PhraseGraph graph, List<Group> groups, List<Guard> guards) {
  private static final int MOST_GUARDS = Long.SIZE;

  /**
   * A group with what its book says of it.
   *
   * @param quoted what is left of a weight between quotation marks
   * @param guards numbers of those that are for it
   */
  record Group(
      Label label, @Nullable Aspect aspect, double weight, double quoted, List<Integer> guards) {
    boolean isGuardedBy(int guard) {
      return guards.contains(guard);
    }
  }

  /** @throws IllegalArgumentException if a phrase can't be read */
  static Phrases of(List<PhraseBook> books) {
    var groups = new ArrayList<Group>();
    var guards = new ArrayList<Guard>();
    for (var book : books) {
      int first = guards.size();
      guards.addAll(book.guards());
      book.groups().forEach(group -> groups.add(group(book, group, first)));
    }
    if (guards.size() > MOST_GUARDS) {
      throw new IllegalArgumentException(
          "at most %d guards can be told apart".formatted(MOST_GUARDS));
    }
    var builder = new PhraseGraphBuilder(books.get(0).words().getOrDefault("barrier", List.of()));
    int mark = 0;
    for (var book : books) {
      for (var group : book.groups()) {
        for (var phrase : group.phrases()) {
          builder.add(phrase, book.words(), mark);
        }
        mark++;
      }
    }
    for (var book : books) {
      for (var guard : book.guards()) {
        for (var phrase : guard.phrases()) {
          builder.add(phrase, book.words(), mark);
        }
        mark++;
      }
    }
    return new Phrases(builder.graph(), List.copyOf(groups), List.copyOf(guards));
  }

  private static Group group(PhraseBook book, PhraseGroup group, int firstGuard) {
    var guards = new ArrayList<Integer>();
    for (int i = 0; i < book.guards().size(); i++) {
      if (book.guards().get(i).isFor(group)) {
        guards.add(firstGuard + i);
      }
    }
    return new Group(
        book.label(), group.aspect(), group.weight(), book.quoted(), List.copyOf(guards));
  }

  Set<Label> labels() {
    var labels = EnumSet.noneOf(Label.class);
    groups.forEach(group -> labels.add(group.label()));
    return labels;
  }
}
