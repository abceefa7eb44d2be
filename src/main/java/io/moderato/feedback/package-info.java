/**
 * What a platform's own people say of a decision: a verdict of theirs, or the labels that a comment truly carries. Main types: {@link
 * io.moderato.feedback.RecordFeedback}, {@link io.moderato.feedback.FeedbackApi}. May know {@code moderation}, {@code policy}, {@code
 * classify}, {@code comment}, {@code site} and the {@code http} rim.
 */
@NullMarked
package io.moderato.feedback;

import org.jspecify.annotations.NullMarked;
