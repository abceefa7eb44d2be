package io.moderato.moderator;

/** A provider's answer that lets nobody in; the message is for the log and names nobody. */
final class RefusedSignInException extends RuntimeException {
  RefusedSignInException(String message) {
    super(message, null, false, false);
  }
}
