package io.moderato.feedback;

import io.moderato.classify.Label;
import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a site says of a text that is not stored as a comment: a training example of its own making.
 *
 * @param id the same for the same comment of the platform with the same text, so that a later word on it replaces the earlier
 * @param labels how sure the site is that the text carries each, in [0, 1]; mostly 0 or 1
 * @param others what the site says by names that no label of ours means, {@code LIKELY_TO_REJECT} for one
 * @param by the key that it came by: {@code key:} and its id
 * @param at to the millisecond
 * @param expiresAt when its site no longer wants it kept, to the millisecond; null for never
 */
public record SuggestedLabels(
    SiteId site,
    String id,
    String text,
    Map<Label, Double> labels,
    Map<String, Double> others,
    String by,
    Instant at,
    @Nullable Instant expiresAt) {
  public SuggestedLabels {
    labels = labels.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(labels));
    others = Map.copyOf(others);
  }
}
