package io.moderato.classify;

import io.moderato.comment.TextFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/**
 * The features of {@link CommentFeatures} for OpenNLP's own categorizer: the tokens are joined by spaces and read as plain
 * text, and each distinct bucket becomes a feature named by its number. A text given as one token is taken as it is.
 *
 * <p>Public, with a public constructor, because OpenNLP makes it by name. Thread-safe.
 */
public final class HashedFeatureGenerator implements FeatureGenerator {
  /** For OpenNLP. */
  public HashedFeatureGenerator() {}

  @Override
  public Collection<String> extractFeatures(String[] text, Map<String, Object> extraInformation) {
    var features = new CommentFeatures();
    features.extract(String.join(" ", text), TextFormat.TEXT);
    return Arrays.stream(features.distinct(), 0, features.distinctCount())
        .mapToObj(Integer::toString)
        .toList();
  }
}
