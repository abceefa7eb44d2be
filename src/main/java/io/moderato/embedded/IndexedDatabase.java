package io.moderato.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * A database whose collections and indexes are maps of the store's file: {@code documents.db.collection},
 * {@code index.db.collection/name}, {@code others.db.collection/name} and {@code arrays.db.collection/name}.
 *
 * <p>It extends the server's general database and not its H2 one, which opens its maps in its constructor, with Java
 * serialisation for the documents, and leaves subclasses no say in that.
 */
final class IndexedDatabase extends AbstractSynchronizedMongoDatabase<Long> {
  static final String DOCUMENTS = "documents.";
  private static final String INDEX = "index.";
  private static final String OTHERS = "others.";
  private static final String ARRAYS = "arrays.";

  private final MVStore store;

  IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
    super(name, cursors);
    this.store = store;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected MongoCollection<Long> openOrCreateCollection(
      String collection, CollectionOptions options) {
    MVMap<Long, byte[]> documents = store.openMap(
        DOCUMENTS + getFullCollectionNamespace(collection),
        new MVMap.Builder<Long, byte[]>()
            .keyType(LongDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE));
    return new IndexedCollection(this, collection, options, documents, cursorRegistry);
  }

  @Override
  protected Index<Long> openOrCreateUniqueIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    return openIndex(collection, index, keys, true, sparse);
  }

  @Override
  protected Index<Long> openOrCreateSecondaryIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    return openIndex(collection, index, keys, false, sparse);
  }

  private OrderedIndex openIndex(
      String collection, String index, List<IndexKey> keys, boolean unique, boolean sparse) {
    String name = mapName(collection, index);
    return new OrderedIndex(
        index,
        keys,
        unique,
        sparse,
        openKeys(INDEX + name),
        openKeys(OTHERS + name),
        openFields(ARRAYS + name));
  }

  private MVMap<byte[], Long> openKeys(String name) {
    return store.openMap(
        name,
        new MVMap.Builder<byte[], Long>()
            .keyType(KeyType.INSTANCE)
            .valueType(LongDataType.INSTANCE));
  }

  private MVMap<String, Long> openFields(String name) {
    return store.openMap(
        name,
        new MVMap.Builder<String, Long>()
            .keyType(StringDataType.INSTANCE)
            .valueType(LongDataType.INSTANCE));
  }

  private String mapName(String collection, String index) {
    return getFullCollectionNamespace(collection) + "/" + index;
  }

  @Override
  protected void dropIndex(MongoCollection<Long> collection, String index) {
    super.dropIndex(collection, index);
    String name = mapName(collection.getCollectionName(), index);
    store.removeMap(INDEX + name);
    store.removeMap(OTHERS + name);
    store.removeMap(ARRAYS + name);
  }

  @Override
  public void dropCollection(String collection, Oplog oplog) {
    super.dropCollection(collection, oplog);
    store.removeMap(DOCUMENTS + getFullCollectionNamespace(collection));
  }

  @Override
  public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
    String oldName = collection.getFullName();
    super.moveCollection(from, collection, newName);
    String name = getFullCollectionNamespace(newName);
    renames(oldName, name)
        .forEach((before, after) -> store.renameMap(store.openMap(before), after));
  }

  private Map<String, String> renames(String oldName, String newName) {
    return store.getMapNames().stream()
        .filter(map -> map.equals(DOCUMENTS + oldName)
            || map.startsWith(INDEX + oldName + "/")
            || map.startsWith(OTHERS + oldName + "/")
            || map.startsWith(ARRAYS + oldName + "/"))
        .collect(Collectors.toMap(map -> map, map -> map.replaceFirst(oldName, newName)));
  }

  @Override
  protected long getStorageSize() {
    return store.getFileStore().size();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }
}
