package io.moderato.wordlist;

/** An entry that can't be read; the message goes on a sentence that begins with the entry. */
public final class InvalidEntryException extends RuntimeException {
  private final int index;

  InvalidEntryException(String message) {
    this(message, -1);
  }

  private InvalidEntryException(String message, int index) {
    super(message);
    this.index = index;
  }

  InvalidEntryException at(int index) {
    return new InvalidEntryException(getMessage(), index);
  }

  /** Which entry of its list, from 0 on; -1 for an entry without a list. */
  public int index() {
    return index;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
