package io.moderato.moderation;

import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ended.
 *
 * @param key what the view sorts by: milliseconds since 1970 for the flat one, the path for the threaded one
 * @param id settles ties
 */
public record PagePosition(String key, CommentId id) {
  /** Opaque to clients; it can be used for that view of that post alone. */
  String cursor(CommentView view, PostId post) {
    var text = String.join("\n", view.name(), post.value(), key, id.value());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty for a text that is not a cursor of this view of the post. */
  static Optional<PagePosition> ofCursor(String cursor, CommentView view, PostId post) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 4);
      if (parts.length != 4 || !parts[0].equals(view.name()) || !parts[1].equals(post.value())) {
        return Optional.empty();
      }
      if (view == CommentView.FLAT) {
        Long.parseLong(parts[2]);
      }
      var position = new PagePosition(parts[2], new CommentId(parts[3]));
      return Optional.of(position).filter(read -> read.cursor(view, post).equals(cursor));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
