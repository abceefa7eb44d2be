package io.moderato.moderation;

import io.moderato.comment.CommentId;
import io.moderato.comment.TextFormat;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.site.Site;
import io.vertx.core.Future;

/** Judges a stored comment anew, as its platform asks; what a person decided on the same text stands. */
public final class JudgeAgain {
  private final JudgeComment judge;
  private final ChangeComment changeComment;

  public JudgeAgain(JudgeComment judge, ChangeComment changeComment) {
    this.judge = judge;
    this.changeComment = changeComment;
  }

  /** @param text that the comment has by now */
  public Future<Moderated> judge(Site site, CommentId id, String text, TextFormat format) {
    return changeComment.change(site.id(), id, stored -> {
      var isSame = stored.comment().text().equals(text) && stored.comment().format() == format;
      if (stored.status() == Status.WITHDRAWN || isSame && stored.humanVerdict().isPresent()) {
        return Future.succeededFuture(new Unchanged(stored));
      }
      return judge
          .judge(site, stored.comment().withText(text, format), Surroundings.ofEdit(stored))
          .map(judgement -> isSame && judgement.decision().verdict() == stored.verdict()
              ? new Unchanged(stored)
              : new Stored(stored.edited(text, format, judgement, Retention.of(site))));
    });
  }
}
