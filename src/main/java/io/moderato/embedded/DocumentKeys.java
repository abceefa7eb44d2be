package io.moderato.embedded;

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
  /** Empty where a value has no key ({@link KeyEncoder}), where an array is empty, and where two fields are arrays. */
  static Optional<DocumentKeys> of(Document document, List<IndexedField> fields) {
    Collection<byte[]> keys = List.of(new byte[0]);
    String array = null;
    for (var field : fields) {
      var value = field.value(document);
      if (value instanceof Collection<?> elements) {
        if (array != null || elements.isEmpty()) {
          return Optional.empty();
        }
        array = field.name();
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
      Collection<byte[]> keys, IndexedField field, Collection<?> values) {
    var longer = new TreeSet<byte[]>(Arrays::compareUnsigned);
    for (var value : values) {
      var key = KeyEncoder.encode(value);
      if (key.isEmpty()) {
        return List.of();
      }
      byte[] directed = field.ascending() ? key.get() : KeyEncoder.inverted(key.get());
      if (keys.size() == 1 && values.size() == 1) {
        return List.of(KeyEncoder.joined(keys.iterator().next(), directed));
      }
      keys.forEach(begin -> longer.add(KeyEncoder.joined(begin, directed)));
    }
    return longer;
  }
}
