package io.moderato.dropin.akismet;

import io.moderato.moderation.Callback;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.PendingEvent;
import io.moderato.moderation.Status;
import io.moderato.site.ApiKey;
import io.moderato.site.Site;
import io.moderato.webhook.CallbackMessage;
import io.moderato.webhook.CallbackMessages;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/**
 * Tells a blog what became of a comment after its check was answered, as it asked for with {@code callback}. The blog knows the caller
 * by its own key; a key that was revoked since tells nobody anything.
 */
public final class LateVerdicts implements CallbackMessages {
  @Override
  public Optional<CallbackMessage> of(Site site, ModeratedComment comment, PendingEvent event) {
    var callback = comment.origin().callback();
    if (callback == null
        || !comment.origin().door().equals(CheckReader.DOOR)
        || !isNews(event)
        || isOwn(comment, callback)) {
      return Optional.empty();
    }
    return site.keys().stream()
        .filter(key -> key.id().equals(callback.key()) && key.akismetKey() != null)
        .findFirst()
        .map(key -> message(key, callback, comment, event));
  }

  /** The first version was the answer to the check; what is held or withdrawn is no verdict. */
  private static boolean isNews(PendingEvent event) {
    return event.version() > 1
        && (event.status() == Status.APPROVED || event.status() == Status.REJECTED);
  }

  /** What the blog has reported itself it need not be told. */
  private static boolean isOwn(ModeratedComment comment, Callback callback) {
    var decisions = comment.humanDecisions();
    return !decisions.isEmpty()
        && decisions.get(decisions.size() - 1).by().equals("key:" + callback.key());
  }

  private static CallbackMessage message(
      ApiKey key, Callback callback, ModeratedComment comment, PendingEvent event) {
    var verdict = new JsonObject()
        .put("guid", comment.comment().id().value())
        .put("result", Boolean.toString(event.status() == Status.REJECTED));
    callback.references().forEach(verdict::put);
    if (comment.comment().author().email() != null) {
      verdict.put("comment_author_email", comment.comment().author().email());
    }
    var body = new JsonObject()
        .put("key", key.akismetKey())
        .put("endpoint", "comment-check")
        .put("comments", new JsonArray().add(verdict));
    return new CallbackMessage(URI.create(callback.url()), "application/json", body.encode());
  }
}
