package io.moderato.moderation;

import io.moderato.signals.ListHit;
import io.vertx.core.json.JsonObject;

/** The form in which a hit of a word list leaves; see {@code ListHit} of the contract. */
public final class ListHitJson {
  private ListHitJson() {}

  public static JsonObject of(ListHit hit) {
    return new JsonObject()
        .put("list", hit.list())
        .put("entry", hit.entry())
        .put("field", hit.field())
        .put("begin", hit.begin())
        .put("end", hit.end());
  }
}
