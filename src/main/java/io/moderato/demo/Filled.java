package io.moderato.demo;

import io.moderato.moderator.Moderator;
import java.util.List;

/**
 * What there is to look at.
 *
 * @param approved now, as are the others
 * @param acts of moderators
 */
public record Filled(
    String site, List<SignIn> signIns, int approved, int held, int rejected, int acts) {
  /** With which somebody can sign in while the demonstration runs. */
  public record SignIn(Moderator moderator, String password) {
    @Override
    public String toString() {
      return "SignIn[" + moderator.login() + "]";
    }
  }
}
