package io.moderato.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Keeps the first flips for an answer that is sent in one piece. */
final class ListedFlips implements ReplayWatcher {
  private final BooleanSupplier gone;
  private final int most;
  private final List<Flip> flips = Collections.synchronizedList(new ArrayList<>());

  ListedFlips(int most, BooleanSupplier gone) {
    this.most = most;
    this.gone = gone;
  }

  List<Flip> flips() {
    return List.copyOf(flips);
  }

  @Override
  public boolean isGone() {
    return gone.getAsBoolean();
  }

  @Override
  public int wanted() {
    return most - flips.size();
  }

  @Override
  public void flipped(List<Flip> some) {
    flips.addAll(some);
  }
}
