package io.moderato.dropin.akismet;

import io.moderato.moderation.ModeratedCommentRepository;
import io.vertx.core.Future;

/** Finds the comment that a call means among those that came with the blog's past, which have no guid of ours. */
final class FindImported {
  private final ModeratedCommentRepository comments;

  FindImported(ModeratedCommentRepository comments) {
    this.comments = comments;
  }

  /** The call about the imported comment, which must stand under the same post; the call as it is where there is none. */
  Future<Check> find(Check check) {
    var id = check.imported();
    if (id == null || check.isTest()) {
      return Future.succeededFuture(check);
    }
    var comment = check.submission().comment();
    return comments
        .find(comment.site(), id)
        .map(found -> found
            .filter(stored -> stored.comment().post().equals(comment.post()))
            .map(stored -> check.of(id))
            .orElse(check));
  }
}
