package io.moderato.embedded;

import org.h2.mvstore.MVStore;

/**
 * Keeps the file small. Each commit writes the changed pages anew and leaves the old ones behind; this moves what is left of
 * chunks that are mostly garbage into the next commit, a little at a time, so that their space can be used again.
 */
final class Housekeeping {
  /** Under load, after so many groups, with so much to move at once. */
  private static final int GROUPS = 16;

  private static final int BUSY_FILL_PERCENT = 50;
  private static final int BUSY_BYTES = 2 << 20;

  /** When nobody waits it may be tidier. */
  private static final int IDLE_FILL_PERCENT = 75;

  private static final int IDLE_BYTES = 4 << 20;

  private final MVStore store;
  private int groups;

  Housekeeping(MVStore store) {
    this.store = store;
  }

  void afterSync() {
    if (++groups % GROUPS == 0) {
      store.compact(BUSY_FILL_PERCENT, BUSY_BYTES);
    }
  }

  /** Whether something was moved and is to be committed. */
  boolean whenIdle() {
    return store.compact(IDLE_FILL_PERCENT, IDLE_BYTES);
  }
}
