package io.moderato.embedded;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index in the order of its fields, kept in the store's file beside the documents and committed with them.
 *
 * <p>A document whose indexed values all have a key ({@link KeyEncoder}) is one entry of {@code entries}: the fields' keys, and
 * the position where the index is not unique. Where a field is an array of such values, each of them is an entry, and the field
 * is remembered for good as one that can be: see {@link QueryPlan}. The others (subdocuments, arrays in a unique index, …) stand in
 * {@code others} and are candidates of every query, so that an index never hides a document. Only the collection changes it,
 * under its lock.
 */
final class OrderedIndex extends Index<Long> {
  /** Makes each entry longer than the borders of every range, so that none is part of two of them. */
  private static final byte[] UNIQUE_END = {0};

  private final boolean unique;
  private final List<IndexedField> fields;
  private final MVMap<byte[], Long> entries;
  private final MVMap<byte[], Long> others;

  /** Each field that is or was an array, with the first document in which it was. */
  private final MVMap<String, Long> arrays;

  /** The server's own index knows the names and directions of its fields, and whether it is sparse. */
  OrderedIndex(
      String name,
      List<IndexKey> keys,
      boolean unique,
      boolean sparse,
      MVMap<byte[], Long> entries,
      MVMap<byte[], Long> others,
      MVMap<String, Long> arrays) {
    super(name, keys, sparse);
    this.unique = unique;
    this.fields = keys.stream().map(IndexedField::of).toList();
    this.entries = entries;
    this.others = others;
    this.arrays = arrays;
  }

  MVMap<byte[], Long> entries() {
    return entries;
  }

  /** The documents that stand in no order. */
  Set<Long> others() {
    return others.isEmpty() ? Set.of() : new HashSet<>(others.values());
  }

  /** About how many they are. */
  long otherCount() {
    return others.sizeAsLong();
  }

  /** The fields that are or were arrays: a document stands under each element. */
  Set<String> arrays() {
    return arrays.keySet();
  }

  /** Whether it lacks the documents that have none of its fields. */
  boolean lacksDocuments() {
    return isSparse();
  }

  boolean isPrimary() {
    return unique && keys().equals(List.of("_id"));
  }

  @Override
  public @Nullable Long getPosition(Document document) {
    return isPrimary() ? owners(document).stream().findFirst().orElse(null) : null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Long> collection) {
    check(document, collection, null);
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Long> collection) {
    if (unique) {
      check(newDocument, collection, ((IndexedCollection) collection).positionOf(oldDocument));
    }
  }

  private void check(Document document, MongoCollection<Long> collection, @Nullable Long self) {
    if (!unique || isLeftOut(document)) {
      return;
    }
    for (var owner : owners(document)) {
      if (!owner.equals(self)) {
        throw new DuplicateKeyError(
            this, collection, getKeys(), getKeyValues(document).iterator().next());
      }
    }
  }

  /** Who holds a key of this document in a unique index. */
  private Set<Long> owners(Document document) {
    var keys = keys(document);
    if (keys.isPresent() && others.isEmpty()) {
      var key = keys.get().keys().iterator().next();
      var owner = entries.get(KeyEncoder.joined(key, UNIQUE_END));
      return owner == null ? Set.of() : Set.of(owner);
    }
    var owners = new HashSet<Long>();
    for (var values : getKeyValues(document)) {
      key(values)
          .map(found -> entries.get(KeyEncoder.joined(found, UNIQUE_END)))
          .ifPresent(owners::add);
      var owner = others.get(canonical(values));
      if (owner != null) {
        owners.add(owner);
      }
    }
    return owners;
  }

  @Override
  public void add(Document document, Long position, MongoCollection<Long> collection) {
    checkAdd(document, collection);
    put(document, position);
  }

  private void put(Document document, Long position) {
    if (isLeftOut(document)) {
      return;
    }
    var keys = keys(document);
    if (keys.isPresent()) {
      var array = keys.get().array();
      if (array != null) {
        arrays.putIfAbsent(array, position);
      }
      keys.get().keys().forEach(key -> entries.put(entry(key, position), position));
    } else {
      otherKeys(document, position).forEach(other -> others.put(other, position));
    }
  }

