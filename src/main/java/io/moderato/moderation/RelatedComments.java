package io.moderato.moderation;

import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.signals.AuthorRecord;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** What helps a person to judge a comment. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface RelatedComments {
  /** An author's, the latest first. */
  Future<List<ModeratedComment>> ofAuthor(SiteId site, String author, int limit);

  /** How many there are of an author, counted up to {@code atMost}. */
  Future<Integer> countOfAuthor(SiteId site, String author, int atMost);

  /** What became of the author's latest {@link ModeratedCommentRepository#MOST_OF_AN_AUTHOR} comments. */
  Future<AuthorRecord> record(SiteId site, String author);

  /** What readers see under the post that came before that time, the latest first. */
  Future<List<ModeratedComment>> shownBefore(SiteId site, PostId post, Instant time, int limit);

  /** The same as {@link #ofCampaign}, many and without what they say. */
  Future<List<CampaignMember>> members(SiteId site, CommentId first, int limit);

  /** Those of these that are stored, in no order. */
  Future<List<ModeratedComment>> all(SiteId site, List<CommentId> ids);

  /** Those that repeat the comment, and the comment itself, the one judged last first. */
  Future<List<ModeratedComment>> ofCampaign(SiteId site, CommentId first, int limit);
}
