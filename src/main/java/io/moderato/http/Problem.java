package io.moderato.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says what is wrong, as RFC 9457 has it.
 *
 * @param detail a sentence that is safe to show
 * @param retryAfter how long to wait before another try is worth it; null where waiting mends nothing
 * @param members what this kind of problem tells besides
 */
public record Problem(
    ProblemType type,
    String detail,
    List<Violation> violations,
    @Nullable Duration retryAfter,
    Map<String, Object> members) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    violations = List.copyOf(violations);
    members = Map.copyOf(members);
  }

  public Problem(
      ProblemType type, String detail, List<Violation> violations, @Nullable Duration retryAfter) {
    this(type, detail, violations, retryAfter, Map.of());
  }

  /** With one more member of its own kind, a JSON value. */
  public Problem with(String member, Object value) {
    var more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(type, detail, violations, retryAfter, more);
  }

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of(), null);
  }

  /** The body breaks a rule at one place. */
  public static Problem at(ProblemType type, String pointer, String detail) {
    return new Problem(type, detail, List.of(Violation.inBody(pointer, detail)), null);
  }

  public static Problem retryable(ProblemType type, String detail, Duration retryAfter) {
    return new Problem(type, detail, List.of(), retryAfter);
  }

  public JsonObject toJson() {
    var json = new JsonObject()
        .put("type", "/docs/problems/" + type.slug())
        .put("title", type.title())
        .put("status", type.status())
        .put("detail", detail);
    if (!violations.isEmpty()) {
      var errors = new JsonArray();
      violations.forEach(violation -> errors.add(violation.toJson()));
      json.put("errors", errors);
    }
    members.forEach(json::put);
    return json;
  }
}
