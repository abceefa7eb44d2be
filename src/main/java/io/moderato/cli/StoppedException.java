package io.moderato.cli;

/** It can't go on; the message says why, and what to do. */
final class StoppedException extends RuntimeException {
  StoppedException(String message) {
    super(message, null, false, false);
  }
}
