package io.moderato.training;

import io.moderato.classify.Label;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a model is trained.
 *
 * @param name of the model
 * @param languages BCP 47 codes of those whose comments the model is for
 * @param limits what the model can't do, in sentences
 * @param passes over all rows
 * @param labels in the order of training
 */
public record Recipe(
    String name,
    List<String> languages,
    List<String> limits,
    int passes,
    List<LabelRecipe> labels) {
  public Recipe {
    languages = List.copyOf(languages);
    limits = List.copyOf(limits);
    labels = List.copyOf(labels);
  }

  /** Only what some labels need. */
  Recipe only(Set<Label> wanted) {
    var needed = new HashSet<>(wanted);
    labels.stream()
        .filter(each -> wanted.contains(each.label()))
        .forEach(each -> needed.addAll(each.onTopOf()));
    return new Recipe(
        name,
        languages,
        limits,
        passes,
        labels.stream().filter(each -> needed.contains(each.label())).toList());
  }

  /** The sets that it trains and measures on, each telling only the labels that it learns from the set's language. */
  List<DataSet> sets(List<DataSet> all) {
    return all.stream()
        .flatMap(set -> set.telling(label -> learns(label, set.language())).stream())
        .toList();
  }

  private boolean learns(Label label, String language) {
    return labels.stream()
        .anyMatch(each -> each.label() == label && each.languages().contains(language));
  }

  /**
   * How one label is trained.
   *
   * @param languages BCP 47 codes of those whose sets it is trained and measured on
   * @param cost of an error, relative to the squared length of the weights
   * @param constant of {@link LogCountRatios}
   * @param groupScale how freely groups of sets get weights of their own; see {@link LogisticRegression}
   * @param vectorScale how freely words get weights from their {@link WordVectors}; 0 for not at all
   * @param rate share of comments at large that carry the label, which scores are calibrated to
   * @param shares what the scores' upper end is bent to; null for a calibration by the labels alone
   * @param onTopOf labels trained before whose margin this one starts from; at most one
   * @param pools sets that it is also measured on as if they were one, by the pool's name
   */
  public record LabelRecipe(
      Label label,
      List<String> languages,
      double cost,
      double constant,
      double groupScale,
      double vectorScale,
      double rate,
      @Nullable KnownShares shares,
      List<Label> onTopOf,
      Map<String, List<String>> pools) {
    public LabelRecipe {
      languages = List.copyOf(languages);
      onTopOf = List.copyOf(onTopOf);
      pools = Collections.unmodifiableMap(new LinkedHashMap<>(pools));
      if (!(cost > 0) || !(constant > 0) || !(rate > 0 && rate < 1)) {
        throw new IllegalArgumentException(
            "%s needs cost and constant above 0 and a rate in (0, 1)".formatted(label));
      }
      if (onTopOf.size() > 1) {
        throw new IllegalArgumentException("%s can start from one label only".formatted(label));
      }
    }
  }
}
