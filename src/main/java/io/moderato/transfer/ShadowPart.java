package io.moderato.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.replay.Shadow;
import io.moderato.replay.ShadowRepository;
import io.moderato.replay.Shadows;
import io.moderato.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;

/** What runs beside a site's active policy. */
public final class ShadowPart implements Part {
  private final ShadowRepository repository;
  private final Shadows shadows;

  public ShadowPart(ShadowRepository repository, Shadows shadows) {
    this.repository = repository;
    this.shadows = shadows;
  }

  @Override
  public String kind() {
    return "shadow";
  }

  @Override
  public Future<Void> export(Site site, Function<JsonObject, Future<Void>> out) {
    return repository
        .find(site.id())
        .compose(found -> found
            .map(shadow -> out.apply(new JsonObject()
                .put("version", shadow.policy())
                .put("model", shadow.model())
                .put("since", shadow.since().toString())))
            .orElseGet(Future::succeededFuture));
  }

  @Override
  public HistoryLine read(Site site, JsonNode json, String pointer) {
    var shadow = new Shadow(
        site.id(),
        json.path("version").textValue(),
        json.path("model").textValue(),
        Times.read(json.path("since"), pointer + "/since"));
    return HistoryLine.ofSetting(
        PolicyPart.KIND,
        () -> repository
            .put(shadow)
            .compose(done -> shadows.renew(site.id()))
            .map(Results.unchanged()));
  }
}
