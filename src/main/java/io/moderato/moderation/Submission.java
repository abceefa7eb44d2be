package io.moderato.moderation;

import io.moderato.comment.Comment;
import io.moderato.comment.Post;

/**
 * A comment as a platform sends it.
 *
 * @param post what the platform tells of the post along with the comment
 * @param test judge and answer, but store nothing
 */
public record Submission(Comment comment, Post post, boolean test, Origin origin) {}
