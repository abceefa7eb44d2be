package io.moderato.learning;

import java.time.Instant;

/**
 * Some decisions in a row, and how what served and the base model alone did on them.
 *
 * @param rejected so many of the decisions
 * @param errors decisions that what served would have taken the other way
 * @param baseErrors the same of the base model alone
 * @param goodHeld approved by people though what served spoke against it
 * @param goodHeldByBase the same of the base model alone
 * @param goodRejected approved by people though the site's model was sure enough to reject by itself
 */
public record Stretch(
    Instant from,
    Instant to,
    int decisions,
    int rejected,
    int errors,
    int baseErrors,
    int goodHeld,
    int goodHeldByBase,
    int goodRejected) {
  static final int FULL = 100;

  static Stretch of(Prediction first) {
    return new Stretch(first.at(), first.at(), 0, 0, 0, 0, 0, 0, 0).and(first);
  }

  Stretch and(Prediction next) {
    boolean good = !next.rejected();
    var champion = next.champion();
    boolean sure = champion != null && champion >= Models.SURE;
    return new Stretch(
        from,
        next.at(),
        decisions + 1,
        rejected + count(next.rejected()),
        errors + count(next.servedErred()),
        baseErrors + count(next.baseErred()),
        goodHeld + count(good && next.servedAgainst()),
        goodHeldByBase + count(good && next.base()),
        goodRejected + count(good && sure));
  }

  private static int count(boolean fact) {
    return fact ? 1 : 0;
  }
}
