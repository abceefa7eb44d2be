package io.moderato.dropin.openai;

import io.moderato.classify.Label;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contract's thirteen categories, and which of our labels means the same. */
enum Category {
  HARASSMENT("harassment", Label.INSULT),
  HARASSMENT_THREATENING("harassment/threatening", null),
  HATE("hate", Label.HATE),
  HATE_THREATENING("hate/threatening", null),
  ILLICIT("illicit", null),
  ILLICIT_VIOLENT("illicit/violent", null),
  SELF_HARM("self-harm", Label.SELF_HARM),
  SELF_HARM_INTENT("self-harm/intent", null),
  SELF_HARM_INSTRUCTIONS("self-harm/instructions", null),
  SEXUAL("sexual", Label.SEXUAL),
  SEXUAL_MINORS("sexual/minors", null),
  VIOLENCE("violence", null),
  VIOLENCE_GRAPHIC("violence/graphic", null);

  private final String key;
  private final @Nullable Label label;

  Category(String key, @Nullable Label label) {
    this.key = key;
    this.label = label;
  }

  /** As it stands on the wire. */
  String key() {
    return key;
  }

  /** The label that tells of it, if there is a model for that. */
  Optional<Label> label(Set<Label> covered) {
    return Optional.ofNullable(label).filter(covered::contains);
  }
}
