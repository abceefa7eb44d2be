package io.moderato.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection in the store's file: documents as BSON by their position, which counts up as they come, so that new ones are
 * written side by side.
 *
 * <p>Writes hold the collection's lock, as in every collection of the server. Queries do not: they walk over a state of the
 * maps that never changes, and match each document as it is when they come to it.
 */
final class IndexedCollection extends AbstractSynchronizedMongoCollection<Long> {
  private final MVMap<Long, byte[]> documents;

  /** The same as the super class has, readable while an index is being added. */
  private final List<OrderedIndex> ordered = new CopyOnWriteArrayList<>();

  /** Apart from the super class's, which remembers array positions for the update that holds the lock. */
  private final QueryMatcher matcher = new DefaultQueryMatcher();

  private long nextPosition;

  IndexedCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Long, byte[]> documents,
      CursorRegistry cursors) {
    super(database, name, options, cursors);
    this.documents = documents;
    this.nextPosition = documents.isEmpty() ? 1 : documents.lastKey() + 1;
  }

  @Override
  public synchronized void addIndex(Index<Long> index) {
    try {
      super.addIndex(index);
    } catch (MongoServerError refused) {
      if (!hasIndex(index.getName())) {
        ((OrderedIndex) index).clear(); // half built; the next attempt must start anew
      }
      throw refused;
    }
    ordered.clear();
    getIndexes().forEach(each -> ordered.add((OrderedIndex) each));
  }

  @Override
  public synchronized void dropIndex(String name) {
    ordered.removeIf(index -> index.getName().equals(name));
    super.dropIndex(name);
  }

  private boolean hasIndex(String name) {
    return getIndexes().stream().anyMatch(index -> index.getName().equals(name));
  }

  @Override
  public QueryResult handleQuery(QueryParameters parameters) {
    var selector = parameters.getQuerySelector();
    var filter = selector;
    Document sort = null;
    if (selector.containsKey("$query")) {
      filter = (Document) selector.get("$query");
      sort = (Document) selector.get("$orderby");
    } else if (selector.containsKey("query")) {
      filter = (Document) selector.get("query");
      sort = (Document) selector.get("orderby");
    }
    return queryDocuments(
        filter,
        sort,
        parameters.getNumberToSkip(),
        parameters.getLimit(),
        parameters.getBatchSize(),
        parameters.getProjection());
  }

  @Override
  protected QueryResult queryDocuments(
      Document filter,
      @Nullable Document sort,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    var matches = matches(filter, sort, skip, limit);
    if (batchSize <= 0) { // a command of this server that takes them one by one
      return new QueryResult(() -> Stream.generate(() -> matches)
          .takeWhile(Matches::hasNext)
          .map(Matches::next)
          .map(projection(fields))
          .iterator());
    }
    var cursor = new MatchesCursor(cursorRegistry.generateCursorId(), matches, answer(fields));
    var batch = cursor.takeDocuments(batchSize);
    if (cursor.isEmpty()) {
      return new QueryResult(batch);
    }
    cursorRegistry.add(cursor);
    return new QueryResult(batch, cursor);
  }

  /** Where an index tells, no document is read. */
  @Override
  public int count(@Nullable Document filter, int skip, int limit) {
    if (filter == null) {
      return super.count(new Document(), skip, limit);
    }
    var plan =
        QueryPlan.choose(ordered, filter, null, 0, documents.sizeAsLong()).filter(QueryPlan::exact);
    if (plan.isEmpty()) {
      return super.count(filter, skip, limit);
    }
    long most = limit > 0 ? (long) skip + limit : Long.MAX_VALUE;
    return (int) Math.max(0, plan.get().count(most) - skip);
  }

  private Matches matches(Document filter, @Nullable Document sort, int skip, int limit) {
    int wanted = limit > 0 ? skip + limit : 0;
    var plan = QueryPlan.choose(ordered, filter, sort, wanted, documents.sizeAsLong());
    var scan = plan.map(QueryPlan::scan).orElseGet(() -> allPositions(isNaturalDescending(sort)));
    if (sort == null
        || deriveComparator(sort) == null
        || plan.map(QueryPlan::sorted).orElse(false)) {
      return matching(scan, filter, skip, limit);
    }
    var positions = new SortInMemory(sort, wanted).positions(matching(scan, filter, 0, 0));
    return matching(PositionScan.of(positions), filter, skip, limit);
  }

  private Matches matching(PositionScan scan, Document filter, int skip, int limit) {
    var compared = WantedFields.compared(filter);
    return new Matches(
        scan,
        documents::get,
        bytes -> matcher.matches(StoredDocument.read(bytes, compared), filter),
        skip,
        limit);
  }

  private PositionScan allPositions(boolean reverse) {
    return new KeyScan<>(
        documents, null, null, reverse, position -> true, (position, bytes) -> position);
  }

  private Function<byte[], Document> projection(@Nullable Document fields) {
    return fields == null || fields.isEmpty()
        ? BsonBytes::read
        : bytes -> projected(BsonBytes.read(bytes), fields);
  }

  /** The same for what goes to the client and to nobody else. */
  private Function<byte[], Document> answer(@Nullable Document fields) {
    if (fields == null || fields.isEmpty()) {
      return bytes -> StoredDocument.copy(bytes, WantedFields.ALL);
    }
    return WantedFields.included(fields)
        .<Function<byte[], Document>>map(wanted -> bytes -> StoredDocument.copy(bytes, wanted))
        .orElseGet(() -> projection(fields));
  }

  /** The server's own projection is hidden; it is reached by a query over one document. */
  private Document projected(Document document, Document fields) {
    return matchDocumentsFromStream(Stream.of(document), new Document(), null, 0, 0, 0, fields)
        .iterator()
        .next();
  }

  @Override
  protected QueryResult matchDocuments(
      Document filter, Document sort, int skip, int limit, int batchSize, Document fields) {
    return queryDocuments(filter, sort, skip, limit, batchSize, fields);
  }

  private @Nullable Document find(Long position) {
    byte[] bytes = documents.get(position);
    return bytes == null ? null : BsonBytes.read(bytes);
  }

  @Override
  protected Document getDocument(Long position) {
    return Optional.ofNullable(find(position)).orElseThrow();
  }

  @Override
  protected Long addDocumentInternal(Document document) {
    Long position = nextPosition++;
    documents.put(position, BsonBytes.of(document));
    return position;
  }

  /** Document and entries change together, after everything that can be refused has been checked. */
  @Override
  protected void handleUpdate(Long position, Document oldDocument, Document newDocument) {
    ordered.forEach(index -> index.replace(oldDocument, newDocument, position));
    documents.put(position, BsonBytes.of(newDocument));
  }

  @Override
  public synchronized void removeDocument(Document document) {
    var position = positionOf(document);
    if (position != null) {
      ordered.forEach(index -> index.remove(document, position));
      removeDocument(position);
    }
  }

  @Override
  protected void removeDocument(Long position) {
    documents.remove(position);
  }

  @Nullable
  Long positionOf(Document document) {
    for (var index : ordered) {
      if (index.isPrimary()) {
        return index.getPosition(document);
      }
    }
    return findDocumentPosition(document);
  }

  @Override
  protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
    return documents.entrySet().stream()
        .map(entry -> new DocumentWithPosition<>(BsonBytes.read(entry.getValue()), entry.getKey()));
  }

  @Override
  public int count() {
    return documents.size();
  }

  /** Counted when somebody asks, instead of with every write. */
  @Override
  protected int getDataSize() {
    return documents.values().stream().mapToInt(bytes -> bytes.length).sum();
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int delta) {
    throw new UnsupportedOperationException("sizes are not tracked");
  }
}
