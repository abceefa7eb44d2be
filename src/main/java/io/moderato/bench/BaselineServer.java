package io.moderato.bench;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.moderato.app.HttpServers;
import io.moderato.app.Settings.HttpSettings;
import io.moderato.http.Contract;
import io.moderato.http.ContractRouter;
import io.moderato.http.HealthApi;
import io.moderato.http.Operations;
import io.moderato.http.OperatorKey;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.http.SiteAuthentication;
import io.moderato.site.KeySecret;
import io.moderato.site.SiteDirectory;
import io.moderato.siteadmin.SitesApi;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Collections;
import java.util.List;

/**
 * The service without scoring and storing: the same HTTP servers, contract, keys, limits and validation, and fixed answers of the
 * usual size. What the real service takes beyond it is the price of its work.
 */
final class BaselineServer {
  private static final int MAX_BODY_BYTES = 8 * 1024 * 1024;

  private static final String SCORES =
      "\"scores\":{\"SPAM\":0.0121,\"TOXIC\":0.0417,\"INSULT\":0.0289,\"OBSCENE\":0.0101,\"HATE\":0.0064},\"language\":\"en\"";

  private static final JsonObject CLASSIFIED = new JsonObject(
      "{%s,\"supported\":true,\"degraded\":false,\"versions\":{\"models\":\"base@2026.11\"}}"
          .formatted(SCORES));

  private static final JsonObject DECIDED = new JsonObject("""
      {"id":"6921c6f0a7b1c93d5c1f0a11","site":"bench","post":"p-1","verdict":"APPROVE","status":"approved","version":1,\
      "reasons":[],"evidence":[],%s,"degraded":false,"versions":{"policy":"default@1","models":"base@2026.11"},\
      "decidedAt":"2026-11-22T10:00:00.012Z"}""".formatted(SCORES));

  private BaselineServer() {}

  /** Listens until the process is stopped. */
  public static void main(String[] args) {
    var vertx = Vertx.vertx();
    var http = new HttpSettings("127.0.0.1", 0, MAX_BODY_BYTES, 1000);
    var port = HttpServers.listen(vertx, http, router());
    System.out.printf("Baseline listens on http://127.0.0.1:%d%n", port);
  }

  private static ContractRouter router() {
    var clock = Clock.systemUTC();
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var sites = new MemorySites();
    var directory = new SiteDirectory(sites, clock);
    var contract = Contract.load();
    var adminKeyHash = new KeySecret(ServerProcess.ADMIN_KEY).hash();
    var sitesApi = new SitesApi(sites, directory, clock);
    var health = new HealthApi(Future::succeededFuture, metrics);
    var operations = new Operations();
    for (var operation : contract.operations()) {
      operations.add(
          operation.id(),
          switch (operation.id()) {
            case "createSite" -> sitesApi::createSite;
            case "getReadiness" -> health::getReadiness;
            case "classify" -> ctx -> answer(ctx, 200, CLASSIFIED);
            case "submitComment" -> ctx -> answer(ctx, 201, DECIDED);
            default -> Responses::noContent;
          });
    }
    return new ContractRouter(
        contract,
        operations,
        new SiteAuthentication(
            directory, new OperatorKey(() -> Future.succeededFuture(adminKeyHash))),
        metrics,
        1000,
        MAX_BODY_BYTES,
        List.of());
  }

  private static void answer(RoutingContext ctx, int status, JsonObject fixed) {
    var body = Requests.body(ctx);
    if (body.isArray()) {
      Responses.json(ctx, status, new JsonArray(Collections.nCopies(body.size(), fixed)).encode());
    } else {
      Responses.json(ctx, status, fixed);
    }
  }
}
