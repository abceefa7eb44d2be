package io.moderato.demo;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.comment.CommentId;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.review.ActOutcome.Done;
import io.moderato.review.DecideReview;
import io.moderato.review.Order;
import io.moderato.review.ReviewAuthor;
import io.moderato.review.UndoActs;
import io.moderato.signals.Standing;
import io.moderato.site.SiteId;
import org.jspecify.annotations.Nullable;

/** The two who moderate the made-up site; what they do is done as if they did it on the page. Not for an event loop's thread. */
public final class Colleagues {
  private final ModeratedCommentRepository comments;
  private final DecideReview decide;
  private final UndoActs undo;
  private final ReviewAuthor author;
  private int acts;

  public Colleagues(
      ModeratedCommentRepository comments,
      DecideReview decide,
      UndoActs undo,
      ReviewAuthor author) {
    this.comments = comments;
    this.decide = decide;
    this.undo = undo;
    this.author = author;
  }

  AuditEntry act(
      String who,
      SiteId site,
      CommentId comment,
      Act act,
      @Nullable String reason,
      @Nullable String note) {
    var seen = comments.find(site, comment).await().orElseThrow();
    var order = Order.of(site, comment, seen.version(), act).saying(reason, note);
    if (decide.act(who, order).await() instanceof Done done) {
      acts++;
      return done.entry();
    }
    throw new IllegalStateException("%s of %s was not done".formatted(act, comment));
  }

  void undo(String who, SiteId site, AuditEntry entry) {
    undo.undo(who, site::equals, entry.id()).await();
    acts++;
  }

  void judge(String who, SiteId site, String reader, Standing standing) {
    author.judge(who, site, reader, standing, null).await();
    acts++;
  }

  int acts() {
    return acts;
  }
}
