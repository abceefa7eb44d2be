package io.moderato.phrase;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words near a phrase, in the same sentence, that take its edge off; or a figure of speech that has the phrase inside.
 *
 * @param factor what is left of the phrase's weight, in [0, 1)
 * @param before as many words before the phrase it still reaches
 * @param after as many words after the phrase it still reaches
 * @param across whether it reaches into other sentences
 * @param groups the groups it is for; empty for all of the book
 */
record Guard(
    String name,
    double factor,
    int before,
    int after,
    boolean across,
    Set<String> groups,
    List<String> phrases) {
  Guard(
      String name,
      double factor,
      int before,
      int after,
      boolean across,
      @Nullable Set<String> groups,
      List<String> phrases) {
    this.name = name;
    this.factor = factor;
    this.before = before;
    this.after = after;
    this.across = across;
    this.groups = groups == null ? Set.of() : Set.copyOf(groups);
    this.phrases = List.copyOf(phrases);
    if (!(factor >= 0 && factor < 1)) {
      throw new IllegalArgumentException(
          "factor of guard %s must be in [0, 1), was %s".formatted(name, factor));
    }
  }

  boolean isFor(PhraseGroup group) {
    return groups.isEmpty() || groups.contains(group.name());
  }
}
