package io.moderato.model;

import io.moderato.classify.LanguageModels;
import java.util.List;
import java.util.stream.Stream;

/**
 * The models that serve.
 *
 * @param base for English, for what no language can be told of, and for what it scores in every language
 * @param own of other languages, one each
 */
public record ServingModels(StoredModel base, List<StoredModel> own) {
  public ServingModels {
    own = List.copyOf(own);
  }

  /** As they score. */
  public LanguageModels byLanguage() {
    return new LanguageModels(
        base.versioned(), own.stream().map(StoredModel::versioned).toList());
  }

  /** Of each, the base model's first. */
  public List<ModelCard> cards() {
    return Stream.concat(Stream.of(base), own.stream()).map(StoredModel::card).toList();
  }
}
