package io.moderato.dropin.perspective;

import io.moderato.classify.Classification;
import io.moderato.classify.ClassifierPool;
import io.moderato.classify.ClassifierPool.Request;
import io.moderato.classify.Label;
import io.moderato.comment.TextFormat;
import io.moderato.dropin.perspective.Sentences.Span;
import io.moderato.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The answer of {@code comments:analyze}. Nothing of the request outlives it, whatever {@code doNotStore} says. */
final class AnalyzeComment {
  private final ClassifierPool classifiers;
  private final Set<String> languages;

  /** @param languages BCP 47 codes of those that the models were measured on */
  AnalyzeComment(ClassifierPool classifiers, Set<String> languages) {
    this.classifiers = classifiers;
    this.languages = Set.copyOf(languages);
  }

  Future<JsonObject> analyze(Site site, AnalyzeRequest request) {
    var text = request.comment().text();
    var whole = new Span(0, text.length());
    return classifiers.classify(text, TextFormat.TEXT).compose(found -> {
      if (!isSupported(request, found)) {
        return Future.succeededFuture(unsupported(site, request, found));
      }
      if (!request.spans()) {
        return Future.succeededFuture(answer(request, found, List.of(whole), List.of(found)));
      }
      var spans = Sentences.of(text);
      return classifiers
          .classify(spans.stream()
              .map(span -> new Request(text.substring(span.begin(), span.end()), TextFormat.TEXT))
              .toList())
          .map(sentences -> answer(request, found, spans, sentences));
    });
  }

  /** Of several requested languages one must be known. */
  private boolean isSupported(AnalyzeRequest request, Classification found) {
    var requested = request.comment().languages();
    if (!requested.isEmpty()) {
      return requested.stream().anyMatch(this::isMeasured);
    }
    if (found.language().startsWith("und-")
        || found.language().equals("und") && found.shape().letters() == 0) {
      throw Refusal.ofType("LANGUAGE_DETECTION_FAILED", "Unable to detect language");
    }
    return found.supported();
  }

  private boolean isMeasured(String language) {
    return languages.contains(language.split("-", 2)[0].toLowerCase(Locale.ROOT));
  }

  private static JsonObject unsupported(Site site, AnalyzeRequest request, Classification found) {
    if (site.doors().leaveOutUnsupported()) {
      return envelope(request, found, new JsonObject());
    }
    var requested = request.comment().languages();
    throw Refusal.unsupportedLanguage(
        request.attributes().keySet().iterator().next(),
        requested.isEmpty() ? List.of(found.language()) : requested,
        !requested.isEmpty());
  }

  private static JsonObject answer(
      AnalyzeRequest request, Classification found, List<Span> spans, List<Classification> scored) {
    var attributes = new JsonObject();
    request.attributes().forEach((name, wanted) -> {
      var summary = found.scores().of(wanted.label()).orElseThrow();
      if (summary >= wanted.threshold()) {
        attributes.put(
            name,
            new JsonObject()
                .put("spanScores", spanScores(wanted.label(), spans, scored))
                .put("summaryScore", score(summary)));
      }
    });
    return envelope(request, found, attributes);
  }

  private static JsonArray spanScores(Label label, List<Span> spans, List<Classification> scored) {
    var scores = new ArrayList<JsonObject>();
    for (int i = 0; i < spans.size(); i++) {
      scores.add(new JsonObject()
          .put("begin", spans.get(i).begin())
          .put("end", spans.get(i).end())
          .put("score", score(scored.get(i).scores().of(label).orElseThrow())));
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
