package io.moderato.moderator;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.stream.Collectors;

/**
 * A password that somebody wants to have from now on. Long ones are asked for, and no rules about what is in them: NIST SP 800-63B, 3.1.1.2.
 *
 * @param text in the composed form of Unicode, so that it is the same from every keyboard
 */
public record NewPassword(String text) {
  public static final int SHORTEST = 12;
  public static final int LONGEST = 200;

  /** Without those that are taken for one another. */
  private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int MADE_LENGTH = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** @throws IllegalArgumentException with a sentence for whoever chose it */
  public NewPassword {
    text = composed(text);
    var length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new IllegalArgumentException(
          "A password has %d to %d characters.".formatted(SHORTEST, LONGEST));
    }
    if (text.codePoints().distinct().count() < 4) {
      throw new IllegalArgumentException("A password is more than the same few signs repeated.");
    }
  }

  /** 100 random bits. */
  public static NewPassword random() {
    return new NewPassword(RANDOM
        .ints(MADE_LENGTH, 0, SIGNS.length())
        .mapToObj(i -> SIGNS.substring(i, i + 1))
        .collect(Collectors.joining()));
  }

  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  @Override
  public String toString() {
    return "NewPassword[hidden]";
  }
}
