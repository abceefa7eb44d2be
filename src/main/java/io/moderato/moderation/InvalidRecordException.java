package io.moderato.moderation;

/** What was to be restored is no record of a comment as it is exported. */
public final class InvalidRecordException extends RuntimeException {
  InvalidRecordException(RuntimeException cause) {
    super("is no record of a comment as an export writes it", cause);
  }
}
