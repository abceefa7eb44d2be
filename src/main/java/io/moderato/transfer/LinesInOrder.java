package io.moderato.transfer;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Works through the lines of a batch, many at once, each behind those that it builds on. */
final class LinesInOrder {
  /** So many are under way at once, so that a large batch leaves room for others. */
  private static final int WINDOW = 64;

  private final List<HistoryLine> lines;

  LinesInOrder(List<HistoryLine> lines) {
    this.lines = lines;
  }

  /** One result for each line, in order; a line that failed has a problem as its result. */
  Future<List<JsonObject>> run() {
    var started = new ArrayList<Future<JsonObject>>();
    var adding = new HashMap<Object, Future<JsonObject>>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var before = new ArrayList<Future<JsonObject>>();
      if (i >= WINDOW) {
        before.add(started.get(i - WINDOW));
      }
      line.concerns().stream().filter(adding::containsKey).map(adding::get).forEach(before::add);
      var result = (before.isEmpty() ? Future.succeededFuture() : Future.all(before))
          .compose(ready -> line.add().get())
          .otherwise(Results::problem);
      started.add(result);
      line.adds().forEach(added -> adding.put(added, result));
    }
    return Future.all(started).map(all -> all.list());
  }
}
