package io.moderato.wordlist;

/** An entry that can't be read; the message is a sentence for the one who wrote it. */
public final class InvalidEntryException extends RuntimeException {
  InvalidEntryException(String message) {
    super(message);
  }
}
