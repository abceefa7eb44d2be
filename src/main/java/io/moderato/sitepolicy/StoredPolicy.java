package io.moderato.sitepolicy;

import io.moderato.policy.PolicySource;
import io.moderato.site.SiteId;
import java.time.Instant;

/**
 * A version of a site's own policy; never changed once it is stored.
 *
 * @param version counts the site's own versions from 1, whatever their names
 * @param by who sent it: {@code operator}, or {@code key:} and the key's id
 * @param note what its writer says of it; may be empty
 */
public record StoredPolicy(
    SiteId site, int version, PolicySource source, Instant createdAt, String by, String note) {
  /** Name and version: {@code house-rules@3}. */
  public String id() {
    return source.name() + "@" + version;
  }
}
