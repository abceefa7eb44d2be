package io.moderato.comment;

import org.jspecify.annotations.Nullable;

/** Who wrote a comment, as far as the platform tells; null where it does not. */
public record Author(
    @Nullable String id,
    @Nullable String name,
    @Nullable String email,
    @Nullable String url,
    @Nullable String ip,
    @Nullable String userAgent) {
  public static final Author UNKNOWN = new Author(null, null, null, null, null, null);

  /** The same author without what a site does not want kept. */
  public Author keeping(boolean keepIp, boolean keepEmail) {
    return new Author(id, name, keepEmail ? email : null, url, keepIp ? ip : null, userAgent);
  }
}
