package io.moderato.mongo;

/** The store could not be reached, or could not make a write durable. What was asked may or may not have happened. */
public final class StoreUnavailableException extends RuntimeException {
  public StoreUnavailableException(Throwable cause) {
    super("the store can't be used: " + cause.getClass().getSimpleName(), cause, false, false);
  }
}
