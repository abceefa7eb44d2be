package io.moderato.review;

import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;

/** @param version that was seen */
public record Pick(SiteId site, CommentId comment, int version) {}
