package io.moderato.classify;

/** A finer kind of a label, for which people act differently. */
public enum Aspect {
  /** The author speaks of harming themselves: perhaps a call for help. */
  SELF_HARM_INTENT(Label.SELF_HARM, "how probably its author speaks of harming themselves"),

  /** Somebody is told to harm themselves, or how to. */
  SELF_HARM_URGED(Label.SELF_HARM, "how probably it tells somebody to harm themselves");

  private final Label label;
  private final String meaning;

  Aspect(Label label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /** Whose kind it is: its score is never above the label's. */
  public Label label() {
    return label;
  }

  /** What its score says. */
  public String meaning() {
    return meaning;
  }
}
