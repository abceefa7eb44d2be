package io.moderato.moderation;

import io.moderato.comment.TextFormat;
import io.moderato.policy.Verdict;
import java.time.Instant;

/** An earlier text of a comment, and what was decided on it. */
public record Revision(
    int version, String text, TextFormat format, Verdict verdict, Instant decidedAt) {}
