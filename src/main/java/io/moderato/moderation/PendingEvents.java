package io.moderato.moderation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of one comment that have not left yet, in the order in which they will.
 *
 * @param leaving somebody has begun to take those that are due by then, so that they can't be taken back; null if nobody ever has
 * @param changedAt when the comment last changed, whether that was an event or not; null where it never did
 */
public record PendingEvents(
    List<PendingEvent> waiting,
    @Nullable Instant leaving,
    @Nullable Instant changedAt) {
  /** Older ones are dropped, so that a document can't grow without bound where nobody takes them. */
  static final int MOST = 50;

  static final PendingEvents NONE = new PendingEvents(List.of(), null, null);

  public PendingEvents {
    waiting = List.copyOf(waiting);
  }

  /** None is due before one that came before it. */
  PendingEvents and(PendingEvent event) {
    var last = waiting.isEmpty()
        ? event
        : event.notBefore(waiting.get(waiting.size() - 1).due());
    var all = Stream.concat(waiting.stream(), Stream.of(last)).toList();
    return new PendingEvents(
        all.subList(Math.max(0, all.size() - MOST), all.size()), leaving, event.at());
  }

  /** Whether the event of that time is the last one, and can still be taken back. */
  boolean canTakeBack(Instant at) {
    if (waiting.isEmpty()) {
      return false;
    }
    var last = waiting.get(waiting.size() - 1);
    return last.at().equals(at) && !isLeaving(last);
  }

  /** @param at when the last one was taken back */
  PendingEvents withoutLast(Instant at) {
    return new PendingEvents(waiting.subList(0, waiting.size() - 1), leaving, at);
  }

  /** Without an event: what platforms hear of is as before. */
  PendingEvents changed(Instant at) {
    return new PendingEvents(waiting, leaving, at);
  }

  PendingEvents withoutAny() {
    return new PendingEvents(List.of(), leaving, changedAt);
  }

  /** Those that whoever claimed the comment is to take. */
  public List<PendingEvent> leavingNow() {
    return waiting.stream().filter(this::isLeaving).toList();
  }

  PendingEvents afterLeaving() {
    return new PendingEvents(
        waiting.stream().filter(event -> !isLeaving(event)).toList(), leaving, changedAt);
  }

  private boolean isLeaving(PendingEvent event) {
    return leaving != null && !event.due().isAfter(leaving);
  }

  /** When somebody should look at the comment; null for never. */
  @Nullable
  Instant due() {
    return waiting.isEmpty() ? null : waiting.get(0).due();
  }
}
