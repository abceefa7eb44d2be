package io.moderato.moderation;

import io.moderato.site.Site;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a site keeps what was rejected or withdrawn. */
final class Retention {
  private Retention() {}

  /** Null for ever. */
  static @Nullable Duration of(Site site) {
    var days = site.retentionDays();
    return days == null ? null : Duration.ofDays(days);
  }
}
