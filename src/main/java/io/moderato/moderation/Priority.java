package io.moderato.moderation;

import io.moderato.classify.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How urgent a held comment is: expected harm x visibility x uncertainty x age, each a factor that can be shown.
 *
 * @param label whose harm is expected; null where no model scored
 * @param harm how bad the label is, in [0, 1], times its probability; at least {@link #LEAST_HARM}
 * @param visibility 1 for a single comment on a post; more where one decision tells of others alike, less for a deep answer
 * @param uncertainty 1 where the label is a matter of chance, down to 0.25 where it is certain: what is clear can wait
 * @param escalation 1, or {@link #ESCALATION} for what a person passed on
 * @param since when the text was judged
 */
public record Priority(
    @Nullable Label label,
    double harm,
    double visibility,
    double uncertainty,
    double escalation,
    Instant since) {
  /** Doubles each time that a comment has waited so long again. */
  public static final Duration DOUBLING = Duration.ofHours(6);

  static final double LEAST_HARM = 0.05;
  static final double ESCALATION = 16;

  private static final double LEAST_UNCERTAINTY = 0.25;

  /** Judgements of our own: what a person can be hurt by weighs more than what annoys. */
  private static final Map<Label, Double> BADNESS = new EnumMap<>(Map.of(
      Label.THREAT, 1.0,
      Label.SELF_HARM, 1.0,
      Label.SEVERE_TOXIC, 0.9,
      Label.HATE, 0.9,
      Label.SEXUAL, 0.7,
      Label.TOXIC, 0.5,
      Label.INSULT, 0.5,
      Label.SPAM, 0.4,
      Label.OBSCENE, 0.3,
      Label.SITE, 0.5));

  public static Priority of(ModeratedComment moderated) {
    var signals = moderated.judgement().signals();
    Label worst = null;
    double harm = 0;
    for (var score : signals.scores().byLabel().entrySet()) {
      double expected = badness(score.getKey()) * score.getValue();
      if (expected > harm) {
        worst = score.getKey();
        harm = expected;
      }
    }
    var repeats = signals.repeats();
    return new Priority(
        worst,
        Math.max(LEAST_HARM, harm),
        visibility(repeats == null ? 0 : repeats.near(), moderated.place().depth()),
        worst == null ? 1 : uncertainty(harm / badness(worst)),
        moderated.isEscalated() ? ESCALATION : 1,
        moderated.judgement().decidedAt());
  }

  private static double badness(Label label) {
    return BADNESS.getOrDefault(label, 0.5);
  }

  private static double visibility(int alike, int depth) {
    return (1 + log2(1 + alike)) / (1 + (double) depth / ThreadPlace.DEEPEST);
  }

  private static double uncertainty(double probability) {
    return LEAST_UNCERTAINTY + (1 - LEAST_UNCERTAINTY) * 4 * probability * (1 - probability);
  }

  /** How much the time it has waited adds: 1 at first, doubled every {@link #DOUBLING}. */
  public double age(Instant now) {
    return Math.pow(2, doublings(Duration.between(since, now)));
  }

  /** The product of all factors. */
  public double at(Instant now) {
    return harm * visibility * uncertainty * escalation * age(now);
  }

  /** Orders comments as {@link #at} does at any one time, and does not change with time itself, so that it can be stored. */
  public double rank() {
    var began = doublings(Duration.between(Instant.EPOCH, since));
    return log2(harm * visibility * uncertainty * escalation) - began;
  }

  private static double doublings(Duration waited) {
    return (double) waited.toMillis() / DOUBLING.toMillis();
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
