package io.moderato.comment;

import java.util.Locale;
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

  /** Who it is, as far as it can be known again: the platform's id, else the e-mail address; null where the platform tells neither. */
  public @Nullable String key() {
    if (id != null && !id.isEmpty()) {
      return "id:" + id;
    }
    return email == null || email.isBlank()
        ? null
        : "email:" + email.strip().toLowerCase(Locale.ROOT);
  }

  /** The same author without what a site does not want kept. */
  public Author keeping(boolean keepIp, boolean keepEmail) {
    return new Author(id, name, keepEmail ? email : null, url, keepIp ? ip : null, userAgent);
  }
}
