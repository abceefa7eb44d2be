package io.moderato.site;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of a site, as it is stored.
 *
 * @param id names the key in addresses
 * @param hash see {@link KeySecret#hash()}
 * @param akismetKey the secret itself where it is an Akismet key, since that contract sends it along with each late verdict; else null
 */
public record ApiKey(
    String id,
    String hash,
    Set<Scope> scopes,
    Instant createdAt,
    @Nullable String akismetKey) {
  public ApiKey {
    scopes = Set.copyOf(scopes);
  }
}
