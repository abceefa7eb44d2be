package io.moderato.site;

import org.jspecify.annotations.Nullable;

/** How right a policy must have been on history to be activated, whoever activates it; null where nothing is required. */
public record ActivationRequirements(
    @Nullable RequiredPrecision reject, @Nullable RequiredPrecision hold) {
  public static final ActivationRequirements NONE = new ActivationRequirements(null, null);
}
