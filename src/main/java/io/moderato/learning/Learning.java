package io.moderato.learning;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a site's learning has come.
 *
 * @param revision counts every change; for compare-and-set
 * @param rejected examples of what does not belong here, when last counted
 * @param approved examples of what does, when last counted
 * @param accounts whose word teaches, when last trained
 * @param unheard names of accounts that an admin does not want to learn from
 * @param mustRebuild whether the champion still knows what must be forgotten
 */
public record Learning(
    int revision,
    Models models,
    Trial trial,
    Decisions decisions,
    int rejected,
    int approved,
    List<Account> accounts,
    List<String> unheard,
    boolean mustRebuild,
    Learnt learnt) {
  static final Learning NONE = new Learning(
      0, Models.NONE, Trial.NEW, Decisions.NONE, 0, 0, List.of(), List.of(), false, Learnt.NOTHING);

  private static final int FEWEST_NEW = 25;
  private static final int FEWEST_SURE = 100;

  /** Share of good comments, as in the default policy. */
  private static final double MOST_GOOD_REJECTED = 0.001;

  public Learning {
    accounts = List.copyOf(accounts);
    unheard = List.copyOf(unheard);
  }

  /** A model is trained anew when so many decisions came, or a tenth of what was learnt from, whichever is more. */
  static int enoughNew(int learnt) {
    return Math.max(FEWEST_NEW, learnt / 10);
  }

  /** A decision that was predicted; the challenger takes over when it has won, unless it does worse on the base evaluation. */
  Learning and(Prediction prediction) {
    var tried = counts(prediction) ? trial.and(prediction) : trial;
    var after = decisions.and(prediction);
    return tried.isWon() && models.challengerMayServe()
        ? with(models.crowned(), Trial.NEW, after)
        : with(models, tried, after);
  }

  /** Whose word is doubtful settles no trial, and neither does the same text again. */
  private boolean counts(Prediction prediction) {
    return accounts.stream()
            .noneMatch(each -> each.name().equals(prediction.by()) && each.isDoubtful())
        && decisions.recent().stream().noneMatch(each -> each.text() == prediction.text());
  }

  Learning with(Models models) {
    return with(models, trial, decisions);
  }

  Learning with(Trial trial) {
    return with(models, trial, decisions);
  }

  Learning with(Decisions decisions) {
    return with(models, trial, decisions);
  }

  private Learning with(Models models, Trial trial, Decisions decisions) {
    return new Learning(
        revision,
        models,
        trial,
        decisions,
        rejected,
        approved,
        accounts,
        unheard,
        mustRebuild,
        learnt);
  }

  Learning counted(List<StudiedExample> examples, List<Account> accounts) {
    int rejected = (int) examples.stream().filter(StudiedExample::rejected).count();
    return new Learning(
        revision,
        models,
        trial,
        decisions.trained(),
        rejected,
        examples.size() - rejected,
        accounts,
        unheard,
        false,
        learnt);
  }

  Learning with(Learnt learnt) {
    return new Learning(
        revision,
        models,
        trial,
        decisions,
        rejected,
        approved,
        accounts,
        unheard,
        mustRebuild,
        learnt);
  }

  /** From now on an account's word counts, or does not; what was learnt from it goes with the next round. */
  Learning hearing(String account, boolean heard) {
    var others = unheard.stream().filter(each -> !each.equals(account));
    var next = heard ? others : Stream.concat(others, Stream.of(account));
    return new Learning(
        revision,
        heard ? models : models.withoutFormer(),
        Trial.NEW,
        decisions,
        rejected,
        approved,
        accounts,
        next.toList(),
        true,
        learnt);
  }

  /** The champion is to be made anew of its examples. */
  Learning rebuilding() {
    return new Learning(
        revision, models, trial, decisions, rejected, approved, accounts, unheard, true, learnt);
  }

  /** Without whatever knows what must be forgotten; the champion serves until it is made anew. */
  Learning forgetting() {
    return new Learning(
        revision,
        models.withoutFormer().unchallenged(),
        Trial.NEW,
        decisions,
        rejected,
        approved,
        accounts,
        unheard,
        true,
        Learnt.NOTHING);
  }

  /** What served before serves again, and a new challenger has to win anew. */
  Learning rolledBack() {
    return with(models.rolledBack(), Trial.NEW, decisions);
  }

  /**
   * The site's model may reject by itself while, of what people decided lately, it was sure often enough, and hardly ever of a good comment.
   */
  Learning sureWithReason() {
    int sure = 0;
    int wrong = 0;
    int good = 0;
    for (var each : decisions.recent()) {
      var champion = each.champion();
      boolean isSure = champion != null && champion >= Models.SURE;
      sure += isSure ? 1 : 0;
      wrong += isSure && !each.rejected() ? 1 : 0;
      good += each.rejected() ? 0 : 1;
    }
    boolean proven = sure >= FEWEST_SURE && wrong <= MOST_GOOD_REJECTED * good;
    return with(models.mayReject(proven));
  }

  Set<String> unheardAccounts() {
    return unheard.stream().collect(Collectors.toUnmodifiableSet());
  }

  /** To be stored in place of the one before. */
  Learning revised() {
    return new Learning(
        revision + 1,
        models,
        trial,
        decisions,
        rejected,
        approved,
        accounts,
        unheard,
        mustRebuild,
        learnt);
  }
}
