package io.moderato.learning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A site's models.
 *
 * @param champion serves; null where none does, and the base model stands alone
 * @param mayReject whether it has proven to be sure with reason, so that it may reject by itself
 * @param challenger is tried beside; null without one
 * @param former champions, the last first; an empty list where the base model served before
 * @param lastNumber of the models that were ever made
 */
public record Models(
    @Nullable TasteModel champion,
    boolean mayReject,
    @Nullable TasteModel challenger,
    List<TasteModel> former,
    int lastNumber) {
  static final Models NONE = new Models(null, false, null, List.of(), 0);

  /** From this probability on the policies that come with the service reject. */
  static final double SURE = 0.98;

  /** What a model says at most that has not proven itself. */
  static final double ALMOST_SURE = 0.97;

  private static final int MOST_FORMER = 5;

  public Models {
    former = List.copyOf(former);
  }

  Models challengedBy(TasteModel model) {
    return new Models(champion, mayReject, model, former, model.number());
  }

  Models unchallenged() {
    return new Models(champion, mayReject, null, former, lastNumber);
  }

  /** The challenger takes over. */
  Models crowned() {
    var kept = champion == null
        ? former
        : Stream.concat(Stream.of(champion), former.stream()).limit(MOST_FORMER).toList();
    return new Models(challenger, mayReject, null, kept, lastNumber);
  }

  /** The champion as it would be had it never seen what is gone since; null where too little is left. */
  Models rebuilt(@Nullable TasteModel model) {
    return new Models(
        model,
        model != null && mayReject,
        challenger,
        former,
        model == null ? lastNumber : model.number());
  }

  /** What served before serves again, the base model alone where none did; doing it twice leaves what was. */
  Models rolledBack() {
    var before = former.isEmpty() ? null : former.get(0);
    var rest = former.isEmpty() ? former : former.subList(1, former.size());
    var kept = champion == null
        ? rest
        : Stream.concat(Stream.of(champion), rest.stream()).toList();
    return new Models(before, false, null, kept, lastNumber);
  }

  Models mayReject(boolean proven) {
    return new Models(champion, proven && champion != null, challenger, former, lastNumber);
  }

  /** Without those that could be put back, since they know what must be forgotten. */
  Models withoutFormer() {
    return new Models(champion, mayReject, challenger, List.of(), lastNumber);
  }

  /** Whether it loses no more on the base evaluation than it may. */
  boolean challengerMayServe() {
    return challenger != null && challenger.onBase().isPassed();
  }

  /** The one that learnt from the latest examples. */
  @Nullable
  TasteModel latest() {
    return challenger != null ? challenger : champion;
  }

  /** All that can still be asked for. */
  Stream<TasteModel> all() {
    return Stream.concat(
        former.stream(),
        Stream.concat(
            Optional.ofNullable(champion).stream(), Optional.ofNullable(challenger).stream()));
  }
}
