package io.moderato.http;

import java.util.Locale;

/** The kinds of problems; each has a page {@code docs/problems/<slug>.md} that the service shows at its type's address. */
public enum ProblemType {
  INVALID_REQUEST(400, "The request breaks the contract"),
  MALFORMED_BODY(400, "The body can't be read"),
  UNAUTHORIZED(401, "A valid key is wanted"),
  MISSING_SCOPE(403, "The key lacks the scope"),
  ADMINS_ONLY(403, "For admins alone"),
  FORGED_REQUEST(403, "Not from a page of this service"),
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "Not with this method"),
  CONFLICT(409, "It contradicts what is stored"),
  NEEDS_CONFIRMATION(409, "It wants to be confirmed"),
  NOT_PRECISE_ENOUGH(422, "Not right often enough on history"),
  TOO_LARGE(413, "Too large"),
  ADDRESS_TOO_LONG(414, "The address is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "Not in this form"),
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  OVERLOADED(503, "The service is full"),
  STORE_UNAVAILABLE(503, "The store can't be used"),
  INTERNAL_ERROR(500, "A defect in the service");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The last part of the type's address. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
