package io.moderato.desk;

import com.google.common.hash.Hashing;
import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A comment as the pages name it: {@code site/comment}. A site's id has no slash, a comment's may. */
public record CommentKey(SiteId site, CommentId comment) {
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
  public String param() {
    return URLEncoder.encode(toString(), StandardCharsets.UTF_8);
  }

  /** The id of its row in the page. */
  public String rowId() {
    return "row-"
        + Hashing.sha256()
            .hashString(toString(), StandardCharsets.UTF_8)
            .toString()
            .substring(0, 20);
  }

  @Override
  public String toString() {
    return site.value() + "/" + comment.value();
  }
}
