package io.moderato.replay;

import java.util.List;

/** Who waits for a replay. Called from the replay's thread, which these calls may keep waiting. */
public interface ReplayWatcher {
  /** For whom the report alone counts. */
  ReplayWatcher NOBODY = new ReplayWatcher() {};

  /** Whether nobody waits any more; the replay then ends. */
  default boolean isGone() {
    return false;
  }

  /** @param decided comments so far */
  default void decided(int decided) {}

  /** How many more flipped comments are to be shown. */
  default int wanted() {
    return 0;
  }

  /** Takes some, the last decided first; never more than wanted. */
  default void flipped(List<Flip> flips) {}
}
