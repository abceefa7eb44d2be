package io.moderato.site;

import io.vertx.core.Future;
import java.util.Optional;

/** A key that someone sent, and the site it belongs to. */
public record KnownKey(Site site, ApiKey key) {
  private static final int LONGEST = 500;

  /** Empty for a text that is no site's key. */
  public static Future<Optional<KnownKey>> find(SiteDirectory sites, String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Future.succeededFuture(Optional.empty());
    }
    var secret = new KeySecret(text);
    return sites
        .findByKey(secret)
        .map(found -> found.flatMap(
            site -> site.keyWithHash(secret.hash()).map(key -> new KnownKey(site, key))));
  }

  public boolean allows(Scope scope) {
    return key.scopes().contains(scope);
  }
}
