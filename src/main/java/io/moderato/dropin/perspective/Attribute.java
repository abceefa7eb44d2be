package io.moderato.dropin.perspective;

import io.moderato.classify.Label;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the contract's clients ask for, and which of our labels means the same. */
enum Attribute {
  TOXICITY(Label.TOXIC),
  SEVERE_TOXICITY(Label.SEVERE_TOXIC),
  IDENTITY_ATTACK(Label.HATE),
  INSULT(Label.INSULT),
  PROFANITY(Label.OBSCENE),
  THREAT(Label.THREAT),
  TOXICITY_EXPERIMENTAL(Label.TOXIC),
  SEVERE_TOXICITY_EXPERIMENTAL(Label.SEVERE_TOXIC),
  IDENTITY_ATTACK_EXPERIMENTAL(Label.HATE),
  INSULT_EXPERIMENTAL(Label.INSULT),
  PROFANITY_EXPERIMENTAL(Label.OBSCENE),
  THREAT_EXPERIMENTAL(Label.THREAT),
  TOXICITY_FAST(Label.TOXIC),
  SEXUALLY_EXPLICIT(Label.SEXUAL),
  FLIRTATION,
  ATTACK_ON_AUTHOR,
  ATTACK_ON_COMMENTER,
  ATTACK_ON_PUBLISHER,
  INCOHERENT,
  INFLAMMATORY,
  LIKELY_TO_REJECT,
  OBSCENE(Label.OBSCENE),
  OFF_TOPIC,
  SPAM(Label.SPAM),
  UNSUBSTANTIAL,
  AFFINITY_EXPERIMENTAL,
  COMPASSION_EXPERIMENTAL,
  CONSTRUCTIVE_EXPERIMENTAL,
  CURIOSITY_EXPERIMENTAL,
  NUANCE_EXPERIMENTAL,
  PERSONAL_STORY_EXPERIMENTAL,
  REASONING_EXPERIMENTAL,
  RESPECT_EXPERIMENTAL,
  ALIENATION_EXPERIMENTAL,
  FEARMONGERING_EXPERIMENTAL,
  GENERALIZATION_EXPERIMENTAL,
  MORAL_OUTRAGE_EXPERIMENTAL,
  POWER_APPEAL_EXPERIMENTAL,
  SCAPEGOATING_EXPERIMENTAL;

  private static final Map<String, Attribute> BY_NAME = Arrays.stream(values())
      .collect(Collectors.toUnmodifiableMap(Attribute::name, Function.identity()));

  private final @Nullable Label label;

  Attribute() {
    this(null);
  }

  Attribute(@Nullable Label label) {
    this.label = label;
  }

  /** Empty where no label of ours means the same. */
  Optional<Label> label() {
    return Optional.ofNullable(label);
  }

  boolean isCoveredBy(Set<Label> labels) {
    return label != null && labels.contains(label);
  }

  /** @param requested may end in the version of a model: {@code TOXICITY@6} */
  static Optional<Attribute> of(String requested) {
    var at = requested.indexOf('@');
    return Optional.ofNullable(BY_NAME.get(at < 0 ? requested : requested.substring(0, at)));
  }
}