  /** Takes out what {@link #add} has put in for this very document. */
  void remove(Document document, Long position) {
    if (isLeftOut(document)) {
      return;
    }
    var keys = keys(document);
    if (keys.isPresent()) {
      keys.get().keys().forEach(key -> entries.remove(entry(key, position)));
    } else {
      otherKeys(document, position).forEach(others::remove);
    }
  }

  void replace(Document oldDocument, Document newDocument, Long position) {
    if (!hasSameKeys(oldDocument, newDocument)) {
      remove(oldDocument, position);
      put(newDocument, position);
    }
  }

  private boolean hasSameKeys(Document one, Document other) {
    if (isLeftOut(one) || isLeftOut(other)) {
      return isLeftOut(one) && isLeftOut(other);
    }
    var keys = keys(one);
    var others = keys(other);
    return keys.isPresent()
        && others.isPresent()
        && Arrays.deepEquals(keys.get().keys().toArray(), others.get().keys().toArray());
  }

  void clear() {
    entries.clear();
    others.clear();
    arrays.clear();
  }

  private byte[] entry(byte[] key, Long position) {
    return KeyEncoder.joined(key, unique ? UNIQUE_END : bytes(position));
  }

  private List<byte[]> otherKeys(Document document, Long position) {
    return unique
        ? getKeyValues(document).stream().map(OrderedIndex::canonical).toList()
        : List.of(bytes(position));
  }

  private static byte[] bytes(Long position) {
    return ByteBuffer.allocate(Long.BYTES).putLong(position).array();
  }

  /** Equal values have equal bytes: the server has made all numbers of one value one number. */
  private static byte[] canonical(KeyValue values) {
    return BsonBytes.of(new Document("values", values.stream().toList()));
  }

  /** Of a unique index, arrays are among the others: their elements must not be taken twice. */
  private Optional<DocumentKeys> keys(Document document) {
    return DocumentKeys.of(document, fields).filter(keys -> !unique || keys.array() == null);
  }

  private Optional<byte[]> key(KeyValue values) {
    return key(values.stream().toArray());
  }

  private Optional<byte[]> key(@Nullable Object[] values) {
    byte[] joined = {};
    for (int i = 0; i < values.length; i++) {
      var key = KeyEncoder.encode(values[i]);
      if (key.isEmpty()) {
        return key;
      }
      boolean ascending = getKeys().get(i).isAscending();
      joined = KeyEncoder.joined(joined, ascending ? key.get() : KeyEncoder.inverted(key.get()));
    }
    return Optional.of(joined);
  }

  private boolean isLeftOut(Document document) {
    return isSparse() && fields.stream().noneMatch(field -> field.isIn(document));
  }

  @Override
  public boolean hasSameOptions(Index<?> other) {
    return super.hasSameOptions(other)
        && isUnique() == other.isUnique()
        && toIndexDescription().equals(other.toIndexDescription());
  }

  @Override
  public boolean isUnique() {
    return unique;
  }

  @Override
  public boolean isEmpty() {
    return entries.isEmpty() && others.isEmpty();
  }

  @Override
  public long getCount() {
    return entries.sizeAsLong() + others.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  /** Queries are planned by {@link QueryPlan}, not index by index. */
  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Long> getPositions(Document query) {
    throw new UnsupportedOperationException("queries are planned by QueryPlan");
  }

  /** The collection takes entries out together with the document, when it knows the position. */
  @Override
  public Long remove(Document document) {
    throw new UnsupportedOperationException("removed by position");
  }

  /** Nothing yet: the collection replaces the entries together with the document, when nothing can be refused any more. */
  @Override
  public void updateInPlace(
      Document oldDocument, Document newDocument, Long position, MongoCollection<Long> collection) {
    requireNonNull(position, "position");
  }

  @Override
  public void drop() {
    clear();
  }
}
