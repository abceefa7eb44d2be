package io.moderato.replay;

import io.moderato.site.SiteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What runs beside a site's active policy and model, and never acts.
 *
 * @param policy name and version: {@code blog@4}
 * @param model the folder of the model that scores beside; null where the comment's own scores are decided on
 */
public record Shadow(SiteId site, String policy, @Nullable String model, Instant since) {
  /** What the verdicts that it gives are marked with. */
  public String id() {
    return model == null ? policy : policy + " " + model;
  }
}
