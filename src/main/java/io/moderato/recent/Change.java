package io.moderato.recent;

import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;
import java.time.Instant;

/** That a stored comment is new, or another than before; in the order of the times, and of the ids where these are equal. */
public record Change(Instant at, SiteId site, CommentId id) {}
