package io.moderato.classify;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.comment.TextFormat;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Each method is one operation and bears its operationId from openapi.yaml. Nothing of what is sent here is stored or logged. */
public final class ClassifyApi {
  private final ClassifierPool classifiers;
  private final BooleanSupplier degraded;

  /** @param degraded whether a part of the service is down */
  public ClassifyApi(ClassifierPool classifiers, BooleanSupplier degraded) {
    this.classifiers = classifiers;
    this.degraded = degraded;
  }

  public void classify(RoutingContext ctx) {
    var body = Requests.body(ctx);
    if (body.isArray()) {
      classifyAll(body).onSuccess(results -> Responses.many(ctx, results)).onFailure(ctx::fail);
    } else {
      var request = request(body);
      classifiers
          .classify(request)
          .onSuccess(found -> Responses.json(ctx, 200, json(body, found)))
          .onFailure(ctx::fail);
    }
  }

  private Future<List<JsonObject>> classifyAll(JsonNode texts) {
    var requests = new ArrayList<ClassifierPool.Request>();
    texts.forEach(text -> requests.add(request(text)));
    return classifiers.classify(requests).map(found -> {
      var results = new ArrayList<JsonObject>();
      for (int i = 0; i < found.size(); i++) {
        results.add(json(texts.get(i), found.get(i)));
      }
      return results;
    });
  }

  private static ClassifierPool.Request request(JsonNode json) {
    return new ClassifierPool.Request(
        json.path("text").textValue(), TextFormat.of(json.path("format").asText("text")));
  }

  private JsonObject json(JsonNode request, Classification found) {
    var json = new JsonObject();
    if (request.has("id")) {
      json.put("id", request.path("id").textValue());
    }
    json.put("scores", ClassificationJson.scores(found.scores()))
        .put("language", found.language())
        .put("supported", found.supported());
    if (request.path("evidence").asBoolean()) {
      json.put("evidence", ClassificationJson.evidence(found.evidence()));
    }
    return json.put("degraded", degraded.getAsBoolean())
        .put("versions", new JsonObject().put("models", found.models()));
  }
}
