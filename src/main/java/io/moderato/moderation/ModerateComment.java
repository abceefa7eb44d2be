package io.moderato.moderation;

import io.moderato.comment.Comment;
import io.moderato.comment.PostRepository;
import io.moderato.moderation.Moderated.Conflict;
import io.moderato.moderation.Moderated.Invalid;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.recent.Change;
import io.moderato.recent.RecentComments;
import io.moderato.site.Site;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The path of a comment: gather, decide, store. It moves data; the judgement is the policy's. */
public final class ModerateComment {
  private final JudgeComment judge;
  private final ModeratedCommentRepository comments;
  private final PostRepository posts;
  private final RecentComments recent;
  private final DecidedBeforehand beforehand;

  public ModerateComment(
      JudgeComment judge,
      ModeratedCommentRepository comments,
      PostRepository posts,
      RecentComments recent,
      DecidedBeforehand beforehand) {
    this.judge = judge;
    this.comments = comments;
    this.posts = posts;
    this.recent = recent;
    this.beforehand = beforehand;
  }

  /** Completes when the comment and its post are stored durably. */
  public Future<Moderated> moderate(Site site, Submission submission) {
    if (submission.comment().id().equals(submission.comment().parent())) {
      return Future.succeededFuture(new Invalid("/parentId", "names the comment itself"));
    }
    return parent(submission.comment()).compose(parent -> {
      var elsewhere = parent.filter(
          found -> !found.comment().post().equals(submission.comment().post()));
      return elsewhere.isPresent()
          ? Future.succeededFuture(new Invalid("/parentId", "names a comment of another post"))
          : judge
              .judge(site, submission.comment(), Surroundings.of(submission, parent.orElse(null)))
              .map(judgement -> DrawForReview.of(site, submission.comment(), judgement))
              .compose(judgement ->
                  store(site, submission, placed(submission.comment(), parent), judgement))
              .onComplete(done -> remember(submission.comment(), done.result()));
    });
  }

  /** The recent past has met the comment; what was not stored now is none of it. */
  private void remember(Comment comment, @Nullable Moderated outcome) {
    if (outcome instanceof Stored stored) {
      var moderated = stored.comment();
      recent.keep(
          new Change(moderated.changedAt(), comment.site(), comment.id()), moderated.expiresAt());
    } else {
      recent.takeBack(comment.site(), comment.id());
    }
  }

  private Future<Optional<ModeratedComment>> parent(Comment comment) {
    var parent = comment.parent();
    return parent == null
        ? Future.succeededFuture(Optional.empty())
        : comments.find(comment.site(), parent);
  }

  private static ThreadPlace placed(Comment comment, Optional<ModeratedComment> parent) {
    return parent
        .map(found -> ThreadPlace.below(found.place(), comment))
        .orElseGet(() -> ThreadPlace.root(comment));
  }

  private Future<Moderated> store(
      Site site, Submission submission, ThreadPlace place, Judgement judgement) {
    var kept = submission
        .comment()
        .withAuthor(GatherSignals.kept(site, submission.comment().author()));
    var retention = Retention.of(site);
    var first = ModeratedComment.first(kept, submission.origin(), place, judgement, retention);
    if (submission.test()) {
      return Future.succeededFuture(new Unchanged(first.heardBy(site)));
    }
    return beforehand
        .on(first)
        .map(decision -> decision
            .map(said -> ModeratedComment.first(
                kept, submission.origin(), place, judgement, said, retention))
            .orElse(first)
            .heardBy(site))
        .compose(moderated -> store(submission, moderated));
  }

  private Future<Moderated> store(Submission submission, ModeratedComment moderated) {
    return comments
        .addIfNew(moderated)
        .compose(
            isNew -> isNew ? Future.succeededFuture(new Stored(moderated)) : standing(moderated))
        .compose(outcome -> outcome instanceof Conflict
            ? Future.succeededFuture(outcome)
            : posts.merge(submission.post()).map(outcome));
  }

  private Future<Moderated> standing(ModeratedComment repeat) {
    var comment = repeat.comment();
    return comments
        .find(comment.site(), comment.id())
        .map(
            found -> found
                .filter(stored -> stored.submission().equals(repeat.submission()))
                .<Moderated>map(Unchanged::new)
                .orElseGet(
                    () -> new Conflict(
                        "A comment with this id was submitted with another text, format or post. Send edits with PUT.")));
  }
}
