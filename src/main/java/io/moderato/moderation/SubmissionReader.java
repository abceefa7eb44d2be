package io.moderato.moderation;

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
import io.moderato.site.SiteId;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads {@code NewComment} of the contract; the JSON has been validated against it. */
public final class SubmissionReader {
  private static final Duration LATEST = Duration.ofDays(1);

  private final Clock clock;

  public SubmissionReader(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param idIfNone makes an id for a comment that comes without one
   * @param pointer where the comment stands in the body
   */
  public Submission read(SiteId site, JsonNode json, Supplier<CommentId> idIfNone, String pointer) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var postJson = json.path("post");
    var post = new Post(
        site,
        new PostId(postJson.path("id").textValue()),
        text(postJson, "url"),
        text(postJson, "title"),
        text(postJson, "body"),
        now);
    var id = text(json, "id");
    var parent = text(json, "parentId");
    var honeypot = text(json, "honeypot");
    var comment = new Comment(
        site,
        id == null ? idIfNone.get() : new CommentId(id),
        post.id(),
        parent == null ? null : new CommentId(parent),
        author(json.path("author")),
        json.path("text").textValue(),
        TextFormat.of(json.path("format").asText("text")),
        submittedAt(json, now, pointer),
        honeypot != null && !honeypot.isBlank(),
        json.path("formSeconds").isNumber() ? json.path("formSeconds").doubleValue() : null);
    return new Submission(comment, post, json.path("test").asBoolean(), Origin.NATIVE);
  }

  private static Author author(JsonNode json) {
    return new Author(
        text(json, "id"),
        text(json, "name"),
        text(json, "email"),
        text(json, "url"),
        text(json, "ip"),
        text(json, "userAgent"));
  }

  private static Instant submittedAt(JsonNode json, Instant now, String pointer) {
    var text = text(json, "submittedAt");
    if (text == null) {
      return now;
    }
    var at = parsed(text, pointer);
    if (at.isBefore(Instant.EPOCH) || at.isAfter(now.plus(LATEST))) {
      throw invalidTime(pointer, "must lie between 1970 and a day from now");
    }
    return at;
  }

  private static Instant parsed(String text, String pointer) {
    try {
      return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw invalidTime(pointer, "is no time as RFC 3339 has it");
    }
  }

  private static ProblemException invalidTime(String pointer, String detail) {
    return new ProblemException(
        Problem.at(ProblemType.INVALID_REQUEST, pointer + "/submittedAt", detail));
  }

  private static @Nullable String text(JsonNode json, String field) {
    return json.path(field).textValue();
  }
}
