package io.moderato.dropin.coral;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code X-Coral-Signature}: {@code sha256=} and the HMAC of the raw body in hexadecimal, several separated by commas while
 * Coral replaces its secret.
 */
final class CoralSignature {
  private static final String HMAC = "HmacSHA256";
  private static final int LONGEST_HEADER = 1000;

  private CoralSignature() {}

  /** Whether one of the signatures was made with one of the secrets. */
  static boolean matches(@Nullable String header, List<String> secrets, byte[] body) {
    if (header == null || header.length() > LONGEST_HEADER) {
      return false;
    }
    var expected = secrets.stream().map(secret -> of(secret, body)).toList();
    return Stream.of(header.split(","))
        .map(signature -> signature.strip().getBytes(StandardCharsets.UTF_8))
        .anyMatch(
            signature -> expected.stream().anyMatch(own -> MessageDigest.isEqual(own, signature)));
  }

  private static byte[] of(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      return ("sha256=" + HexFormat.of().formatHex(mac.doFinal(body)))
          .getBytes(StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + HMAC, e);
    }
  }
}
