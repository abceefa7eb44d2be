package io.moderato.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.moderato.http.Operation.Parameter;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a request against its operation, so that an operation's method meets only what the contract allows. A large body is read
 * and validated on a worker thread.
 */
public final class RequestValidation implements Handler<RoutingContext> {
  private static final int LARGE_BYTES = 64 * 1024;

  private final Operation operation;

  public RequestValidation(Operation operation) {
    this.operation = operation;
  }

  @Override
  public void handle(RoutingContext ctx) {
    var violations = new ArrayList<Violation>();
    operation.parameters().forEach(parameter -> check(ctx, parameter, violations));
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

  private static JsonNode valid(JsonNode body, RequestBody reader) {
    refuse(reader.schema().violations(body));
    TextRules.check(body);
    return body;
  }

  private static void check(RoutingContext ctx, Parameter parameter, List<Violation> violations) {
    var value = switch (parameter.in()) {
      case "path" -> ctx.pathParam(parameter.name());
      case "query" -> ctx.queryParams().get(parameter.name());
      default -> ctx.request().getHeader(parameter.name());
    };
    if (value == null) {
      if (parameter.required()) {
        violations.add(Violation.ofParameter(parameter.name(), "is required"));
      }
      return;
    }
    parameter
        .schema()
        .validate(typed(parameter, value))
        .forEach(
            message -> violations.add(Violation.ofParameter(parameter.name(), message.getError())));
    if (!TextRules.isWellFormed(value)) {
      violations.add(Violation.ofParameter(parameter.name(), "is not well-formed Unicode"));
    }
  }

  private static JsonNode typed(Parameter parameter, String value) {
    if (!parameter.integer()) {
      return TextNode.valueOf(value);
    }
    try {
      return LongNode.valueOf(Long.parseLong(value));
    } catch (NumberFormatException e) {
      return TextNode.valueOf(value); // the schema then says what it is not
    }
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
