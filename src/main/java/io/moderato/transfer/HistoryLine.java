package io.moderato.transfer;

import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a batch.
 *
 * @param concerns what it adds or reads: a line waits for those before it that add the same
 * @param adds the ones of them that it adds
 * @param add does it; gives the line's result
 */
record HistoryLine(List<Object> concerns, List<Object> adds, Supplier<Future<JsonObject>> add) {
  /** @param what lines of the same wait for each other */
  static HistoryLine ofSetting(String what, Supplier<Future<JsonObject>> add) {
    return new HistoryLine(List.of(what), List.of(what), add);
  }

  static HistoryLine ofPost(PostId post, Supplier<Future<JsonObject>> add) {
    return new HistoryLine(List.of(post), List.of(post), add);
  }

  /** @param parent null for none */
  static HistoryLine ofComment(
      CommentId id, @Nullable CommentId parent, PostId post, Supplier<Future<JsonObject>> add) {
    var concerns = Stream.<@Nullable Object>of(id, parent, post)
        .filter(each -> each != null)
        .<Object>map(each -> each)
        .toList();
    return new HistoryLine(concerns, List.of(id), add);
  }
}
