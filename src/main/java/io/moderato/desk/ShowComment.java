package io.moderato.desk;

import io.moderato.audit.AuditLog;
import io.moderato.audit.AuditQuery;
import io.moderato.comment.PostRepository;
import io.moderato.moderation.CommentKey;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderator.Moderator;
import io.moderato.review.Claims;
import io.moderato.review.QueueQuery;
import io.moderato.review.ReviewQueue;
import io.moderato.signals.AuthorRecord;
import io.moderato.site.Site;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads a comment and all that is shown beside it. */
public final class ShowComment {
  private static final int MOST_ABOVE = 5;
  private static final int MOST_ENTRIES = 30;
  private static final int MOST_COUNTED = 1000;

  private final ReviewableSites sites;
  private final ModeratedCommentRepository comments;
  private final PostRepository posts;
  private final ReviewQueue queue;
  private final AuditLog audit;
  private final Claims claims;

  public ShowComment(
      ReviewableSites sites,
      ModeratedCommentRepository comments,
      PostRepository posts,
      ReviewQueue queue,
      AuditLog audit,
      Claims claims) {
    this.sites = sites;
    this.comments = comments;
    this.posts = posts;
    this.queue = queue;
    this.audit = audit;
    this.claims = claims;
  }

  /** Empty for a comment that is not there, or not for this moderator. */
  Future<Optional<ShownComment>> of(Moderator moderator, CommentKey key) {
    return sites
        .find(moderator, key.site())
        .compose(site -> site.isEmpty()
            ? Future.succeededFuture(Optional.empty())
            : comments
                .find(key.site(), key.comment())
                .compose(found -> found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : beside(site.get(), found.get()).map(Optional::of)));
  }

  private Future<ShownComment> beside(Site site, ModeratedComment moderated) {
    var comment = moderated.comment();
    var post = posts.find(site.id(), comment.post());
    var author = author(moderated);
    var thread = above(moderated, new ArrayList<>());
    var alike = Future.succeededFuture(List.<ModeratedComment>of());
    var campaign = moderated
        .campaign()
        .map(first -> queue.count(QueueQuery.ofCampaign(site.id(), first), MOST_COUNTED))
        .orElse(Future.succeededFuture(0));
    var entries = audit.page(AuditQuery.ofComment(site.id(), comment.id()), null, MOST_ENTRIES);
    var claim = claims.of(site.id(), comment.id());
    return Future.all(List.of(post, author, thread, alike, campaign, entries, claim))
        .map(all -> new ShownComment(
            site,
            moderated,
            post.result().orElse(null),
            author.result(),
            thread.result(),
            alike.result(),
            campaign.result(),
            entries.result(),
            claim.result().orElse(null)));
  }

  private Future<AuthorRecord> author(ModeratedComment moderated) {
    var comment = moderated.comment();
    return comment.author().key() == null
        ? Future.succeededFuture(AuthorRecord.UNKNOWN)
        : comments.authorRecord(comment.site(), comment.author(), comment.id());
  }

  /** The comments that it answers, as far as they are known. */
  private Future<List<ModeratedComment>> above(
      ModeratedComment moderated, List<ModeratedComment> found) {
    var parent = moderated.comment().parent();
    if (parent == null || found.size() == MOST_ABOVE) {
      Collections.reverse(found);
      return Future.succeededFuture(found);
    }
    return comments.find(moderated.comment().site(), parent).compose(above -> {
      above.ifPresent(found::add);
      return above.map(next -> above(next, found)).orElseGet(() -> {
        Collections.reverse(found);
        return Future.succeededFuture(found);
      });
    });
  }
}
