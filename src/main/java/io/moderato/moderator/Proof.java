package io.moderato.moderator;

import java.time.Duration;

/** What came of an attempt to prove to be somebody. */
sealed interface Proof {
  record Proven(Moderator moderator) implements Proof {}

  /** Whether the login or the password was wrong, or the account disabled, is for nobody to know. */
  record Wrong() implements Proof {}

  /** Nothing was looked at: there were too many failures before. */
  record Locked(Duration pause) implements Proof {
    /** In whole minutes, rounded up: for people. */
    long minutes() {
      return Math.max(1, (pause.toSeconds() + 59) / 60);
    }
  }
}
