package io.moderato.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The decisions that were predicted.
 *
 * @param at of the last one that was looked at
 * @param id of that one, without {@code comment/}
 * @param sinceTraining so many were predicted since models were last trained
 * @param recent the last ones, oldest first
 * @param stretches all of them, a hundred at a time, oldest first
 */
public record Decisions(
    Instant at, String id, int sinceTraining, List<Prediction> recent, List<Stretch> stretches) {
  static final Decisions NONE = new Decisions(Instant.EPOCH, "", 0, List.of(), List.of());

  private static final int MOST_RECENT = 1000;
  private static final int MOST_STRETCHES = 500;

  public Decisions {
    recent = List.copyOf(recent);
    stretches = List.copyOf(stretches);
  }

  Decisions and(Prediction next) {
    var longer = new ArrayList<>(stretches);
    int last = longer.size() - 1;
    if (last < 0 || longer.get(last).decisions() == Stretch.FULL) {
      longer.add(Stretch.of(next));
    } else {
      longer.set(last, longer.get(last).and(next));
    }
    var more = new ArrayList<>(recent);
    more.add(next);
    return new Decisions(
        at, id, sinceTraining + 1, latest(more, MOST_RECENT), latest(longer, MOST_STRETCHES));
  }

  Decisions until(Instant at, String id) {
    return new Decisions(at, id, sinceTraining, recent, stretches);
  }

  Decisions trained() {
    return new Decisions(at, id, 0, recent, stretches);
  }

  private static <T> List<T> latest(List<T> list, int most) {
    return list.subList(Math.max(0, list.size() - most), list.size());
  }
}
