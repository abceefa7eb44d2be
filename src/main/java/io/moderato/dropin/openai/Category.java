package io.moderato.dropin.openai;

import io.moderato.classify.Aspect;
import io.moderato.classify.Label;
import io.moderato.classify.Scores;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contract's thirteen categories, and which of our labels, or finer kinds of them, means the same. */
enum Category {
  HARASSMENT("harassment", Label.INSULT),
  HARASSMENT_THREATENING("harassment/threatening", Label.THREAT),
  HATE("hate", Label.HATE),
  HATE_THREATENING("hate/threatening", null),
  ILLICIT("illicit", null),
  ILLICIT_VIOLENT("illicit/violent", null),
  SELF_HARM("self-harm", Label.SELF_HARM),
  SELF_HARM_INTENT("self-harm/intent", Label.SELF_HARM, Aspect.SELF_HARM_INTENT),
  SELF_HARM_INSTRUCTIONS("self-harm/instructions", null),
  SEXUAL("sexual", Label.SEXUAL),
  SEXUAL_MINORS("sexual/minors", null),
  VIOLENCE("violence", null),
  VIOLENCE_GRAPHIC("violence/graphic", null);

  private final String key;
  private final @Nullable Label label;
  private final @Nullable Aspect aspect;

  Category(String key, @Nullable Label label) {
    this(key, label, null);
  }

  Category(String key, @Nullable Label label, @Nullable Aspect aspect) {
    this.key = key;
    this.label = label;
    this.aspect = aspect;
  }

  /** As it stands on the wire. */
  String key() {
    return key;
  }

  boolean isCoveredBy(Set<Label> labels) {
    return label != null && labels.contains(label);
  }

  /** Its score, or empty if nothing here tells of it. */
  OptionalDouble score(Scores scores) {
    if (aspect != null) {
      return scores.of(aspect);
    }
    return label == null ? OptionalDouble.empty() : scores.of(label);
  }
}
