package io.moderato.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a scan that match a filter, read one by one as they are asked for: the first of a hundred thousand costs as
 * much as the first of ten. A document that was changed in the meantime is matched as it is now.
 */
final class Matches implements Iterator<Document> {
  private final PositionScan scan;
  private final Function<Long, byte @Nullable []> documents;
  private final Predicate<Document> filter;

  private long toSkip;
  private long left;
  private long position;
  private int size;
  private @Nullable Document next;

  /**
   * @param skip how many matching documents to leave out at first
   * @param limit how many documents to give at most; 0 for all
   */
  Matches(
      PositionScan scan,
      Function<Long, byte @Nullable []> documents,
      Predicate<Document> filter,
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
      if (bytes != null) {
        var document = BsonBytes.read(bytes);
        if (filter.test(document) && toSkip-- <= 0) {
          next = document;
          size = bytes.length;
        }
      }
    }
    return next != null;
  }

  @Override
  public Document next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    var document = next;
    next = null;
    left--;
    return document;
  }

  /** Where the document is that was read last. */
  long position() {
    return position;
  }

  /** The bytes of the document that was read last, as it is stored. */
  int size() {
    return size;
  }

  /** Holds no page of the file until the next call. */
  void rest() {
    scan.rest();
  }
}
