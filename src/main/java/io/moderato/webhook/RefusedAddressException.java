package io.moderato.webhook;

/** An address that nothing is sent to. The message is the end of a sentence that begins with "The address", and safe to show. */
public final class RefusedAddressException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedAddressException(String why) {
    super(why, null, false, false);
  }
}
