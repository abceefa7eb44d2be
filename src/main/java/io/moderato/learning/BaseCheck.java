package io.moderato.learning;

/**
 * How a site's model, beside the base model, did on short comments that hardly any site sees differently, and how the base model alone.
 *
 * @param calm so many of them nobody minds
 * @param calmHeld so many of these the site's policy would not have approved
 * @param calmHeldByBase the same of the base model alone
 * @param bad so many of them hardly anybody wants
 * @param badShown so many of these the site's policy would have approved
 * @param badShownByBase the same of the base model alone
 */
public record BaseCheck(
    int calm, int calmHeld, int calmHeldByBase, int bad, int badShown, int badShownByBase) {
  /** Share of the calm ones that may be held on top of what the base model alone holds. */
  static final double MOST_CALM_LOST = 0.05;

  /** Share of the bad ones that may be shown on top of what the base model alone shows; a site that tolerates much shows more of them. */
  static final double MOST_BAD_LOST = 0.1;

  static final BaseCheck NONE = new BaseCheck(0, 0, 0, 0, 0, 0);

  /** Whether it loses no more than that. */
  boolean isPassed() {
    return calmHeld - calmHeldByBase <= MOST_CALM_LOST * calm
        && badShown - badShownByBase <= MOST_BAD_LOST * bad;
  }

  BaseCheck andCalm(boolean held, boolean heldByBase) {
    return new BaseCheck(
        calm + 1,
        calmHeld + one(held),
        calmHeldByBase + one(heldByBase),
        bad,
        badShown,
        badShownByBase);
  }

  BaseCheck andBad(boolean shown, boolean shownByBase) {
    return new BaseCheck(
        calm,
        calmHeld,
        calmHeldByBase,
        bad + 1,
        badShown + one(shown),
        badShownByBase + one(shownByBase));
  }

  private static int one(boolean fact) {
    return fact ? 1 : 0;
  }
}
