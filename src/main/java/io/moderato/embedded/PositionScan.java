package io.moderato.embedded;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Positions of documents that may match, found one by one. */
interface PositionScan extends Iterator<Long> {
  /** Lets go of what belongs to the file; the next call goes on where this one stopped. */
  void rest();

  /** Positions that are known already. */
  static PositionScan of(Iterable<Long> positions) {
    var iterator = positions.iterator();
    return new PositionScan() {
      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public Long next() {
        return iterator.next();
      }

      @Override
      public void rest() {
        // holds nothing of the file
      }
    };
  }

  /** One scan after the other. */
  static PositionScan concat(List<PositionScan> scans) {
    return new PositionScan() {
      private int current;

      @Override
      public boolean hasNext() {
        while (current < scans.size() && !scans.get(current).hasNext()) {
          scans.get(current++).rest();
        }
        return current < scans.size();
      }

      @Override
      public Long next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return scans.get(current).next();
      }

      @Override
      public void rest() {
        if (current < scans.size()) {
          scans.get(current).rest();
        }
      }
    };
  }
}
