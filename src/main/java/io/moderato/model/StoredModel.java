package io.moderato.model;

import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.VersionedModel;

/** A model with its card. */
public record StoredModel(ModelCard card, HashedLinearModel model) {
  /** As it serves. */
  public VersionedModel versioned() {
    return new VersionedModel(card.version(), model, card.languages());
  }
}
