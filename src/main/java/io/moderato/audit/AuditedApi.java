package io.moderato.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.http.Requests;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has operations written down before they are done, and once more where they came to nothing. */
public final class AuditedApi {
  /** What of a body says what was changed; the rest may be long, or a secret. */
  private static final Set<String> TELLING =
      Set.of("id", "name", "version", "url", "form", "dryRun", "heard");

  private static final int LONGEST = 200;
  private static final Logger LOG = LoggerFactory.getLogger(AuditedApi.class);

  private final AuditLog log;
  private final AuditIds ids;

  public AuditedApi(AuditLog log, AuditIds ids) {
    this.log = log;
    this.ids = ids;
  }

  /** The method, which runs once the entry is durable. */
  public Handler<RoutingContext> writing(Act act, Handler<RoutingContext> method) {
    return ctx -> {
      var entry = entry(ctx, act);
      log.add(entry)
          .compose(written -> {
            ctx.addEndHandler(ended -> refuseUnlessDone(entry, ctx.response().getStatusCode()));
            method.handle(ctx);
            return Future.<Void>succeededFuture();
          })
          .onFailure(ctx::fail);
    };
  }

  private void refuseUnlessDone(AuditEntry entry, int status) {
    if (status < 400) {
      return;
    }
    var refused = ids.entry(entry.who(), Act.REFUSED)
        .with("of", entry.id())
        .with("status", Integer.toString(status));
    log.add(entry.site() == null ? refused : refused.on(entry.site()))
        .onFailure(failure -> LOG.atWarn()
            .addKeyValue("entry", entry.id())
            .addKeyValue("reason", failure.getMessage())
            .log("refusal not written down"));
  }

  private AuditEntry entry(RoutingContext ctx, Act act) {
    var facts = new TreeMap<String, String>();
    facts.put("operation", ctx.get("operation"));
    ctx.pathParams().forEach((name, value) -> {
      if (!name.equals("site")) {
        facts.put(name, value);
      }
    });
    Requests.sentBody(ctx)
        .ifPresent(body -> TELLING.forEach(field -> {
          if (body.path(field).isValueNode()) {
            facts.put(field, shortened(body.path(field)));
          }
        }));
    var entry = ids.entry(Requests.caller(ctx), act).with(facts);
    var site = ctx.pathParam("site");
    return site == null ? entry : entry.on(new SiteId(site));
  }

  private static String shortened(JsonNode value) {
    var text = value.asText();
    return text.substring(0, Math.min(LONGEST, text.length()));
  }
}
