package io.moderato.desk;

import io.moderato.moderation.CommentKey;
import org.jspecify.annotations.Nullable;

/**
 * A row of the queue.
 *
 * @param id of the element
 * @param key site and comment, as acts name them
 * @param label the name of the top label's score bar; empty without scores
 * @param percent of that score, 0 to 100
 * @param harmful whether some people would rather not see it at once
 * @param age how long it waits, in words
 * @param since the same as a timestamp
 * @param reason the sentence of the most severe rule that matched
 * @param holder who looks at it just now; null for nobody
 * @param drawn why it is here though it is shown, in words; empty for what is held
 * @param campaign how many that wait are nearly the same, itself counted; 0 where none is
 * @param rest where each of these has a row; empty where this one stands for itself alone
 */
public record RowView(
    String id,
    CommentKey key,
    int version,
    String label,
    int percent,
    boolean harmful,
    String author,
    String age,
    String since,
    String firstLine,
    String reason,
    String post,
    @Nullable String holder,
    boolean escalated,
    String drawn,
    int campaign,
    String rest) {}
