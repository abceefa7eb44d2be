package io.moderato.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an index, its path taken apart once and not for each document.
 *
 * @param name with dots
 * @param path the names between them
 */
record IndexedField(String name, List<String> path, boolean ascending) {
  /** Stands for values that lie in the documents of an array, which have no keys. */
  private static final Object SCATTERED = List.of(List.of());

  IndexedField {
    path = List.copyOf(path);
  }

  static IndexedField of(IndexKey key) {
    return new IndexedField(key.getKey(), Utils.splitPath(key.getKey()), key.isAscending());
  }

  /** The document's value; {@link Missing} where there is none. */
  @Nullable
  Object value(Document document) {
    Object value = document;
    for (var fragment : path) {
      if (value instanceof Collection) {
        return SCATTERED;
      }
      value = value instanceof Document parent
          ? parent.getOrDefault(fragment, Missing.getInstance())
          : Missing.getInstance();
    }
    return value;
  }

  /** Whether the document has the field, if only in the documents of an array. */
  boolean isIn(Document document) {
    var value = value(document);
    return value == SCATTERED
        ? !(Utils.getSubdocumentValueCollectionAware(document, name) instanceof Missing)
        : !(value instanceof Missing);
  }
}
