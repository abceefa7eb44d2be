package io.moderato.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moderato.site.FakeSiteRepository;
import io.moderato.site.KeySecret;
import io.moderato.site.Scope;
import io.moderato.site.SiteDirectory;
import io.moderato.site.Sites;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContractRouterTest {
  private static final int MOST_BYTES = 300_000;

  private final Vertx vertx = Vertx.vertx();
  private final FakeSiteRepository sites = new FakeSiteRepository();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private @Nullable HttpServer server;

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void an_operation_without_a_method_is_refused() {
    var contract = contract(open("getThing", "GET", "/thing"), open("putThing", "PUT", "/thing"));
    var methods = new Operations().add("getThing", ContractRouterTest::sayOperation);

    assertThatThrownBy(() -> router(contract, methods))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("operations without a method: [putThing]; methods without an operation: []");
  }

  @Test
  void a_method_without_an_operation_is_refused() {
    var contract = contract(open("getThing", "GET", "/thing"));
    var methods = new Operations()
        .add("getThing", ContractRouterTest::sayOperation)
        .add("getOther", ContractRouterTest::sayOperation);

    assertThatThrownBy(() -> router(contract, methods))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("operations without a method: []; methods without an operation: [getOther]");
  }

  @Test
  void an_operation_with_two_methods_is_refused() {
    var methods = new Operations().add("getThing", ContractRouterTest::sayOperation);

    assertThatThrownBy(() -> methods.add("getThing", ContractRouterTest::sayOperation))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operation getThing has two methods");
  }

  @ParameterizedTest
  @CsvSource({
    "/things/special, special",
    "/things/other, thing",
    "/things/special2, thing",
    "/things/1:sell, sell",
    "/things/1%3Asell, sell",
    "/things/1%3asell, sell",
    "/things/a%2Fb, thing",
    "/things.yaml, yaml"
  })
  void a_path_without_placeholders_is_looked_at_first_and_a_colon_may_be_escaped(
      String path, String operation) throws Exception {
    start(
        contract(
            open("sell", "GET", "/things/{thing}:sell"),
            open("thing", "GET", "/things/{thing}"),
            open("special", "GET", "/things/special"),
            open("yaml", "GET", "/things.yaml")),
        ContractRouterTest::sayOperation);

    assertThat(get(path).body()).isEqualTo(operation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/things",
        "/things/",
        "/things/a/b",
        "/thingsXyaml",
        "/THINGS/a",
        "/things/a/"
      })
  void a_path_that_is_not_in_the_contract_is_not_found(String path) throws Exception {
    start(
        contract(open("thing", "GET", "/things/{thing}"), open("yaml", "GET", "/things.yaml")),
        ContractRouterTest::sayOperation);

    assertThat(get(path).statusCode()).isEqualTo(404);
    assertThat(get(path).body()).contains("/docs/problems/not-found");
  }

  @Test
  void a_method_that_the_path_does_not_know_is_not_allowed() throws Exception {
    start(contract(open("thing", "GET", "/things/{thing}")), ContractRouterTest::sayOperation);

    var response = send(request("/things/a").DELETE());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.body()).contains("/docs/problems/method-not-allowed");
  }

  @Test
  void a_defect_is_answered_as_one_without_its_message() throws Exception {
    start(contract(open("thing", "GET", "/thing")), ctx -> {
      throw new IllegalStateException("secret detail");
    });

    var response = get("/thing");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body())
        .contains("/docs/problems/internal-error")
        .doesNotContain("secret detail");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 70_000, 250_000})
  void a_body_waits_for_its_sender_to_be_let_in(int bytes) throws Exception {
    sites.addIfNew(Sites.site("blog", Sites.key("let-me-in-please", Scope.SUBMIT)));
    start(contract(submit()), ctx -> Responses.json(ctx, 200, Requests.body(ctx).toString()));
    var body = "[\"" + "x".repeat(bytes - 4) + "\"]";

    var response = send(post(body).header("Authorization", "Bearer let-me-in-please"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(body);
  }

  @Test
  void who_is_not_let_in_is_told_so_whatever_the_body() throws Exception {
    start(contract(submit()), ContractRouterTest::sayOperation);

    assertThat(send(post("[")).statusCode()).isEqualTo(401);
    assertThat(send(post("[").header("Authorization", "Bearer unknown")).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(ints = {MOST_BYTES + 1, 4 * MOST_BYTES})
  void a_body_beyond_the_limit_is_too_large_however_large(int bytes) throws Exception {
    sites.addIfNew(Sites.site("blog", Sites.key("let-me-in-please", Scope.SUBMIT)));
    start(contract(submit()), ContractRouterTest::sayOperation);

    var request = post("x".repeat(bytes)).header("Authorization", "Bearer let-me-in-please");

    assertThat(send(request).statusCode()).isEqualTo(413);
    assertThat(
            send(post("[]").header("Authorization", "Bearer let-me-in-please")).statusCode())
        .isEqualTo(200);
  }

  private static void sayOperation(RoutingContext ctx) {
    Responses.text(ctx, "text/plain", ctx.get("operation"));
  }

  private static Contract contract(Operation... operations) {
    return new Contract("", List.of(operations));
  }

  private static Operation open(String id, String method, String path) {
    return new Operation(
        id, method, path, new Access(Access.Kind.OPEN, Set.of()), List.of(), Map.of());
  }

  /** Takes any array of texts from a site's key. */
  private static Operation submit() {
    var anyArray = new BodySchema(List.of(
        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema("{\"type\": \"array\"}")));
    return new Operation(
        "submit",
        "POST",
        "/submit",
        new Access(Access.Kind.SITE_KEY, Set.of(Scope.SUBMIT)),
        List.of(),
        Map.of("application/json", anyArray));
  }

  private ContractRouter router(Contract contract, Operations methods) {
    // As slow as a store: the answer is there only when the body has long arrived.
    var operatorKey = new OperatorKey(() -> vertx
        .timer(50, TimeUnit.MILLISECONDS)
        .compose(passed -> Future.succeededFuture(new KeySecret("operator").hash())));
    return new ContractRouter(
        contract,
        methods,
        new SiteAuthentication(new SiteDirectory(sites, Clock.systemUTC()), operatorKey),
        new SimpleMeterRegistry(),
        10,
        MOST_BYTES,
        List.of());
  }

  private void start(Contract contract, Handler<RoutingContext> method) {
    var methods = new Operations();
    contract.operations().forEach(operation -> methods.add(operation.id(), method));
    var router = router(contract, methods).router(vertx);
    server =
        vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  private HttpRequest.Builder request(String path) {
    var port = Objects.requireNonNull(server).actualPort();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpRequest.Builder post(String body) {
    return request("/submit")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
