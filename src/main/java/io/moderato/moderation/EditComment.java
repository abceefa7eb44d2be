package io.moderato.moderation;

import io.moderato.comment.CommentId;
import io.moderato.comment.TextFormat;
import io.moderato.moderation.Moderated.Conflict;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.site.Site;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Changes to a stored comment by its platform: an edit is judged again, a withdrawal takes it from its post. */
public final class EditComment {
  private final JudgeComment judge;
  private final ChangeComment changeComment;
  private final Clock clock;

  public EditComment(JudgeComment judge, ChangeComment changeComment, Clock clock) {
    this.judge = judge;
    this.changeComment = changeComment;
    this.clock = clock;
  }

  /** The same text and format again changes nothing; a withdrawn comment can't be edited. */
  public Future<Moderated> edit(Site site, CommentId id, String text, TextFormat format) {
    return changeComment.change(site.id(), id, stored -> {
      var comment = stored.comment();
      if (stored.status() == Status.WITHDRAWN) {
        return Future.succeededFuture(new Conflict("The comment was withdrawn."));
      }
      if (comment.text().equals(text) && comment.format() == format) {
        return Future.succeededFuture(new Unchanged(stored));
      }
      var edited = comment.withText(text, format);
      return judge
          .judge(site, edited, Surroundings.ofEdit(stored))
          .map(judgement -> DrawForReview.of(site, edited, judgement))
          .map(judgement -> new Stored(
              stored.edited(text, format, judgement, Retention.of(site)).heardBy(site)));
    });
  }

  /** Withdrawing again changes nothing. */
  public Future<Moderated> withdraw(Site site, CommentId id) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return changeComment.change(
        site.id(),
        id,
        stored -> Future.succeededFuture(
            stored.status() == Status.WITHDRAWN
                ? new Unchanged(stored)
                : new Stored(stored.withdrawn(now, Retention.of(site)).heardBy(site))));
  }
}
