package io.moderato.dropin.coral;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.CommentId;
import io.moderato.comment.Post;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.moderation.Origin;
import io.moderato.moderation.Submission;
import io.moderato.site.SiteId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Coral sends of a comment, whose text is HTML. Coral asks before it gives the comment an id, so that its content makes one: the
 * same request again is a repeat, and an edit is a comment of its own.
 */
final class CoralComment {
  private static final int MOST_BYTES = 64 * 1024;

  private CoralComment() {}

  static Submission read(SiteId site, JsonNode json, Instant now) {
    var text = text(json, "/comment/body");
    if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new ProblemException(Problem.at(
          ProblemType.TOO_LARGE,
          "/comment/body",
          "is longer than %d bytes of UTF-8".formatted(MOST_BYTES)));
    }
    var post = new Post(
        site,
        id("/story/id", text(json, "/story/id"), PostId::new),
        optional(json, "/story/url"),
        null,
        null,
        now);
    var author = optional(json, "/author/id");
    var parent = optional(json, "/comment/parentID");
    var own = optional(json, "/comment/id");
    var comment = new Comment(
        site,
        own == null ? new CommentId(digest(json, text)) : id("/comment/id", own, CommentId::new),
        post.id(),
        parent == null ? null : id("/comment/parentID", parent, CommentId::new),
        new Author(author, null, null, null, null, null),
        text,
        TextFormat.HTML,
        now,
        false,
        null);
    return new Submission(comment, post, false, Origin.by("coral"));
  }

  private static <T> T id(String pointer, String text, Function<String, T> make) {
    try {
      return make.apply(text);
    } catch (IllegalArgumentException e) {
      throw invalid(pointer, String.valueOf(e.getMessage()));
    }
  }

  private static String text(JsonNode json, String pointer) {
    var text = optional(json, pointer);
    if (text == null) {
      throw invalid(pointer, "must be a text");
    }
    return text;
  }

  private static @Nullable String optional(JsonNode json, String pointer) {
    var value = json.at(pointer);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      throw invalid(pointer, "must be a text");
    }
    return value.textValue();
  }

  private static ProblemException invalid(String pointer, String detail) {
    return new ProblemException(Problem.at(ProblemType.INVALID_REQUEST, pointer, detail));
  }

  private static String digest(JsonNode json, String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      Stream.of(
              json.path("tenantID").asText(),
              json.at("/story/id").asText(),
              json.at("/comment/parentID").asText(),
              json.at("/author/id").asText(),
              text)
          .forEach(part -> {
            sha.update(part.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0xff); // never in UTF-8
          });
      return "coral-" + HexFormat.of().formatHex(sha.digest()).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
