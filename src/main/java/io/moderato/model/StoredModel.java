package io.moderato.model;

import io.moderato.classify.HashedLinearModel;

/** A model with its card. */
public record StoredModel(ModelCard card, HashedLinearModel model) {}
