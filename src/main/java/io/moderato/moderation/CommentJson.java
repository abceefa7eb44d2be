package io.moderato.moderation;

import io.moderato.classify.ClassificationJson;
import io.moderato.comment.Author;
import io.moderato.policy.Decision;
import io.moderato.policy.Reason;
import io.moderato.signals.ListHit;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms in which a comment leaves; see {@code DecidedComment}, {@code StoredComment} and {@code ShownComment} of the contract. */
public final class CommentJson {
  private CommentJson() {}

  static JsonObject decided(ModeratedComment moderated) {
    var comment = moderated.comment();
    var judgement = moderated.judgement();
    return new JsonObject()
        .put("id", comment.id().value())
        .put("site", comment.site().value())
        .put("post", comment.post().value())
        .put("verdict", moderated.verdict().name())
        .put("status", moderated.status().word())
        .put("version", moderated.version())
        .put("reasons", reasons(judgement.decision()))
        .put("evidence", ClassificationJson.evidence(judgement.evidence()))
        .put("listHits", listHits(judgement.signals().lists().hits()))
        .put("scores", ClassificationJson.scores(judgement.signals().scores()))
        .put("language", judgement.signals().language().code())
        .put("degraded", judgement.degraded())
        .put("missing", new JsonArray(judgement.signals().missing()))
        .put(
            "versions",
            new JsonObject()
                .put("policy", judgement.decision().policy())
                .put("models", judgement.models()))
        .put("decidedAt", judgement.decidedAt().toString());
  }

  /** As the event has it: what was decided, without text and author; see {@code ToldComment} of the contract. */
  public static JsonObject told(ModeratedComment moderated, PendingEvent event) {
    return decided(moderated)
        .put("status", event.status().word())
        .put("version", event.version())
        .put("humanVerdict", moderated.humanVerdict().map(Enum::name).orElse(null));
  }

  /** With all reasons. */
  public static JsonObject decision(Decision decision) {
    return new JsonObject()
        .put("verdict", decision.verdict().name())
        .put("policy", decision.policy())
        .put("reasons", reasons(decision));
  }

  private static JsonArray reasons(Decision decision) {
    var reasons = new JsonArray();
    decision.reasons().forEach(reason -> reasons.add(reason(reason)));
    return reasons;
  }

  public static JsonObject stored(ModeratedComment moderated) {
    var comment = moderated.comment();
    var history = new JsonArray();
    moderated.history().forEach(revision -> history.add(revision(revision)));
    return decided(moderated)
        .put("parentId", parent(moderated))
        .put(
            "author",
            author(comment.author())
                .put("email", comment.author().email())
                .put("ip", comment.author().ip())
                .put("userAgent", comment.author().userAgent()))
        .put("text", comment.text())
        .put("format", comment.format().word())
        .put("submittedAt", comment.submittedAt().toString())
        .put("door", moderated.origin().door())
        .put("humanDecisions", humanDecisions(moderated.humanDecisions()))
        .put("history", history);
  }

  static JsonObject shown(ModeratedComment moderated) {
    var comment = moderated.comment();
    return new JsonObject()
        .put("id", comment.id().value())
        .put("parentId", parent(moderated))
        .put("depth", moderated.place().depth())
        .put("author", author(comment.author()))
        .put("text", comment.text())
        .put("format", comment.format().word())
        .put("submittedAt", comment.submittedAt().toString());
  }

  private static JsonArray listHits(List<ListHit> hits) {
    var array = new JsonArray();
    hits.forEach(hit -> array.add(ListHitJson.of(hit)));
    return array;
  }

  private static @Nullable String parent(ModeratedComment moderated) {
    var parent = moderated.comment().parent();
    return parent == null ? null : parent.value();
  }

  private static JsonObject author(Author author) {
    return new JsonObject()
        .put("id", author.id())
        .put("name", author.name())
        .put("url", author.url());
  }

  private static JsonObject reason(Reason reason) {
    var read = new JsonArray();
    reason
        .read()
        .forEach(value -> read.add(
            new JsonObject().put("signal", value.signal()).put("value", json(value.value()))));
    var json = new JsonObject()
        .put("rule", reason.rule())
        .put("text", reason.text())
        .put("verdict", reason.verdict().name())
        .put("read", read)
        .put("counterfactual", reason.counterfactual());
    if (!reason.listHits().isEmpty()) {
      json.put("listHits", listHits(reason.listHits()));
    }
    var label = reason.label();
    return label == null ? json : json.put("label", label.name()).put("score", reason.score());
  }

  private static @Nullable Object json(@Nullable Object value) {
    return value instanceof List<?> list ? new JsonArray(list) : value;
  }

  private static JsonObject revision(Revision revision) {
    return new JsonObject()
        .put("version", revision.version())
        .put("text", revision.text())
        .put("format", revision.format().word())
        .put("verdict", revision.verdict().name())
        .put("humanDecisions", humanDecisions(revision.humanDecisions()))
        .put("decidedAt", revision.decidedAt().toString());
  }

  private static JsonArray humanDecisions(List<HumanDecision> decisions) {
    var array = new JsonArray();
    decisions.forEach(decision -> array.add(humanDecision(decision)));
    return array;
  }

  private static JsonObject humanDecision(HumanDecision decision) {
    var verdict = decision.verdict();
    var labels = new JsonObject();
    decision.labels().forEach((label, carried) -> labels.put(label.name(), carried));
    return new JsonObject()
        .put("verdict", verdict == null ? null : verdict.name())
        .put("labels", labels)
        .put("by", decision.by())
        .put("at", decision.at().toString())
        .put("note", decision.note())
        .put("reason", decision.reason());
  }
}
