package io.moderato.training;

import io.moderato.classify.Label;
import java.util.Map;

/**
 * A text with its true labels.
 *
 * @param set name of the data set it comes from
 * @param key of the normalised original text, equal for duplicates
 * @param targets by label, in [0, 1]: the share of annotators who saw the label; a label that is absent is unknown
 */
public record Example(String set, String text, long key, Split split, Map<Label, Double> targets) {
  public Example {
    targets = Map.copyOf(targets);
  }
}
