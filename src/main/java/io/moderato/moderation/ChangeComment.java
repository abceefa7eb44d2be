package io.moderato.moderation;

import io.moderato.comment.CommentId;
import io.moderato.moderation.Moderated.Absent;
import io.moderato.moderation.Moderated.Conflict;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Changes a stored comment though others may do so at the same time: what was decided on an older version is decided again. */
public final class ChangeComment {
  /** A lost race is tried again so often; each time the other writer has got on. */
  private static final int MOST_TRIES = 5;

  private static final Conflict LOST = new Conflict(
      "The comment was changed by others at the same time. Read it and send the change again.");

  private final ModeratedCommentRepository comments;
  private final RememberChange rememberChange;
  private final Consumer<SiteId> teaching;

  /** @param teaching is told of each site that a comment was changed of, by people mostly */
  public ChangeComment(
      ModeratedCommentRepository comments,
      RememberChange rememberChange,
      Consumer<SiteId> teaching) {
    this.comments = comments;
    this.rememberChange = rememberChange;
    this.teaching = teaching;
  }

  /** @param change what to do with the comment as it is stored; what it calls {@link Stored} is then stored */
  public Future<Moderated> change(
      SiteId site, CommentId id, Function<ModeratedComment, Future<Moderated>> change) {
    return change(site, id, MOST_TRIES, change);
  }

  private Future<Moderated> change(
      SiteId site, CommentId id, int tries, Function<ModeratedComment, Future<Moderated>> change) {
    if (tries == 0) {
      return Future.succeededFuture(LOST);
    }
    return comments
        .find(site, id)
        .compose(found -> found.isEmpty()
            ? Future.succeededFuture(new Absent())
            : change
                .apply(found.get())
                .compose(outcome -> outcome instanceof Stored changed
                    ? comments
                        .replace(changed.comment())
                        .compose(won -> won
                            ? rememberChange
                                .changed(changed.comment())
                                .onComplete(done -> teaching.accept(site))
                                .map(outcome)
                            : change(site, id, tries - 1, change))
                    : Future.succeededFuture(outcome)));
  }
}
