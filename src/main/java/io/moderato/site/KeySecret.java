package io.moderato.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * What a caller sends. It is 256 random bits, so a plain SHA-256 of it is safe to store: there is nothing to guess.
 *
 * @param text {@code mod_} and 43 characters of base64url; an operator's own key may be any text; an Akismet key is 12 characters (62
 *     bits), since its clients refuse any other length
 */
public record KeySecret(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

  public static KeySecret random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new KeySecret("mod_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** 12 lower-case letters and digits: what Akismet's clients take, and what can stand in a host name. */
  public static KeySecret randomForAkismet() {
    return new KeySecret(RANDOM
        .ints(12, 0, LETTERS_AND_DIGITS.length())
        .mapToObj(i -> LETTERS_AND_DIGITS.substring(i, i + 1))
        .collect(Collectors.joining()));
  }

  /** SHA-256 of the text, in hexadecimal. */
  public String hash() {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "KeySecret[hidden]";
  }
}
