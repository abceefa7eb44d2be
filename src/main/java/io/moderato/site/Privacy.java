package io.moderato.site;

/** What of an author is kept beside the comment; what is not kept is still used to judge it. */
public record Privacy(boolean storeAuthorIp, boolean storeAuthorEmail) {
  public static final Privacy DEFAULT = new Privacy(true, true);
}
