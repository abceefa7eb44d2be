package io.moderato.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.moderato.http.Operation.Parameter;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a request against its operation, so that an operation's method meets only what the contract allows. A large body is read
 * and validated on a worker thread.
 */
public final class RequestValidation implements Handler<RoutingContext> {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
  private static final int LARGE_BYTES = 64 * 1024;

  private final Operation operation;

  public RequestValidation(Operation operation) {
    this.operation = operation;
  }

  @Override
  public void handle(RoutingContext ctx) {
    var violations = new ArrayList<Violation>();
    operation.parameters().forEach(parameter -> check(ctx, parameter, violations));
    checkUnknown(ctx, violations);
    refuse(violations);
    if (operation.bodies().isEmpty()) {
      ctx.next();
      return;
    }
    var reader = RequestBody.of(ctx.request(), operation);
    var bytes = ctx.body().buffer();
    if (bytes == null || bytes.length() <= LARGE_BYTES) {
      Requests.body(ctx, valid(reader.read(bytes), reader));
      ctx.next();
    } else {
      ctx.vertx()
          .executeBlocking(() -> valid(reader.read(bytes), reader), false)
          .onSuccess(body -> {
            Requests.body(ctx, body);
            ctx.next();
          })
          .onFailure(ctx::fail);
    }
  }

  static JsonNode valid(JsonNode body, RequestBody reader) {
    refuse(reader.schema().violations(body));
    TextRules.check(body);
    return body;
  }

  private static void check(RoutingContext ctx, Parameter parameter, List<Violation> violations) {
    var values = values(ctx, parameter);
    if (values.isEmpty()) {
      if (parameter.required()) {
        violations.add(Violation.ofParameter(parameter.name(), "is required"));
      }
      return;
    }
    if (values.size() > 1) {
      violations.add(Violation.ofParameter(parameter.name(), "is given more than once"));
      return;
    }
    var value = values.get(0);
    parameter
        .schema()
        .validate(typed(parameter, value))
        .forEach(
            message -> violations.add(Violation.ofParameter(parameter.name(), message.getError())));
    if (!TextRules.isWellFormed(value)) {
      violations.add(Violation.ofParameter(parameter.name(), "is not well-formed Unicode"));
    }
  }

  private static List<String> values(RoutingContext ctx, Parameter parameter) {
    return switch (parameter.in()) {
      case "path" -> Stream.ofNullable(ctx.pathParam(parameter.name())).toList();
      case "query" -> ctx.queryParams().getAll(parameter.name());
      default -> ctx.request().headers().getAll(parameter.name());
    };
  }

  /** Pages and probes, which are open, may be asked for with anything behind them. */
  private void checkUnknown(RoutingContext ctx, List<Violation> violations) {
    if (operation.access().kind() == Access.Kind.OPEN) {
      return;
    }
    var known = operation.parameters().stream()
        .filter(parameter -> parameter.in().equals("query"))
        .map(Parameter::name)
        .collect(Collectors.toSet());
    ctx.queryParams().names().stream()
        .filter(name -> !known.contains(name))
        .forEach(name ->
            violations.add(Violation.ofParameter(name, "is no parameter of this operation")));
  }

  private static JsonNode typed(Parameter parameter, String value) {
    return parameter.integer() && INTEGER.matcher(value).matches()
        ? LongNode.valueOf(Long.parseLong(value))
        : TextNode.valueOf(value); // the schema then says what it is not
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      var first = violations.get(0);
      throw new ProblemException(new Problem(
          ProblemType.INVALID_REQUEST,
          violations.size() == 1
              ? "%s: %s."
                  .formatted(first.place().isEmpty() ? "The body" : first.place(), first.detail())
              : "%d places break the contract; errors names each.".formatted(violations.size()),
          violations.subList(0, Math.min(violations.size(), 100)),
          null));
    }
  }
}
