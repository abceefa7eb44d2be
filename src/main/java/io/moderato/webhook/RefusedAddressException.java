package io.moderato.webhook;

/** An address that nothing is sent to. */
public final class RefusedAddressException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String why;

  RefusedAddressException(String why) {
    super("the address " + why, null, false, false);
    this.why = why;
  }

  /** The end of a sentence that begins with "The address"; safe to show. */
  public String why() {
    return why;
  }
}
