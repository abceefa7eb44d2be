package io.moderato.dropin.akismet;

import io.moderato.site.KeySecret;
import io.moderato.site.Scope;
import io.moderato.site.SiteDirectory;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out who calls: by the key in the body, else in the path, else in the first label of the host name. */
final class AdmitCall {
  /** A long key can't stand in a host name: names know no upper case. */
  private static final Pattern IN_HOST = Pattern.compile("([a-z0-9]{12})\\..+");

  private static final int LONGEST_KEY = 500;

  private final SiteDirectory sites;

  AdmitCall(SiteDirectory sites) {
    this.sites = sites;
  }

  /**
   * Fails with {@link Refusal}.
   *
   * @param inPath null where the path holds no key
   * @param host the header Host; null where there is none
   */
  Future<KeyHolder> admit(
      Fields fields, @Nullable String inPath, @Nullable String host, Scope scope) {
    var told = fields.firstOf("api_key", "key");
    var inHost = IN_HOST.matcher(host == null ? "" : host.toLowerCase(Locale.ROOT));
    var fromHost = inHost.matches() ? inHost.group(1) : null;
    var key = told != null ? told.strip() : inPath != null ? inPath : fromHost;
    if (key == null || key.length() > LONGEST_KEY) {
      return Future.failedFuture(Refusal.invalid("Empty \"api_key\" value"));
    }
    if (fields.has("api_key")
        && fields.has("key")
        && !fields.get("api_key").equals(fields.get("key"))) {
      return contradiction();
    }
    return holder(key)
        .compose(found -> found
            .map(holder -> permitted(holder, fields, scope))
            .orElseGet(
                () -> Future.failedFuture(Refusal.invalid("The key is unknown or revoked."))))
        .compose(holder -> agreeing(holder, key, inPath, fromHost));
  }

  private Future<Optional<KeyHolder>> holder(String key) {
    var secret = new KeySecret(key);
    return sites
        .findByKey(secret)
        .map(found -> found.flatMap(
            site -> site.keyWithHash(secret.hash()).map(own -> new KeyHolder(site, own))));
  }

  private static Future<KeyHolder> permitted(KeyHolder holder, Fields fields, Scope scope) {
    if (!holder.key().scopes().contains(scope)) {
      return Future.failedFuture(
          Refusal.invalid("The key lacks the scope '%s'.".formatted(scope.word())));
    }
    var own =
        holder.site().url() == null ? null : CallbackRule.host(holder.site().url());
    var blog = fields.firstOf("blog");
    return blog == null || own == null || own.equals(CallbackRule.host(blog))
        ? Future.succeededFuture(holder)
        : Future.failedFuture(Refusal.notForThisBlog());
  }

  /** A name in the path or the host counts only if it is a key: many a host's first label just looks like one. */
  private Future<KeyHolder> agreeing(
      KeyHolder holder, String key, @Nullable String inPath, @Nullable String fromHost) {
    var other = inPath != null && !inPath.equals(key) ? inPath : fromHost;
    return other == null || other.equals(key)
        ? Future.succeededFuture(holder)
        : holder(other)
            .compose(found -> found.isEmpty() ? Future.succeededFuture(holder) : contradiction());
  }

  private static Future<KeyHolder> contradiction() {
    return Future.failedFuture(Refusal.invalid("Two keys that contradict each other were sent."));
  }
}
