package io.moderato.moderation;

import io.moderato.comment.Comment;
import io.moderato.policy.Verdict;
import io.moderato.site.Site;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Draws some approved comments for people to look at, as often as their site wants. The same text of the same comment is drawn again or never. */
final class DrawForReview {
  private static final double LEAST_IN_DOUBT = 0.2;
  private static final double MOST_IN_DOUBT = 0.8;

  private DrawForReview() {}

  /** The judgement, with the draw if there is one; nothing but an approval is drawn. */
  static Judgement of(Site site, Comment comment, Judgement judgement) {
    var rates = site.draws();
    if (judgement.decision().verdict() != Verdict.APPROVE) {
      return judgement;
    }
    if (lot(Draw.RANDOM, comment) < rates.random()) {
      return judgement.drawn(Draw.RANDOM);
    }
    if (isInDoubt(judgement) && lot(Draw.UNCERTAIN, comment) < rates.uncertain()) {
      return judgement.drawn(Draw.UNCERTAIN);
    }
    return judgement.unfamiliar() && lot(Draw.UNFAMILIAR, comment) < rates.unfamiliar()
        ? judgement.drawn(Draw.UNFAMILIAR)
        : judgement;
  }

  private static boolean isInDoubt(Judgement judgement) {
    return judgement.signals().scores().byLabel().values().stream()
        .anyMatch(score -> score >= LEAST_IN_DOUBT && score <= MOST_IN_DOUBT);
  }

  /** In [0, 1), as if by chance. */
  private static double lot(Draw draw, Comment comment) {
    var named = String.join(
        "\n", draw.word(), comment.site().value(), comment.id().value(), comment.text());
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1.0p-53;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
