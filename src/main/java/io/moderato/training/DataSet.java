package io.moderato.training;

import io.moderato.classify.Label;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A public data set: where it comes from, what its licence allows, and how its columns tell labels.
 *
 * @param name as reports call it
 * @param language BCP 47 code of what its texts are written in, most of them
 * @param file path in the folder of data sets; one that begins with {@code training/} comes with Moderato
 * @param origin the publication, for attribution
 * @param source the public repository that holds the file, and its commit
 * @param licence SPDX identifier, or "none stated"
 * @param use what the licence lets it be used for
 * @param group sets of a group share one intercept while training, so that how often a label occurs in a source is not mistaken
 *     for a property of its words
 * @param weight of one row in training, above 0
 * @param reference mass of the set in the sample that stands for comments at large, on which scores are calibrated; 0 keeps it
 *     out
 * @param good how much each good comment of the set counts where the budget of blocked good comments is measured; 0 for not at
 *     all
 * @param leaveOut whether training also measures the set with a model that has not seen it
 * @param where {@code column=value} that a row must have to belong to the set; empty for all rows of the file
 * @param text column of the text
 * @param withoutSpans column of character spans; of each text only the sentences outside them are taken; empty for the text
 *     as it is
 * @param labels the labels that its rows tell; a label that is absent is unknown
 */
public record DataSet(
    String name,
    String language,
    String file,
    String origin,
    String source,
    String licence,
    Use use,
    String group,
    double weight,
    double reference,
    double good,
    boolean leaveOut,
    String where,
    String text,
    String withoutSpans,
    Map<Label, TargetRule> labels) {
  /** What a set may be used for. */
  public enum Use {
    /** Its licence allows models trained on it to be shipped. */
    TRAIN,
    /** Its licence forbids or does not grant that: it is only measured on. */
    MEASURE
  }

  /** Whether its texts are Moderato's own words and come with it. */
  boolean isShipped() {
    return file.startsWith("training/");
  }

  /** The labels that some of its rows have and others lack, as far as its columns tell. */
  Set<Label> toldBothWays() {
    return labels.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof TargetRule.Column
            || entry.getValue() instanceof TargetRule.Word
            || entry.getValue() instanceof TargetRule.Share)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The same set, telling only the labels that pass; empty if none does. */
  Optional<DataSet> telling(Predicate<Label> wanted) {
    var told = labels.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(new DataSet(
            name,
            language,
            file,
            origin,
            source,
            licence,
            use,
            group,
            weight,
            reference,
            good,
            leaveOut,
            where,
            text,
            withoutSpans,
            told));
  }

  /** Whether a row of the file belongs to the set. */
  boolean holds(TsvRow row) {
    int equals = where.indexOf('=');
    return equals < 0 || row.text(where.substring(0, equals)).equals(where.substring(equals + 1));
  }

  public DataSet {
    labels = Map.copyOf(labels);
    if (!(weight > 0) || !(reference >= 0)) {
      throw new IllegalArgumentException(
          "set %s needs a weight above 0 and a reference mass of at least 0".formatted(name));
    }
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("set %s tells no label".formatted(name));
    }
  }
}
