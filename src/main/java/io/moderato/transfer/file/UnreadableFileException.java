package io.moderato.transfer.file;

/** Nothing of the file can be read; the message says what to do. */
public final class UnreadableFileException extends RuntimeException {
  UnreadableFileException(String message) {
    super(message, null, false, false);
  }
}
