package io.moderato.learning;

/**
 * How the challengers, each in its time, did on the site's latest decisions, beside what serves. Each decision was predicted by both before
 * either had learnt from it.
 *
 * @param decisions so many were predicted
 * @param bySameModel so many of them by the challenger as it stands
 * @param challengerErrors of decisions, those that the challenger would have taken the other way
 * @param championErrors the same of what serves
 */
public record Trial(
    int decisions, int bySameModel, int challengerErrors, int championErrors, Bet bet) {
  static final Trial NEW = new Trial(0, 0, 0, 0, Bet.NEW);

  /** Then it starts anew, so that what was long ago does not count for ever. */
  private static final int LONGEST = 1000;

  private static final int FEWEST = 30;
  private static final int FEWEST_BY_SAME_MODEL = 10;

  /** A probability further off than this counts no more: one decision must not settle the trial. */
  private static final double LARGEST_LOSS = 1;

  Trial and(Prediction prediction) {
    var challenger = prediction.challenger();
    if (challenger == null) {
      return this;
    }
    var champion = prediction.champion();
    boolean challengerErred = Prediction.errs(challenger, prediction.rejected());
    boolean championErred = prediction.servedErred();
    double gain = champion == null
        ? (championErred ? 1 : 0) - (challengerErred ? 1 : 0)
        : (loss(champion, prediction.rejected()) - loss(challenger, prediction.rejected()))
            / LARGEST_LOSS;
    var begun = decisions >= LONGEST ? NEW : this;
    return new Trial(
        begun.decisions + 1,
        bySameModel + 1,
        begun.challengerErrors + (challengerErred ? 1 : 0),
        begun.championErrors + (championErred ? 1 : 0),
        begun.bet.and(gain));
  }

  private static double loss(double probability, boolean rejected) {
    return Math.min(-Math.log(rejected ? probability : 1 - probability), LARGEST_LOSS);
  }

  /** The next challenger goes on where the one before was. */
  Trial byAnother() {
    return new Trial(decisions, 0, challengerErrors, championErrors, bet);
  }

  /** Better by more than chance, and not at the price of more wrong verdicts. */
  boolean isWon() {
    return decisions >= FEWEST
        && bySameModel >= FEWEST_BY_SAME_MODEL
        && challengerErrors <= championErrors
        && bet.evidence() >= Bet.ENOUGH;
  }
}
