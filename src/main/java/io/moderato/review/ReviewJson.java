package io.moderato.review;

import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditJson;
import io.moderato.classify.Label;
import io.moderato.comment.Post;
import io.moderato.moderation.CommentJson;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.Priority;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The forms in which the queue, acts and authors leave; see the contract. */
final class ReviewJson {
  private ReviewJson() {}

  static JsonObject page(QueuePage page, Instant now) {
    return new JsonObject()
        .put("rows", all(page.rows(), row -> row(row, now)))
        .put("next", page.next());
  }

  static JsonObject row(QueueRow row, Instant now) {
    var reason = row.reason();
    var draw = row.draw();
    return new JsonObject()
        .put("comment", row.comment().value())
        .put("version", row.version())
        .put("waitingSince", row.waitingSince().toString())
        .put("priority", priority(row.priority(), now))
        .put("author", row.author())
        .put("authorKey", row.authorKey())
        .put("firstLine", row.firstLine())
        .put("rule", reason == null ? null : reason.rule())
        .put("reason", reason == null ? null : reason.text())
        .put("label", name(row.label()))
        .put("score", row.score())
        .put("language", row.language())
        .put("post", row.post().value())
        .put("title", row.title())
        .put("campaign", row.campaign().value())
        .put("campaignSize", row.campaignSize())
        .put("door", row.door())
        .put("escalated", row.escalated())
        .put("drawn", draw == null ? null : draw.word())
        .put("claim", orNull(row.claim()));
  }

  private static JsonObject priority(Priority priority, Instant now) {
    return new JsonObject()
        .put("value", priority.at(now))
        .put("label", name(priority.label()))
        .put("harm", priority.harm())
        .put("visibility", priority.visibility())
        .put("uncertainty", priority.uncertainty())
        .put("escalation", priority.escalation())
        .put("age", priority.age(now));
  }

  private static @Nullable String name(@Nullable Label label) {
    return label == null ? null : label.name();
  }

  static JsonObject claim(Claim claim) {
    return new JsonObject()
        .put("holder", claim.holder())
        .put("until", claim.until().toString());
  }

  private static @Nullable JsonObject orNull(@Nullable Claim claim) {
    return claim == null ? null : claim(claim);
  }

  static JsonObject context(CommentContext context) {
    return new JsonObject()
        .put("comment", CommentJson.stored(context.comment()))
        .put("post", post(context.post()))
        .put("parents", all(context.parents(), CommentJson::stored))
        .put("earlier", all(context.earlier(), CommentJson::stored))
        .put("similar", all(context.similar(), CommentJson::stored))
        .put("decided", all(context.decided(), CommentJson::stored))
        .put("said", all(context.said(), AuditJson::of))
        .put("claim", orNull(context.claim()));
  }

  private static @Nullable JsonObject post(@Nullable Post post) {
    return post == null ? null : new JsonObject().put("title", post.title()).put("url", post.url());
  }

  static JsonObject done(ModeratedComment comment, AuditEntry entry) {
    return AuditJson.of(entry)
        .put("status", comment.status().word())
        .put("version", comment.version());
  }

  static JsonObject preview(BulkPreview preview) {
    return new JsonObject()
        .put("count", preview.count())
        .put("sample", all(preview.sample(), row -> row(row, preview.asOf())))
        .put("asOf", preview.asOf().toString());
  }

  static JsonObject batch(BulkProgress progress) {
    return new JsonObject()
        .put("id", progress.batch())
        .put("total", progress.total())
        .put("done", progress.done())
        .put("failed", progress.failed())
        .put(
            "failures",
            all(
                progress.failures(),
                failure -> new JsonObject()
                    .put("comment", failure.comment().comment().value())
                    .put("why", failure.why())))
        .put("finished", progress.finished());
  }

  static JsonObject undone(Undone undone) {
    return new JsonObject()
        .put("restored", undone.restored())
        .put("notRestored", all(undone.notRestored(), ReviewJson::notRestored));
  }

  private static JsonObject notRestored(Undone.NotRestored notRestored) {
    var key = notRestored.comment();
    return new JsonObject()
        .put("comment", key == null ? null : key.comment().value())
        .put("why", notRestored.why());
  }

  static JsonObject author(AuthorHistory history) {
    var record = history.record();
    return new JsonObject()
        .put("author", history.author())
        .put(
            "record",
            new JsonObject()
                .put("approved", record.approved())
                .put("held", record.held())
                .put("rejected", record.rejected())
                .put("corrected", record.corrected())
                .put("standing", record.standing().word()))
        .put("latest", all(history.latest(), CommentJson::stored))
        .put("said", all(history.said(), AuditJson::of));
  }

  private static <T> JsonArray all(List<T> list, Function<T, JsonObject> form) {
    var array = new JsonArray();
    list.forEach(each -> array.add(form.apply(each)));
    return array;
  }
}
