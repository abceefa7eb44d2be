package io.moderato.moderation;

import io.moderato.comment.CommentId;
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
  /** Opaque to clients. */
  String cursor(CommentView view) {
    var text = view.name() + "\n" + key + "\n" + id.value();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty for a text that is not a cursor of this view. */
  static Optional<PagePosition> ofCursor(String cursor, CommentView view) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 3);
      if (parts.length != 3 || !parts[0].equals(view.name())) {
        return Optional.empty();
      }
      if (view == CommentView.FLAT) {
        Long.parseLong(parts[1]);
      }
      return Optional.of(new PagePosition(parts[1], new CommentId(parts[2])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
