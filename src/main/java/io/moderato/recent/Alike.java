package io.moderato.recent;

import io.moderato.signals.Repeats;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The groups whose members are like one comment, and single comments that are: a group of one each. */
final class Alike {
  private final List<Group> groups = new ArrayList<>(1);

  /** Takes a member of a group, or a single comment, which founds one. */
  void add(Remembered comment) {
    var group = comment.group;
    if (group == null) {
      group = new Group(comment.name(), comment.cameAt);
      group.add(comment);
    }
    var whole = group.whole();
    if (whole.size() > 0 && !groups.contains(whole)) {
      groups.add(whole);
    }
  }

  boolean holds(Remembered comment) {
    return comment.group != null && groups.contains(comment.group.whole());
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  /** Makes one group of all. */
  Group joined() {
    var joined = groups.get(0);
    for (var group : groups) {
      joined = joined.with(group);
    }
    return joined;
  }

  /** @param named whether the group is told as a campaign */
  Repeats repeats(int exact, boolean named) {
    if (groups.isEmpty()) {
      return Repeats.NONE;
    }
    var first = groups.get(0);
    int near = 0;
    for (var group : groups) {
      near += group.size();
      first = group.prevailsOver(first) ? group : first;
    }
    return new Repeats(
        exact, near, distinct(Group::authors), distinct(Group::posts), named ? first.name() : null);
  }

  private int distinct(Function<Group, LongInts> keys) {
    var most = keys.apply(groups.get(0));
    if (groups.size() == 1) {
      return most.size();
    }
    for (var group : groups) {
      most = keys.apply(group).size() > most.size() ? keys.apply(group) : most;
    }
    var all = most;
    var others = new LongInts();
    for (var group : groups) {
      if (keys.apply(group) != all) {
        keys.apply(group).forEachKey(key -> others.set(key, all.get(key) == 0 ? 1 : 0));
      }
    }
    return all.size() + others.size();
  }
}
