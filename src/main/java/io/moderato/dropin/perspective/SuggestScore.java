package io.moderato.dropin.perspective;

import io.moderato.classify.ClassifierPool;
import io.moderato.comment.TextFormat;
import io.moderato.feedback.SuggestedLabels;
import io.moderato.feedback.SuggestedLabelsRepository;
import io.moderato.feedback.SuggestionIds;
import io.moderato.site.KnownKey;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The answer of {@code comments:suggestscore}, given when the suggestion is stored durably; {@code doNotStore} stores nothing. */
final class SuggestScore {
  private final ClassifierPool classifiers;
  private final SuggestedLabelsRepository suggestions;
  private final Clock clock;

  SuggestScore(ClassifierPool classifiers, SuggestedLabelsRepository suggestions, Clock clock) {
    this.classifiers = classifiers;
    this.suggestions = suggestions;
    this.clock = clock;
  }

  Future<JsonObject> suggest(KnownKey by, SuggestRequest request) {
    var comment = request.comment();
    return classifiers
        .classify(new ClassifierPool.Request(comment.text(), TextFormat.TEXT))
        .compose(found -> (comment.doNotStore()
                ? Future.<Void>succeededFuture()
                : suggestions.merge(suggested(by, request)))
            .map(stored -> answer(comment, found.language())));
  }

  private SuggestedLabels suggested(KnownKey by, SuggestRequest request) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var days = by.site().retentionDays();
    return new SuggestedLabels(
        by.site().id(),
        id(request.comment()),
        request.comment().text(),
        request.labels(),
        request.others(),
        "key:" + by.key().id(),
        now,
        days == null ? null : now.plus(Duration.ofDays(days)));
  }

  private static JsonObject answer(CommentInRequest comment, String language) {
    var answer = new JsonObject();
    if (comment.clientToken() != null) {
      answer.put("clientToken", comment.clientToken());
    }
    return answer
        .put("detectedLanguages", new JsonArray().add(language))
        .put("requestedLanguages", new JsonArray(comment.languages()));
  }

  /** Coral names its comment in the client token; others send none, so that the text alone tells. */
  private static String id(CommentInRequest comment) {
    return SuggestionIds.ofText(
        told(comment.communityId()), told(comment.clientToken()), comment.text());
  }

  private static String told(@Nullable String text) {
    return text == null ? "" : text;
  }
}
