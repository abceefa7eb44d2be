package io.moderato.embedded;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a scan that match a filter, as they are stored, read one by one as they are asked for: the first of a hundred thousand costs as
 * much as the first of ten. A document that was changed in the meantime is matched as it is now.
 */
final class Matches implements Iterator<byte[]> {
  private final PositionScan scan;
  private final Function<Long, byte @Nullable []> documents;
  private final Predicate<byte[]> filter;

  private long toSkip;
  private long left;
  private long position;
  private byte @Nullable [] next;

  /**
   * @param skip how many matching documents to leave out at first
   * @param limit how many documents to give at most; 0 for all
   */
  Matches(
      PositionScan scan,
      Function<Long, byte @Nullable []> documents,
      Predicate<byte[]> filter,
      int skip,
      int limit) {
    this.scan = scan;
    this.documents = documents;
    this.filter = filter;
    this.toSkip = skip;
    this.left = limit > 0 ? limit : Long.MAX_VALUE;
  }

  @Override
  public boolean hasNext() {
    while (next == null && left > 0 && scan.hasNext()) {
      position = scan.next();
      byte[] bytes = documents.apply(position);
      if (bytes != null && filter.test(bytes) && toSkip-- <= 0) {
        next = bytes;
      }
    }
    return next != null;
  }

  @Override
  public byte[] next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    byte[] bytes = next;
    next = null;
    left--;
    return bytes;
  }

  /** Where the document is that was read last. */
  long position() {
    return position;
  }

  /** Holds no page of the file until the next call. */
  void rest() {
    scan.rest();
  }
}
