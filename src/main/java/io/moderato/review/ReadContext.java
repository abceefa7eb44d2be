package io.moderato.review;

import io.moderato.audit.AuditLog;
import io.moderato.audit.AuditQuery;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostRepository;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderation.RelatedComments;
import io.moderato.moderation.SimilarDecisions;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads a comment together with its surroundings. */
public final class ReadContext {
  private static final int MOST_PARENTS = 5;
  private static final int EARLIER = 5;
  private static final int SIMILAR = 6;
  private static final int SAID = 50;

  private final ModeratedCommentRepository comments;
  private final PostRepository posts;
  private final RelatedComments related;
  private final SimilarDecisions similarDecisions;
  private final AuditLog audit;
  private final Claims claims;

  public ReadContext(
      ModeratedCommentRepository comments,
      PostRepository posts,
      RelatedComments related,
      SimilarDecisions similarDecisions,
      AuditLog audit,
      Claims claims) {
    this.comments = comments;
    this.posts = posts;
    this.related = related;
    this.similarDecisions = similarDecisions;
    this.audit = audit;
    this.claims = claims;
  }

  /** Empty where there is no such comment. */
  public Future<Optional<CommentContext>> read(SiteId site, CommentId id) {
    return comments
        .find(site, id)
        .compose(found -> found.isEmpty()
            ? Future.succeededFuture(Optional.empty())
            : around(found.get()).map(Optional::of));
  }

  Future<Boolean> isStored(SiteId site, CommentId id) {
    return comments.find(site, id).map(Optional::isPresent);
  }

  private Future<CommentContext> around(ModeratedComment moderated) {
    var comment = moderated.comment();
    var post = posts.find(comment.site(), comment.post());
    var parents = parents(moderated, MOST_PARENTS);
    var earlier =
        related.shownBefore(comment.site(), comment.post(), comment.submittedAt(), EARLIER);
    var campaign = moderated.campaign().orElse(comment.id());
    var similar = related.ofCampaign(comment.site(), campaign, SIMILAR);
    var decided = similarDecisions.of(moderated, SIMILAR);
    var said = audit.page(AuditQuery.ofComment(comment.site(), comment.id()), null, SAID);
    var claim = claims.of(comment.site(), comment.id());
    return Future.all(List.of(post, parents, earlier, similar, decided, said, claim))
        .map(all -> new CommentContext(
            moderated,
            post.result().orElse(null),
            parents.result(),
            reversed(earlier.result()),
            similar.result().stream()
                .filter(each -> !each.comment().id().equals(comment.id()))
                .toList(),
            decided.result(),
            said.result(),
            claim.result().orElse(null)));
  }

  private Future<List<ModeratedComment>> parents(ModeratedComment moderated, int most) {
    var parent = moderated.comment().parent();
    if (parent == null || most == 0) {
      return Future.succeededFuture(List.of());
    }
    return comments
        .find(moderated.comment().site(), parent)
        .compose(found -> found.isEmpty()
            ? Future.succeededFuture(List.of())
            : parents(found.get(), most - 1).map(above -> {
              var all = new ArrayList<>(above);
              all.add(found.get());
              return all;
            }));
  }

  private static <T> List<T> reversed(List<T> list) {
    var reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }
}
