package io.moderato.http;

import io.moderato.site.KeySecret;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;

/** The operator's admin key, which may do everything. Only its hash is known here. */
public final class OperatorKey {
  private final Supplier<Future<String>> hash;

  /** @param hash of {@link KeySecret}; it is asked for on each call, and fails while it can't be known */
  public OperatorKey(Supplier<Future<String>> hash) {
    this.hash = hash;
  }

  /** Compares in constant time. */
  Future<Boolean> matches(KeySecret secret) {
    return hash.get().map(known -> MessageDigest.isEqual(bytes(known), bytes(secret.hash())));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
