package io.moderato.review;

import io.moderato.classify.Label;
import io.moderato.moderation.Facet;
import io.moderato.moderation.HeldOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** In which order the queue is shown. */
public enum QueueOrder {
  /** The most urgent first. */
  PRIORITY(HeldOrder.PRIORITY, List.of(Set.of())),
  /** What has waited longest first. */
  AGE(HeldOrder.AGE, List.of(Set.of())),
  /** Together what is expected to be the same, the most urgent of each first; what no model scored comes last. */
  LABEL(
      HeldOrder.PRIORITY,
      Stream.concat(
              Arrays.stream(Label.values()).map(label -> Set.of(Facet.worst(label))),
              Stream.of(Set.of(Facet.worst(null))))
          .toList());

  private final HeldOrder order;
  private final List<Set<Facet>> groups;

  QueueOrder(HeldOrder order, List<Set<Facet>> groups) {
    this.order = order;
    this.groups = groups;
  }

  /** Within a group. */
  HeldOrder order() {
    return order;
  }

  /** Comes one after the other; each is what its comments have in common. */
  List<Set<Facet>> groups() {
    return groups;
  }

  /** @throws IllegalArgumentException for a word that is no order */
  public static QueueOrder of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
