package io.moderato.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a document in an index: one, or one for each distinct element of the one field that is an array.
 *
 * @param array the field that is an array; null where none is
 */
record DocumentKeys(Collection<byte[]> keys, @Nullable String array) {
  /** Stands for values that lie in the documents of an array, which have no keys. */
  private static final Object SCATTERED = List.of(List.of());

  /** Empty where a value has no key ({@link KeyEncoder}), where an array is empty, and where two fields are arrays. */
  static Optional<DocumentKeys> of(Document document, List<IndexKey> fields) {
    Collection<byte[]> keys = List.of(new byte[0]);
    String array = null;
    for (var field : fields) {
      var value = value(document, field.getKey());
      if (value instanceof Collection<?> elements) {
        if (array != null || elements.isEmpty()) {
          return Optional.empty();
        }
        array = field.getKey();
        keys = longer(keys, field, elements);
      } else {
        keys = longer(keys, field, Arrays.asList(value));
      }
      if (keys.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(new DocumentKeys(keys, array));
  }

  /** Nothing where a value has no key. */
  private static Collection<byte[]> longer(
      Collection<byte[]> keys, IndexKey field, Collection<?> values) {
    var longer = new TreeSet<byte[]>(Arrays::compareUnsigned);
    for (var value : values) {
      var key = KeyEncoder.encode(value);
      if (key.isEmpty()) {
        return List.of();
      }
      byte[] directed = field.isAscending() ? key.get() : KeyEncoder.inverted(key.get());
      keys.forEach(begin -> longer.add(KeyEncoder.joined(begin, directed)));
    }
    return longer;
  }

  private static @Nullable Object value(Document document, String path) {
    Object value = document;
    for (var fragment : Utils.splitPath(path)) {
      if (value instanceof Collection) {
        return SCATTERED;
      }
      value = value instanceof Document parent
          ? parent.getOrDefault(fragment, Missing.getInstance())
          : Missing.getInstance();
    }
    return value;
  }
}
