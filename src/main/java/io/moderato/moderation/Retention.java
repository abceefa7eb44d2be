package io.moderato.moderation;

import io.moderato.site.Site;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a site keeps what was rejected or withdrawn. */
public final class Retention {
  private Retention() {}

  /** Null for ever. */
  public static @Nullable Duration of(Site site) {
    var days = site.retentionDays();
    return days == null ? null : Duration.ofDays(days);
  }
}
