package io.moderato.desk;

import com.google.common.hash.Hashing;
import io.moderato.audit.AuditEntry;
import io.moderato.comment.CommentId;
import io.moderato.moderation.CommentKey;
import io.moderato.site.SiteId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Comments as pages name them: {@code site/comment}. A site's id has no slash, a comment's may. */
public final class PageKeys {
  private PageKeys() {}

  public static String text(CommentKey key) {
    return key.site().value() + "/" + key.comment().value();
  }

  /** The comment that an entry is about; empty where it is about none. */
  static Optional<CommentKey> of(AuditEntry entry) {
    var site = entry.site();
    var comment = entry.comment();
    return site == null || comment == null
        ? Optional.empty()
        : Optional.of(new CommentKey(site, comment));
  }

  /** Empty for what is none. */
  static Optional<CommentKey> read(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new CommentKey(
          new SiteId(text.substring(0, slash)), new CommentId(text.substring(slash + 1))));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** As the value of a parameter in an address. */
  public static String param(CommentKey key) {
    return encoded(text(key));
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The id of its row in the page. */
  public static String rowId(CommentKey key) {
    return "row-"
        + Hashing.sha256()
            .hashString(text(key), StandardCharsets.UTF_8)
            .toString()
            .substring(0, 20);
  }
}
