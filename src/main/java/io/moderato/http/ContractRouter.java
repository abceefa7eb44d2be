package io.moderato.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.micrometer.core.instrument.MeterRegistry;
import io.moderato.site.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Builds the router from the contract: each operation admits, validates and then runs its method. It refuses to build when an operation
 * has no method, or a method no operation.
 */
public final class ContractRouter {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /** Of routes that are looked at when no other one took the request. */
  private static final int LAST = Integer.MAX_VALUE;

  /** So many of the largest bodies may be in memory at once. */
  private static final int BODIES_AT_ONCE = 3;

  /** So many requests of one kind are worked on at once: enough to keep the cores and the store busy, few enough to be done soon. */
  private static final int PLACES = 64;

  /** With the time that the work itself takes, it is to stay well below what clients wait for: some for 300 ms. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

  private static final Set<Scope> OF_PLATFORMS = Set.of(Scope.SUBMIT, Scope.FEEDBACK);

  private final Contract contract;
  private final Operations operations;
  private final SiteAuthentication authentication;
  private final InFlightLimit requestLimit;
  private final InFlightLimit bodyLimit;
  private final WaitingRoom storing = new WaitingRoom(PLACES, LONGEST_WAIT);
  private final WaitingRoom answering = new WaitingRoom(PLACES, LONGEST_WAIT);
  private final MeterRegistry metrics;
  private final int maxBodyBytes;
  private final List<Door> doors;

  public ContractRouter(
      Contract contract,
      Operations operations,
      SiteAuthentication authentication,
      MeterRegistry metrics,
      int maxInFlight,
      int maxBodyBytes,
      List<Door> doors) {
    this.contract = contract;
    this.operations = operations;
    this.authentication = authentication;
    this.requestLimit = InFlightLimit.ofRequests(maxInFlight);
    this.bodyLimit = InFlightLimit.ofBodyBytes(maxBodyBytes, BODIES_AT_ONCE);
    this.metrics = metrics;
    this.maxBodyBytes = maxBodyBytes;
    this.doors = List.copyOf(doors);
    requireSameOperations();
  }

  /** A router of its own for each event loop. */
  public Router router(Vertx vertx) {
    var router = Router.router(vertx);
    router.route().handler(ContractRouter::secure);
    var limits = new DoorLimits(requestLimit, bodyLimit, maxBodyBytes, storing, answering, metrics);
    doors.forEach(door -> door.mount(router, limits));
    // A path without placeholders is looked at before one that would take it too.
    contract.operations().stream()
        .sorted(Comparator.comparing(operation -> operation.path().contains("{")))
        .forEach(operation -> mount(router, operation));
    contract.operations().stream()
        .collect(groupingBy(Operation::path, mapping(Operation::method, joining(", "))))
        .forEach((path, methods) -> router
            .routeWithRegex(regex(path))
            .order(LAST)
            .handler(ctx -> refuseMethod(ctx, methods)));
    router.route().failureHandler(new ProblemHandler());
    for (var status : List.of(400, 404, 405, 413, 415)) {
      router.errorHandler(status, new ProblemHandler());
    }
    return router;
  }

  /** @param allowed what the path does know, as the header Allow has it */
  private static void refuseMethod(RoutingContext ctx, String allowed) {
    ctx.response().putHeader("Allow", allowed);
    ctx.fail(405);
  }

  private void mount(Router router, Operation operation) {
    var route =
        router.routeWithRegex(HttpMethod.valueOf(operation.method()), regex(operation.path()));
    route.handler(new OperationTimer(operation.id(), metrics));
    if (operation.access().kind() != Access.Kind.OPEN) {
      route.handler(requestLimit);
      route.handler(authentication.guarding(operation));
    }
    if (!operation.bodies().isEmpty()) { // read for those alone who were let in
      route.handler(bodyLimit);
      route.handler(new BodyReader(maxBodyBytes));
    }
    if (operation.access().scopes().stream().anyMatch(OF_PLATFORMS::contains)) {
      route.handler(isOfSite(operation) ? storing : answering);
    }
    route.handler(new RequestValidation(operation));
    route.handler(operations.byId().get(operation.id()));
  }

  /** What is done for a site is kept; the rest is answered and forgotten. */
  private static boolean isOfSite(Operation operation) {
    return operation.path().startsWith("/v1/sites/{site}/");
  }

  /** Vert.x would read a colon as the begin of a parameter, so paths become regular expressions; %3A is the same as a colon. */
  private static String regex(String path) {
    var regex = new StringBuilder();
    var matcher = PLACEHOLDER.matcher(path);
    int end = 0;
    while (matcher.find()) {
      regex
          .append(literal(path.substring(end, matcher.start())))
          .append("(?<")
          .append(matcher.group(1))
          .append(">[^/]+)");
      end = matcher.end();
    }
    return regex.append(literal(path.substring(end))).toString();
  }

  private static String literal(String text) {
    return text.replaceAll("[.$]", "\\\\$0").replace(":", "(?::|%3[Aa])");
  }

  private static void secure(RoutingContext ctx) {
    ctx.response().putHeader("X-Content-Type-Options", "nosniff");
    ctx.next();
  }

  private void requireSameOperations() {
    var declared = new HashSet<String>();
    contract.operations().forEach(operation -> declared.add(operation.id()));
    var methods = operations.byId().keySet();
    var missing = new ArrayList<>(declared);
    missing.removeAll(methods);
    var unknown = new ArrayList<>(methods);
    unknown.removeAll(declared);
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new IllegalStateException(
          "operations without a method: %s; methods without an operation: %s"
              .formatted(missing, unknown));
    }
  }
}
