package io.moderato.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What is left of a query between two batches: a place in a scan, not the documents. */
final class MatchesCursor extends AbstractCursor {
  /** A batch ends behind the document that exceeds it; a message may have 48 MB. */
  private static final int BATCH_BYTES = 4 << 20;

  private static final int BATCH_DOCUMENTS = 1000;

  private final Matches matches;
  private final Function<byte[], Document> projection;

  MatchesCursor(long id, Matches matches, Function<byte[], Document> projection) {
    super(id);
    this.matches = matches;
    this.projection = projection;
  }

  @Override
  public synchronized boolean isEmpty() {
    boolean empty = !matches.hasNext();
    matches.rest();
    return empty;
  }

  /** @param count how many to take at most; 0 leaves it to the server */
  @Override
  public synchronized List<Document> takeDocuments(int count) {
    int most = count > 0 ? count : BATCH_DOCUMENTS;
    var batch = new ArrayList<Document>();
    long bytes = 0;
    while (batch.size() < most && bytes < BATCH_BYTES && matches.hasNext()) {
      byte[] stored = matches.next();
      batch.add(projection.apply(stored));
      bytes += stored.length; // at least what is left after the projection
    }
    matches.rest();
    return batch;
  }
}
