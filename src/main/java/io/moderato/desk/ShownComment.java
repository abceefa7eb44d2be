package io.moderato.desk;

import io.moderato.review.CommentContext;
import io.moderato.signals.AuthorRecord;
import io.moderato.site.Site;

/**
 * A comment with all that is shown beside it.
 *
 * @param campaignSize how many of its campaign wait, itself counted
 */
record ShownComment(Site site, CommentContext context, AuthorRecord author, int campaignSize) {}
