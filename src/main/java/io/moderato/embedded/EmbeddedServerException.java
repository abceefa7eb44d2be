package io.moderato.embedded;

/** The embedded store can't be started; the message says why and what to do about it. */
public final class EmbeddedServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
