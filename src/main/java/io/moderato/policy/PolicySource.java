package io.moderato.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy as a person wrote it.
 *
 * @param let definitions, in an order in which each uses earlier ones alone
 */
public record PolicySource(
    String name, @Nullable String description, List<Definition> let, List<Rule> rules) {
  public PolicySource {
    let = List.copyOf(let);
    rules = List.copyOf(rules);
  }
}
