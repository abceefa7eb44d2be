package io.moderato.review;

/** No page has given the cursor: it was cut, tampered with, or is of another order. */
public final class InvalidCursorException extends RuntimeException {
  InvalidCursorException() {
    super("The cursor is not one that a page of this queue has given.", null, false, false);
  }
}
