package io.moderato.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a comment is another than before.
 *
 * @param at when
 * @param decidedBy the person whose decision it was; null where it was none
 * @param isEscalation whether that decision was to hold it for others
 * @param isNewText whether it came then, or was edited
 */
public record CommentChange(
    CommentKey comment,
    Status status,
    int version,
    Instant at,
    @Nullable String decidedBy,
    boolean isEscalation,
    boolean isNewText) {}
