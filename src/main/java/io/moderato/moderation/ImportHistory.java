package io.moderato.moderation;

import io.moderato.comment.CommentId;
import io.moderato.comment.Post;
import io.moderato.comment.PostRepository;
import io.moderato.moderation.Moderated.Conflict;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what a site has behind it. What was decided then is a person's decision and stands; the policy's is stored beside it. Nobody is
 * told of it, and taking the same in again changes nothing.
 */
public final class ImportHistory {
  private final JudgeComment judge;
  private final ModeratedCommentRepository comments;
  private final PostRepository posts;
  private final Consumer<SiteId> teaching;

  /** @param teaching is told of each site that a comment was taken in of */
  public ImportHistory(
      JudgeComment judge,
      ModeratedCommentRepository comments,
      PostRepository posts,
      Consumer<SiteId> teaching) {
    this.judge = judge;
    this.comments = comments;
    this.posts = posts;
    this.teaching = teaching;
  }

  /**
   * Judges and stores an old comment. A parent that is not there, or stands under another post, leaves it on the post itself.
   *
   * @param then what a person had decided; null where only the policy is to decide
   */
  public Future<Moderated> add(Site site, Submission old, @Nullable HumanDecision then) {
    var comment = old.comment();
    return comments
        .find(site.id(), comment.id())
        .compose(found -> found.isPresent()
            ? Future.succeededFuture(
                standing(found.get(), ModeratedComment.submissionDigest(comment)))
            : parent(old)
                .compose(parent -> judge
                    .judge(site, comment, new Surroundings(null, parent.orElse(null), null, false))
                    .compose(judgement -> {
                      var place = parent
                          .map(known -> ThreadPlace.below(known.place(), comment))
                          .orElseGet(() -> ThreadPlace.root(comment));
                      return store(ModeratedComment.imported(
                          comment.withAuthor(comment
                              .author()
                              .keeping(
                                  site.privacy().storeAuthorIp(),
                                  site.privacy().storeAuthorEmail())),
                          place,
                          judgement,
                          then,
                          Retention.of(site)));
                    })));
  }

  /** Stores a comment as it was exported, all that was decided of it included. */
  public Future<Moderated> restore(Site site, ModeratedComment exported) {
    var author = exported
        .comment()
        .author()
        .keeping(site.privacy().storeAuthorIp(), site.privacy().storeAuthorEmail());
    return store(exported.by(author));
  }

  /** A post that is told of more lately is left as it is. */
  public Future<Void> add(Post old) {
    return posts
        .find(old.site(), old.id())
        .compose(found -> found
                .filter(stored -> isTold(stored) && !stored.updatedAt().isBefore(old.updatedAt()))
                .isPresent()
            ? Future.succeededFuture()
            : posts.merge(old));
  }

  private static boolean isTold(Post post) {
    return post.url() != null || post.title() != null || post.body() != null;
  }

  private Future<Optional<ModeratedComment>> parent(Submission old) {
    var parent = old.comment().parent();
    return parent == null || parent.equals(old.comment().id())
        ? Future.succeededFuture(Optional.empty())
        : comments
            .find(old.comment().site(), parent)
            .map(found -> found.filter(
                known -> known.comment().post().equals(old.comment().post())));
  }

  private Future<Moderated> store(ModeratedComment comment) {
    return comments
        .addIfNew(comment)
        .onSuccess(isNew -> teaching.accept(comment.comment().site()))
        .compose(isNew -> isNew
            ? Future.succeededFuture(new Stored(comment))
            : find(comment.comment().site(), comment.comment().id())
                .map(stored -> standing(stored, comment.submission())));
  }

  private Future<ModeratedComment> find(SiteId site, CommentId id) {
    return comments.find(site, id).map(Optional::orElseThrow);
  }

  private static Moderated standing(ModeratedComment stored, String submission) {
    return stored.submission().equals(submission)
        ? new Unchanged(stored)
        : new Conflict(
            "A comment with this id is stored with another text, format or post. It was left as it is.");
  }
}
