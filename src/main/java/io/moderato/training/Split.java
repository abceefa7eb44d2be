package io.moderato.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which part of the data a text belongs to: 70 % are trained on, 15 % calibrate (and are trained on at last, see {@link Trainer}),
 * 15 % test. A text's part depends on its letters and the seed alone, so that duplicates stay together in whatever set they occur.
 */
public enum Split {
  TRAIN,
  CALIBRATION,
  TEST;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** The key of a text: equal for texts that differ only in case, spacing, punctuation and compatible characters. */
  public static long key(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String normalised = NO_LETTERS.matcher(folded).replaceAll(" ").strip();
    return first64(normalised.isEmpty() ? folded : normalised);
  }

  /** The part of a text with that key. */
  public static Split of(long key, long seed) {
    long percent = Long.remainderUnsigned(first64(key + ":" + seed), 100);
    if (percent < 70) {
      return TRAIN;
    }
    return percent < 85 ? CALIBRATION : TEST;
  }

  private static long first64(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
