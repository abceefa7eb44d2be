package io.moderato.dropin.coral;

import io.moderato.classify.Label;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.Status;
import io.moderato.policy.Reason;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A decision in Coral's words. Of an approved comment Moderato has no opinion, so that Coral's own rules stand. */
final class CoralAnswer {
  private CoralAnswer() {}

  static JsonObject of(ModeratedComment moderated) {
    var reasons = moderated.judgement().decision().reasons();
    var labels = reasons.stream().map(Reason::label).filter(Objects::nonNull).toList();
    if (moderated.status() == Status.HELD) {
      return new JsonObject().put("status", "SYSTEM_WITHHELD").put("actions", actions(labels));
    }
    if (moderated.status() != Status.REJECTED) {
      return new JsonObject();
    }
    var why = new JsonObject()
        .put("code", code(labels))
        .put(
            "detailedExplanation",
            reasons.stream().map(Reason::text).collect(Collectors.joining(" ")));
    return new JsonObject()
        .put("status", "REJECTED")
        .put(
            "moderationAction",
            new JsonObject().put("status", "REJECTED").put("rejectionReason", why))
        .put("actions", actions(labels));
  }

  private static JsonArray actions(List<Label> labels) {
    var actions = new JsonArray();
    labels.stream()
        .filter(label -> label != Label.SITE) // Coral has no word for it
        .map(label -> label == Label.SPAM ? "COMMENT_DETECTED_SPAM" : "COMMENT_DETECTED_TOXIC")
        .distinct()
        .forEach(reason ->
            actions.add(new JsonObject().put("actionType", "FLAG").put("reason", reason)));
    return actions;
  }

  private static String code(List<Label> labels) {
    if (labels.isEmpty()) {
      return "OTHER";
    }
    return switch (labels.get(0)) {
      case SPAM -> "SPAM";
      case OBSCENE, SEXUAL -> "OFFENSIVE";
      case SELF_HARM, SITE -> "OTHER";
      default -> "ABUSIVE";
    };
  }
}
