package io.moderato.audit;

import io.moderato.comment.CommentId;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.http.Violation;
import io.moderato.site.SiteId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class AuditApi {
  private static final int DEFAULT_LIMIT = 50;

  private final AuditLog log;
  private final AuditIds ids;
  private final AuditCsv csv;

  public AuditApi(AuditLog log, AuditIds ids) {
    this.log = log;
    this.ids = ids;
    this.csv = new AuditCsv(log);
  }

  public void listAuditEntries(RoutingContext ctx) {
    var asked = Requests.query(ctx, "limit");
    var limit = asked == null ? DEFAULT_LIMIT : Integer.parseInt(asked);
    log.page(query(ctx), Requests.query(ctx, "cursor"), limit + 1)
        .onSuccess(found -> Responses.json(ctx, 200, page(found, limit)))
        .onFailure(ctx::fail);
  }

  public void exportAudit(RoutingContext ctx) {
    var query = query(ctx);
    log.add(ids.entry(Requests.caller(ctx), Act.EXPORT).with("of", "audit"))
        .compose(added -> csv.send(query, ctx.response()))
        .onFailure(ctx::fail);
  }

  private static JsonObject page(List<AuditEntry> found, int limit) {
    var shown = found.subList(0, Math.min(limit, found.size()));
    var entries = new JsonArray();
    shown.forEach(entry -> entries.add(AuditJson.of(entry)));
    return new JsonObject()
        .put("entries", entries)
        .put("next", found.size() > limit ? shown.get(limit - 1).id() : null);
  }

  private static AuditQuery query(RoutingContext ctx) {
    var site = Requests.query(ctx, "site");
    var comment = Requests.query(ctx, "comment");
    var author = Requests.query(ctx, "author");
    if (site == null && (comment != null || author != null)) {
      throw invalid(comment == null ? "author" : "comment", "wants the parameter 'site', too");
    }
    var act = Requests.query(ctx, "act");
    return new AuditQuery(
        site == null ? null : Set.of(new SiteId(site)),
        comment == null ? null : new CommentId(comment),
        author,
        Requests.query(ctx, "who"),
        act == null ? Set.of() : Set.of(Act.of(act)),
        Requests.query(ctx, "batch"),
        time(ctx, "from"),
        time(ctx, "until"));
  }

  private static @Nullable Instant time(RoutingContext ctx, String name) {
    try {
      var text = Requests.query(ctx, name);
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw invalid(name, "must be a time as in RFC 3339: 2026-11-22T10:00:00Z");
    }
  }

  private static ProblemException invalid(String parameter, String detail) {
    return new ProblemException(new Problem(
        ProblemType.INVALID_REQUEST,
        "The parameter '%s' %s.".formatted(parameter, detail),
        List.of(Violation.ofParameter(parameter, detail)),
        null));
  }
}
