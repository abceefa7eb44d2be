package io.moderato.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy that can't decide; all mistakes at once. */
public final class InvalidPolicyException extends RuntimeException {
  private final List<Mistake> mistakes;

  public InvalidPolicyException(List<Mistake> mistakes) {
    super(
        mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")),
        null,
        false,
        false);
    this.mistakes = List.copyOf(mistakes);
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
