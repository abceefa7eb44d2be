package io.moderato.site;

import java.time.Instant;
import java.util.Set;

/**
 * A key of a site, as it is stored: without its secret.
 *
 * @param id names the key in addresses
 * @param hash see {@link KeySecret#hash()}
 */
public record ApiKey(String id, String hash, Set<Scope> scopes, Instant createdAt) {
  public ApiKey {
    scopes = Set.copyOf(scopes);
  }
}
