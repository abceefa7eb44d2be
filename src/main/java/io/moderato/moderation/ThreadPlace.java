package io.moderato.moderation;

import io.moderato.comment.Comment;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Where a comment stands in its thread.
 *
 * @param path one segment for each ancestor that was known, and its own; sorted as text, paths list a thread depth first and its
 *     siblings by time
 * @param depth 0 for a comment on the post itself, or one whose parent is not known
 */
public record ThreadPlace(String path, int depth) {
  /** Deeper answers stand beside their parent, so that a path stays short. */
  public static final int DEEPEST = 30;

  public static ThreadPlace root(Comment comment) {
    return new ThreadPlace(segment(comment), 0);
  }

  /** @param parent the place of the comment that this one answers */
  public static ThreadPlace below(ThreadPlace parent, Comment comment) {
    if (parent.depth() < DEEPEST) {
      return new ThreadPlace(parent.path() + "." + segment(comment), parent.depth() + 1);
    }
    var besideParent = parent.path().substring(0, parent.path().lastIndexOf('.') + 1);
    return new ThreadPlace(besideParent + segment(comment), parent.depth());
  }

  /** Milliseconds since 1970, then a checksum of the id, both in hexadecimal of fixed width. */
  private static String segment(Comment comment) {
    var checksum = new CRC32();
    checksum.update(comment.id().value().getBytes(StandardCharsets.UTF_8));
    return "%011x%08x".formatted(comment.submittedAt().toEpochMilli(), checksum.getValue());
  }
}
