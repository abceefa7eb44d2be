package io.moderato.moderator;

/** Nobody is signed in where somebody has to be. */
final class SessionOverException extends RuntimeException {
  SessionOverException() {
    super("nobody is signed in", null, false, false);
  }
}
