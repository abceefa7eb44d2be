package io.moderato.demo;

import io.moderato.audit.Act;
import io.moderato.demo.MadeUpSite.Kind;
import io.moderato.demo.MadeUpSite.MadeUpComment;
import io.moderato.moderation.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two moderators do about the made-up comments: they find out what each is in truth, every fourth is looked at by both, of doubtful ones
 * they think differently, and once a hand slips. The same each time.
 */
final class DecisionPlan {
  /** Whatever came since then still waits. */
  private static final Duration UNDECIDED = Duration.ofHours(28);

  /** They sit down to it three times a day, at these hours. */
  private static final List<Integer> SITTINGS = List.of(8, 13, 20);

  private static final int SITTING_SECONDS = 25 * 60;
  private static final int SECOND_LOOK_EVERY = 4;
  private static final double SHARE_OF_THE_FIRST = 0.6;

  /**
   * @param reason of the site's
   * @param slip whether it is taken back at once
   */
  record Planned(
      Instant at,
      String who,
      Act act,
      @Nullable String reason,
      @Nullable String note,
      boolean slip) {}

  private final String first;
  private final String second;
  private final List<String> reasons;
  private final Instant now;
  private final Random chance = new Random(7);
  private int decided;
  private boolean slipped;

  /** @param who the two, as audit entries have them */
  DecisionPlan(List<String> who, List<String> reasons, Instant now) {
    this.first = who.get(0);
    this.second = who.get(1);
    this.reasons = List.copyOf(reasons);
    this.now = now;
  }

  String first() {
    return first;
  }

  Duration standingsAgo() {
    return Duration.ofDays(3);
  }

  /** @param at when the comment came */
  List<Planned> of(MadeUpComment comment, Instant at, Status status) {
    var acts = new ArrayList<Planned>();
    var note = comment.note();
    if (at.isAfter(now.minus(UNDECIDED))) {
      if (note != null) {
        acts.add(new Planned(at.plusSeconds(600), second, Act.NOTE, null, note, false));
      }
      return acts;
    }
    var truth = truth(comment.is());
    if (status == Status.HELD || status != after(truth)) {
      var who = chance.nextDouble() < SHARE_OF_THE_FIRST ? first : second;
      decide(acts, comment, sitting(at), who, truth);
    }
    return acts;
  }

  private void decide(
      List<Planned> acts, MadeUpComment comment, Instant at, String who, Act truth) {
    decided++;
    if (truth == Act.SPAM && !slipped) {
      slipped = true;
      acts.add(new Planned(at.minusSeconds(5), who, Act.APPROVE, null, null, true));
    }
    var reason = truth == Act.REJECT ? reason(comment.is()) : null;
    acts.add(new Planned(at, who, truth, reason, comment.note(), false));
    if (decided % SECOND_LOOK_EVERY == 0) {
      var other = who.equals(first) ? second : first;
      var differs = comment.is() == Kind.DOUBTFUL && truth == Act.REJECT;
      acts.add(new Planned(
          sitting(at), other, differs ? Act.APPROVE : truth, differs ? null : reason, null, false));
    }
  }

  /** In the order of the site's: what is abuse mostly insults, and threatens now and then. */
  private String reason(Kind kind) {
    var threatens = chance.nextInt(4) == 0;
    return reasons.get(kind == Kind.DOUBTFUL ? 1 : threatens ? 3 : 0);
  }

  /** Of doubtful ones as many are let through as are not. */
  private Act truth(Kind kind) {
    return switch (kind) {
      case GOOD -> Act.APPROVE;
      case SPAM -> Act.SPAM;
      case ABUSE -> Act.REJECT;
      case DOUBTFUL -> chance.nextBoolean() ? Act.APPROVE : Act.REJECT;
    };
  }

  private static Status after(Act act) {
    return act == Act.APPROVE ? Status.APPROVED : Status.REJECTED;
  }

  /** Within the next sitting. */
  private Instant sitting(Instant after) {
    var day = after.truncatedTo(ChronoUnit.DAYS);
    var begins = Stream.of(day, day.plus(Duration.ofDays(1)))
        .flatMap(each -> SITTINGS.stream().map(hour -> each.plus(Duration.ofHours(hour))))
        .filter(each -> each.isAfter(after.plusSeconds(10)))
        .findFirst()
        .orElseThrow();
    return begins.plusSeconds(10 + chance.nextInt(SITTING_SECONDS));
  }
}
