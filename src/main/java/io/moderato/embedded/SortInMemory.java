package io.moderato.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts where no index has the order asked for. It keeps the sort values and positions only, and with a limit no more of them
 * than wanted. Equal documents stay in the order in which they were found.
 */
final class SortInMemory {
  private record Row(@Nullable Object[] values, long found, long position) {}

  private final Document sort;
  private final WantedFields fields;
  private final int wanted;

  /** @param wanted how many of the first documents are wanted; 0 for all */
  SortInMemory(Document sort, int wanted) {
    this.sort = sort;
    this.fields = WantedFields.compared(sort.keySet());
    this.wanted = wanted;
  }

  List<Long> positions(Matches matches) {
    Comparator<Row> byValues = this::compare;
    var order = byValues.thenComparingLong(Row::found);
    var rows = new PriorityQueue<Row>(order.reversed());
    for (long found = 0; matches.hasNext(); found++) {
      var values = values(StoredDocument.read(matches.next(), fields));
      rows.add(new Row(values, found, matches.position()));
      if (wanted > 0 && rows.size() > wanted) {
        rows.poll();
      }
    }
    var sorted = new ArrayList<>(rows);
    sorted.sort(order);
    return sorted.stream().map(Row::position).toList();
  }

  private @Nullable Object[] values(Document document) {
    return sort.keySet().stream()
        .map(field -> Utils.getSubdocumentValueCollectionAware(document, field))
        .toArray();
  }

  private int compare(Row one, Row two) {
    int field = 0;
    for (var direction : sort.values()) {
      var comparator =
          ((Number) direction).intValue() > 0 ? ValueComparator.asc() : ValueComparator.desc();
      int order = areEmpty(one.values[field], two.values[field])
          ? 0
          : comparator.compare(one.values[field], two.values[field]);
      if (order != 0) {
        return order;
      }
      field++;
    }
    return 0;
  }

  /** The server's comparator puts each of two empty arrays before the other. */
  private static boolean areEmpty(@Nullable Object one, @Nullable Object two) {
    return one instanceof Collection<?> first
        && two instanceof Collection<?> second
        && first.isEmpty()
        && second.isEmpty();
  }
}
