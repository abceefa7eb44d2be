package io.moderato.policy;

import java.util.List;

/** Makes changes that may turn an outcome; whether they do, an evaluation says. */
@FunctionalInterface
interface Candidates {
  /** @param outcome the one to get away from */
  List<Change> of(boolean outcome, SignalValues values);
}
