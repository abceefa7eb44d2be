package io.moderato.moderation;

import java.util.Map;

/**
 * Where a comment's sender wants to hear of a later verdict.
 *
 * @param key the id of the site's key that the comment came with; once that is revoked, nobody is told
 * @param references the sender's own names for the comment, sent back to it as they came
 */
public record Callback(String url, String key, Map<String, String> references) {
  public Callback {
    references = Map.copyOf(references);
  }
}
