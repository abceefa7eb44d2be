package io.moderato.desk;

import io.moderato.moderation.CommentKey;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderator.Moderator;
import io.moderato.review.CommentContext;
import io.moderato.review.QueueQuery;
import io.moderato.review.ReadContext;
import io.moderato.review.ReviewQueue;
import io.moderato.signals.AuthorRecord;
import io.moderato.site.Site;
import io.vertx.core.Future;
import java.util.Optional;

/** Reads a comment and all that is shown beside it. */
public final class ShowComment {
  private static final int MOST_COUNTED = 1000;

  private final ReviewableSites sites;
  private final ReadContext read;
  private final ModeratedCommentRepository comments;
  private final ReviewQueue queue;

  public ShowComment(
      ReviewableSites sites,
      ReadContext read,
      ModeratedCommentRepository comments,
      ReviewQueue queue) {
    this.sites = sites;
    this.read = read;
    this.comments = comments;
    this.queue = queue;
  }

  /** Empty for a comment that is not there, or not for this moderator. */
  Future<Optional<ShownComment>> of(Moderator moderator, CommentKey key) {
    return sites
        .find(moderator, key.site())
        .compose(site -> site.isEmpty()
            ? Future.succeededFuture(Optional.empty())
            : read.read(key.site(), key.comment())
                .compose(found -> found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : shown(site.get(), found.get()).map(Optional::of)));
  }

  private Future<ShownComment> shown(Site site, CommentContext context) {
    var author = author(context.comment());
    var campaign = context
        .comment()
        .campaign()
        .map(first -> queue.count(QueueQuery.ofCampaign(site.id(), first), MOST_COUNTED))
        .orElse(Future.succeededFuture(0));
    return Future.all(author, campaign)
        .map(all -> new ShownComment(site, context, author.result(), campaign.result()));
  }

  private Future<AuthorRecord> author(ModeratedComment moderated) {
    var comment = moderated.comment();
    return comment.author().key() == null
        ? Future.succeededFuture(AuthorRecord.UNKNOWN)
        : comments.authorRecord(comment.site(), comment.author(), comment.id());
  }
}
