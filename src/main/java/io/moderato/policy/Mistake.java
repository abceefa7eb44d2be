package io.moderato.policy;

/**
 * What is wrong in a policy's source.
 *
 * @param pointer JSON pointer to the place: {@code /rules/3/when}
 * @param detail a phrase that goes on after the place; where an expression is wrong it begins with line and column in it, both from 1
 */
public record Mistake(String pointer, String detail) {
  @Override
  public String toString() {
    return (pointer.isEmpty() ? "the policy" : pointer) + ": " + detail;
  }

  /** As a sentence. */
  public String sentence() {
    return detail.endsWith("?") ? toString() : this + ".";
  }
}
