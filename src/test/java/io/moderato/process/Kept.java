package io.moderato.process;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Compares what is stored with what was promised. */
final class Kept {
  private Kept() {}

  static void assertAll(ServiceProcess service, String when, Collection<CommentPromise> promises)
      throws Exception {
    var broken = new ArrayList<String>();
    for (var promise : promises) {
      promise.broken(service).ifPresent(broken::add);
    }
    assertThat(broken).as("comments not as promised, %s", when).isEmpty();
  }

  /** @param promises all of each of their posts */
  static void assertLists(ServiceProcess service, String when, Collection<CommentPromise> promises)
      throws Exception {
    var byPost = promises.stream().collect(groupingBy(promise -> promise.post));
    for (var post : byPost.keySet()) {
      var expected = byPost.get(post).stream()
          .filter(CommentPromise::isShown)
          .map(promise -> promise.id)
          .toList();
      for (var view : List.of("flat", "threaded")) {
        assertThat(shown(service, post, view))
            .as("%s list of %s, %s", view, post, when)
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  /** The ids of all pages, repeated ones included. */
  private static List<String> shown(ServiceProcess service, String post, String view)
      throws Exception {
    var ids = new ArrayList<String>();
    var path = "/v1/sites/kept/posts/%s/comments?view=%s&limit=200".formatted(post, view);
    var cursor = "";
    while (cursor != null) {
      var page = new JsonObject(service.get(path + cursor).body());
      page.getJsonArray("comments")
          .forEach(comment -> ids.add(((JsonObject) comment).getString("id")));
      var next = page.getString("next");
      cursor = next == null ? null : "&cursor=" + next;
    }
    return ids;
  }
}
