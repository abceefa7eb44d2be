package io.moderato.dropin.perspective;

import io.moderato.classify.Classification;
import io.moderato.classify.ClassifierPool;
import io.moderato.classify.ClassifierPool.Request;
import io.moderato.classify.Label;
import io.moderato.classify.LanguageHint;
import io.moderato.comment.TextFormat;
import io.moderato.dropin.perspective.Sentences.Span;
import io.moderato.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The answer of {@code comments:analyze}. Nothing of the request outlives it, whatever {@code doNotStore} says. */
final class AnalyzeComment {
  private final ClassifierPool classifiers;

  AnalyzeComment(ClassifierPool classifiers) {
    this.classifiers = classifiers;
  }

  Future<JsonObject> analyze(Site site, AnalyzeRequest request) {
    var text = request.comment().text();
    var hint = hint(site, request.comment());
    return classifiers.classify(new Request(text, TextFormat.TEXT, hint)).compose(found -> {
      requireDetected(request.comment(), found);
      requireSupported(site, request, found);
      if (!request.spans()) {
        var whole = new Span(0, text.length());
        return Future.succeededFuture(answer(request, found, List.of(whole), List.of(found)));
      }
      var spans = Sentences.of(text);
      return classifiers
          .classify(spans.stream()
              .map(span -> new Request(
                  text.substring(span.begin(), span.end()), TextFormat.TEXT, hint(found, hint)))
              .toList())
          .map(sentences -> answer(request, found, spans, sentences));
    });
  }

  private static LanguageHint hint(Site site, CommentInRequest comment) {
    return comment.languages().isEmpty()
        ? LanguageHint.expecting(site.languages())
        : LanguageHint.stating(comment.languages());
  }

  /** A sentence is in the language of the whole text, if that could be told. */
  private static LanguageHint hint(Classification whole, LanguageHint given) {
    return given.stated() || whole.language().equals("und")
        ? given
        : LanguageHint.stating(List.of(whole.language()));
  }

  private static void requireDetected(CommentInRequest comment, Classification found) {
    boolean failed = found.language().startsWith("und-")
        || found.language().equals("und") && found.shape().letters() == 0;
    if (comment.languages().isEmpty() && failed) {
      throw Refusal.ofType("LANGUAGE_DETECTION_FAILED", "Unable to detect language");
    }
  }

  /** Each attribute must know the language, unless the site wants those left out that don't. */
  private static void requireSupported(Site site, AnalyzeRequest request, Classification found) {
    if (site.doors().leaveOutUnsupported()) {
      return;
    }
    var requested = request.comment().languages();
    request.attributes().forEach((name, wanted) -> {
      if (found.scores().of(wanted.label()).isEmpty()) {
        throw Refusal.unsupportedLanguage(
            name,
            requested.isEmpty() ? List.of(found.language()) : requested,
            !requested.isEmpty());
      }
    });
  }

  private static JsonObject answer(
      AnalyzeRequest request, Classification found, List<Span> spans, List<Classification> scored) {
    var attributes = new JsonObject();
    request.attributes().forEach((name, wanted) -> {
      var summary = found.scores().of(wanted.label());
      if (summary.isPresent() && summary.getAsDouble() >= wanted.threshold()) {
        attributes.put(
            name,
            new JsonObject()
                .put("spanScores", spanScores(wanted.label(), spans, scored))
                .put("summaryScore", score(summary.getAsDouble())));
      }
    });
    return envelope(request, found, attributes);
  }

  private static JsonArray spanScores(Label label, List<Span> spans, List<Classification> scored) {
    var scores = new ArrayList<JsonObject>();
    for (int i = 0; i < spans.size(); i++) {
      var span = spans.get(i);
      scored
          .get(i)
          .scores()
          .of(label)
          .ifPresent(probability -> scores.add(new JsonObject()
              .put("begin", span.begin())
              .put("end", span.end())
              .put("score", score(probability))));
    }
    return new JsonArray(scores);
  }

  /** With the precision of a {@code float}, as the contract has it. */
  private static JsonObject score(double probability) {
    return new JsonObject().put("value", (float) probability).put("type", "PROBABILITY");
  }

  private static JsonObject envelope(
      AnalyzeRequest request, Classification found, JsonObject attributes) {
    var detected = new JsonArray().add(found.language());
    var requested = request.comment().languages();
    var answer = new JsonObject();
    if (!attributes.isEmpty()) {
      answer.put("attributeScores", attributes);
    }
    answer
        .put("languages", requested.isEmpty() ? detected : new JsonArray(requested))
        .put("detectedLanguages", detected);
    if (request.comment().clientToken() != null) {
      answer.put("clientToken", request.comment().clientToken());
    }
    return answer;
  }
}
