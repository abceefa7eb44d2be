package io.moderato.moderation;

import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;

/** Names a comment among those of all sites. */
public record CommentKey(SiteId site, CommentId comment) {
  public static CommentKey of(ModeratedComment moderated) {
    return new CommentKey(moderated.comment().site(), moderated.comment().id());
  }
}
