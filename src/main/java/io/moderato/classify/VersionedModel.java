package io.moderato.classify;

import java.util.Set;

/**
 * A model that serves.
 *
 * @param version as decisions name it: {@code base@2026.11}
 * @param languages BCP 47 codes of the languages that it was measured on
 */
public record VersionedModel(String version, HashedLinearModel model, Set<String> languages) {
  public VersionedModel {
    languages = Set.copyOf(languages);
  }
}
