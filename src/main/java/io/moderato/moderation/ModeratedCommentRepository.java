package io.moderato.moderation;

import io.moderato.comment.Author;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.signals.AuthorRecord;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps comments. Each future fails with {@code StoreUnavailableException} while the store can't be used; a write that failed so may
 * or may not have happened.
 */
public interface ModeratedCommentRepository extends Expiring {
  /** An author's record goes so many comments back, so that it costs the same for everybody. */
  int MOST_OF_AN_AUTHOR = 200;

  /** False if a comment of that site and id exists; it is then left as it is. */
  Future<Boolean> addIfNew(ModeratedComment comment);

  Future<Optional<ModeratedComment>> find(SiteId site, CommentId id);

  /** Those of these comments that are stored, in any order. */
  Future<List<ModeratedComment>> findAll(SiteId site, Collection<CommentId> ids);

  /** Stores the comment if the stored version is the one just before its own, and nobody has begun to take its events since; false if not. */
  Future<Boolean> replace(ModeratedComment comment);

  /**
   * A post's approved comments in the order of the view.
   *
   * @param after where the page before ended; null for the first page
   * @param limit at most so many
   */
  Future<List<ModeratedComment>> approved(
      SiteId site, PostId post, CommentView view, @Nullable PagePosition after, int limit);

  /**
   * A site's comments, whatever became of them, the one that was decided last first.
   *
   * @param before where the page before ended; null for the first page
   * @param limit at most so many
   * @param withText whether to read the texts, too
   */
  Future<List<PastDecision>> decided(
      SiteId site, Period period, PastDecision.@Nullable Place before, int limit, boolean withText);

  /**
   * What became of the author's latest {@link #MOST_OF_AN_AUTHOR} comments, as they stand now.
   *
   * @param author has a key
   * @param except is not counted
   */
  Future<AuthorRecord> authorRecord(SiteId site, Author author, CommentId except);

  /**
   * All comments of a site, whatever their status, in an order of the store's own.
   *
   * @param after the last one of the page before; null for the first page
   * @param limit at most so many
   */
  Future<List<ModeratedComment>> all(SiteId site, @Nullable CommentId after, int limit);
}
