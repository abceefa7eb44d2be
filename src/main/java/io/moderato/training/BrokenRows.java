package io.moderato.training;

import java.util.function.Consumer;

/** What to do with a row that can't be read. */
public interface BrokenRows {
  /** Stops at the first broken row. */
  BrokenRows STOP = broken -> {
    throw broken;
  };

  /** Tells of each broken row and goes on with the next. */
  static BrokenRows skip(Consumer<String> teller) {
    return broken -> teller.accept("skipped: " + broken.getMessage());
  }

  /** Called with each broken row; goes on by returning, stops by throwing. */
  void met(BrokenRowException broken);
}
