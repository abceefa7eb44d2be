package io.moderato.classify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which models score a text, by its language. A language's own model scores its labels, and the base model adds those that
 * hold in every language. Where no model knows the language, these alone are scored: a score that means nothing is not given.
 * Immutable.
 */
public final class LanguageModels {
  /**
   * Links, prices and telephone numbers look alike everywhere: on comments in six languages that it was not trained on, the
   * base model's spam score holds no more good ones than on English (docs/models.md).
   */
  private static final Set<Label> IN_EVERY_LANGUAGE = Set.of(Label.SPAM);

  private final VersionedModel base;
  private final Map<String, VersionedModel> own;
  private final Map<String, Scorers> scorers;
  private final Scorers unsupported;
  private final Scorers untold;

  /** A model and those of its labels that count. */
  record Part(VersionedModel model, Set<Label> labels) {}

  /**
   * What scores a text.
   *
   * @param supported whether a model was measured on its language
   * @param versions of the models: {@code de@2026.11+base@2026.11}
   */
  record Scorers(List<Part> parts, boolean supported, String versions) {
    static Scorers of(List<Part> parts, boolean supported) {
      return new Scorers(
          parts,
          supported,
          parts.stream().map(part -> part.model().version()).collect(Collectors.joining("+")));
    }
  }

  /**
   * Sets up the choice.
   *
   * @param base scores what no other model was measured on
   * @param others of two models for a language the later one counts
   */
  public LanguageModels(VersionedModel base, Collection<VersionedModel> others) {
    this.base = base;
    this.own = new HashMap<>();
    base.languages().forEach(language -> own.put(language, base));
    others.forEach(each -> each.languages().forEach(language -> own.put(language, each)));
    this.scorers = own.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> scorers(entry.getValue())));
    this.unsupported = Scorers.of(everywhere(Set.of()), false);
    this.untold = scorers(base);
  }

  private Scorers scorers(VersionedModel model) {
    List<Part> parts = new ArrayList<>();
    var labels = Set.copyOf(model.model().labels());
    parts.add(new Part(model, labels));
    if (model != base) {
      parts.addAll(everywhere(labels));
    }
    return Scorers.of(parts, true);
  }

  private List<Part> everywhere(Set<Label> scored) {
    var labels = base.model().labels().stream()
        .filter(label -> IN_EVERY_LANGUAGE.contains(label) && !scored.contains(label))
        .collect(Collectors.toSet());
    return labels.isEmpty() ? List.of() : List.of(new Part(base, labels));
  }

  /** With another model in the place of those that serve its languages now. */
  public LanguageModels with(VersionedModel other) {
    boolean replacesBase = other.languages().containsAll(base.languages());
    List<VersionedModel> others =
        own.values().stream().filter(each -> each != base).distinct().toList();
    if (replacesBase) {
      return new LanguageModels(other, others);
    }
    var all = new ArrayList<>(others);
    all.add(other);
    return new LanguageModels(base, all);
  }

  /** Every label that is scored in some language. */
  public Set<Label> labels() {
    return own.values().stream()
        .flatMap(each -> each.model().labels().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What scores a text. A language that can't be told is taken for the first one expected that has a model, and for the base
   * model's where none is.
   *
   * @param guessed from the text
   */
  Scorers of(String guessed, LanguageHint hint) {
    boolean settled = hint.stated()
        ? hint.languages().contains(guessed) && scorers.containsKey(guessed)
        : !guessed.equals(LanguageGuess.UNKNOWN);
    if (settled) {
      return scorers.getOrDefault(guessed, unsupported);
    }
    for (var language : hint.languages()) {
      var known = scorers.get(language);
      if (known != null) {
        return known;
      }
    }
    return hint.stated() ? unsupported : untold;
  }
}
