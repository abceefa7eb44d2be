package io.moderato.classify;

import java.util.List;

/**
 * Everything a classifier tells of one text.
 *
 * @param language BCP 47 code, or {@code und} where it could not be told
 * @param supported whether a model was measured on that language; {@code und} counts as supported where script and length
 *     leave no better answer
 * @param models versions of the models that scored: {@code de@2026.11+base@2026.11}
 * @param evidence the strongest spans of each label that scores high enough to be asked about, in the order of label and offset
 * @param links in reading order
 * @param wordHashes by which the text is compared with others
 * @param folded its words with their places, as word lists read them
 */
public record Classification(
    Scores scores,
    String language,
    boolean supported,
    String models,
    List<Evidence> evidence,
    List<Link> links,
    TextShape shape,
    WordHashes wordHashes,
    FoldedWords folded) {
  public Classification {
    evidence = List.copyOf(evidence);
    links = List.copyOf(links);
  }
}
