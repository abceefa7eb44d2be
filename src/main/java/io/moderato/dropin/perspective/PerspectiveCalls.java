package io.moderato.dropin.perspective;

import io.moderato.classify.Label;
import io.moderato.http.JsonBody;
import io.moderato.site.KnownKey;
import io.moderato.site.Scope;
import io.moderato.site.SiteDirectory;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contract's two methods, however a request for them comes in. Failures are {@link Refusal}s, or of the store or the pool. */
final class PerspectiveCalls {
  private final SiteDirectory sites;
  private final AnalyzeComment analyzeComment;
  private final SuggestScore suggestScore;
  private final Set<Label> covered;

  PerspectiveCalls(
      SiteDirectory sites,
      AnalyzeComment analyzeComment,
      SuggestScore suggestScore,
      Set<Label> covered) {
    this.sites = sites;
    this.analyzeComment = analyzeComment;
    this.suggestScore = suggestScore;
    this.covered = Set.copyOf(covered);
  }

  enum Method {
    ANALYZE("comments:analyze", Scope.SUBMIT),
    SUGGEST_SCORE("comments:suggestscore", Scope.FEEDBACK);

    private final String path;
    private final Scope scope;

    Method(String path, Scope scope) {
      this.path = path;
      this.scope = scope;
    }

    String path() {
      return path;
    }
  }

  Future<KnownKey> admit(Method method, @Nullable String key) {
    if (key == null || key.isEmpty()) {
      return Future.failedFuture(Refusal.denied(
          "The request is missing a valid API key: send it as the query parameter 'key'."));
    }
    return KnownKey.find(sites, key).compose(found -> {
      if (found.isEmpty()) {
        return Future.failedFuture(Refusal.unknownKey());
      }
      return found.get().allows(method.scope)
          ? Future.succeededFuture(found.get())
          : Future.failedFuture(
              Refusal.denied("The API key lacks the scope '%s'.".formatted(method.scope.word())));
    });
  }

  /** @throws RuntimeException for a body that can't be read */
  Future<JsonObject> call(Method method, KnownKey key, byte[] body) {
    var json = JsonBody.read(body);
    return method == Method.ANALYZE
        ? analyzeComment.analyze(key.site(), AnalyzeRequest.read(json, covered))
        : suggestScore.suggest(key, SuggestRequest.read(json));
  }
}
