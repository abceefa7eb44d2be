package io.moderato.cli;

/** What the service refused, in sentences for the person at the terminal. */
final class RefusedException extends RuntimeException {
  RefusedException(String message) {
    super(message, null, false, false);
  }
}
