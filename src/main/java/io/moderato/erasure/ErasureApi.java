package io.moderato.erasure;

import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class ErasureApi {
  private final EraseAuthor erase;

  public ErasureApi(EraseAuthor erase) {
    this.erase = erase;
  }

  public void eraseAuthor(RoutingContext ctx) {
    erase
        .erase(Requests.caller(ctx), Requests.site(ctx).id(), Requests.path(ctx, "author"))
        .onSuccess(erased -> Responses.json(
            ctx,
            200,
            new JsonObject()
                .put("erased", erased.comments())
                .put("left", erased.left())
                .put("complete", erased.complete())))
        .onFailure(ctx::fail);
  }
}
