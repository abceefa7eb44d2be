package io.moderato.moderation;

import io.moderato.comment.CommentId;
import io.moderato.comment.TextFormat;
import io.moderato.moderation.Moderated.Absent;
import io.moderato.moderation.Moderated.Conflict;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.site.Site;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** Changes to a stored comment by its platform: an edit is judged again, a withdrawal takes it from its post. */
public final class EditComment {
  /** A lost race is tried again so often; each time the other writer has got on. */
  private static final int MOST_TRIES = 5;

  private static final Conflict LOST = new Conflict(
      "The comment was changed by others at the same time. Read it and send the change again.");

  private final JudgeComment judge;
  private final ModeratedCommentRepository comments;
  private final Clock clock;

  public EditComment(JudgeComment judge, ModeratedCommentRepository comments, Clock clock) {
    this.judge = judge;
    this.comments = comments;
    this.clock = clock;
  }

  /** The same text and format again changes nothing; a withdrawn comment can't be edited. */
  public Future<Moderated> edit(Site site, CommentId id, String text, TextFormat format) {
    return change(site, id, MOST_TRIES, stored -> {
      var comment = stored.comment();
      if (stored.status() == Status.WITHDRAWN) {
        return Future.succeededFuture(new Conflict("The comment was withdrawn."));
      }
      if (comment.text().equals(text) && comment.format() == format) {
        return Future.succeededFuture(new Unchanged(stored));
      }
      return judge
          .judge(site, comment.withText(text, format))
          .map(judgement -> new Stored(stored.edited(text, format, judgement, Retention.of(site))));
    });
  }

  /** Withdrawing again changes nothing. */
  public Future<Moderated> withdraw(Site site, CommentId id) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return change(
        site,
        id,
        MOST_TRIES,
        stored -> Future.succeededFuture(
            stored.status() == Status.WITHDRAWN
                ? new Unchanged(stored)
                : new Stored(stored.withdrawn(now, Retention.of(site)))));
  }

  /** @param change what to do with the comment as it is stored; what it calls {@link Stored} is then stored */
  private Future<Moderated> change(
      Site site, CommentId id, int tries, Function<ModeratedComment, Future<Moderated>> change) {
    if (tries == 0) {
      return Future.succeededFuture(LOST);
    }
    return comments
        .find(site.id(), id)
        .compose(found -> found.isEmpty()
            ? Future.succeededFuture(new Absent())
            : change
                .apply(found.get())
                .compose(outcome -> outcome instanceof Stored changed
                    ? comments
                        .replace(changed.comment())
                        .compose(won -> won
                            ? Future.succeededFuture(outcome)
                            : change(site, id, tries - 1, change))
                    : Future.succeededFuture(outcome)));
  }
}
