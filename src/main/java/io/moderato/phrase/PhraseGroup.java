package io.moderato.phrase;

import io.moderato.classify.Aspect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phrases that say the same thing equally clearly; however many of them a text holds, the clearest counts once.
 *
 * @param weight how likely a text is what the label says if nothing but such a phrase speaks for it: an estimate of ours, in (0, 1)
 * @param aspect the finer kind that they tell of; null for none
 */
record PhraseGroup(String name, double weight, @Nullable Aspect aspect, List<String> phrases) {
  PhraseGroup {
    phrases = List.copyOf(phrases);
    if (!(weight > 0 && weight < 1) || phrases.isEmpty()) {
      throw new IllegalArgumentException(
          "group %s needs phrases and a weight between 0 and 1, was %s".formatted(name, weight));
    }
  }
}
