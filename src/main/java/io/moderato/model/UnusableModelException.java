package io.moderato.model;

/** A model that is missing or damaged. The message is a sentence for the operator: which file, and what to do. */
public final class UnusableModelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableModelException(String message) {
    super(message);
  }

  UnusableModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
