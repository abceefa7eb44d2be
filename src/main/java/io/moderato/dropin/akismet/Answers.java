package io.moderato.dropin.akismet;

import io.moderato.http.Problem;
import io.moderato.http.ProblemType;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.Status;
import io.moderato.policy.Reason;
import io.moderato.policy.Verdict;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The exact words of the contract. Clients compare them to the letter, and throw on a header for failures that stands on a success; so
 * what is ours to tell goes under {@code X-Moderation-…}.
 *
 * <p>Three verdicts become two words: what is approved is {@code false}; what is rejected is {@code true} with the tip to discard it;
 * what is held is {@code true} without the tip, unless its sender hears of later verdicts. Then it is {@code false} with the time
 * after which to ask again, which is how this contract says "not yet".
 */
final class Answers {
  static final String THANKS = "Thanks for making the web a better place.";

  private static final CharSequence PLAIN_TEXT =
      HttpHeaders.createOptimized("text/plain; charset=utf-8");

  /** WordPress publishes by itself after twice that long; a person will have decided by then. */
  private static final Duration UNTIL_RECHECK = Duration.ofDays(30);

  private Answers() {}

  static void text(HttpServerResponse response, String body) {
    response.putHeader(HttpHeaders.CONTENT_TYPE, PLAIN_TEXT).end(body);
  }

  static void json(HttpServerResponse response, JsonObject body) {
    response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(body.encode());
  }

  /** Whether the comment is answered with {@code true}. */
  static boolean isSpam(ModeratedComment moderated) {
    return switch (standing(moderated)) {
      case APPROVE -> false;
      case REJECT -> true;
      case HOLD -> moderated.origin().callback() == null;
    };
  }

  private static Verdict standing(ModeratedComment moderated) {
    return switch (moderated.status()) {
      case APPROVED -> Verdict.APPROVE;
      case HELD -> Verdict.HOLD;
      case REJECTED -> Verdict.REJECT;
      case WITHDRAWN -> moderated.verdict();
    };
  }

  /** @param fields of the check, for what it asks for beside the verdict */
  static void verdict(HttpServerResponse response, Fields fields, ModeratedComment moderated) {
    var isSpam = isSpam(moderated);
    response
        .putHeader("X-akismet-guid", moderated.comment().id().value())
        .putHeader("X-Moderation-Verdict", standing(moderated).name())
        .putHeader("X-Moderation-Rules", rules(moderated))
        .putHeader(
            "X-Moderation-Versions",
            "%s; %s"
                .formatted(
                    moderated.judgement().decision().policy(),
                    moderated.judgement().models()));
    if (isSpam && (standing(moderated) == Verdict.REJECT || fields.isTrue("test_discard"))) {
      response.putHeader("X-akismet-pro-tip", "discard");
    }
    if (!isSpam && moderated.status() == Status.HELD) {
      response.putHeader("X-akismet-recheck-after", Long.toString(UNTIL_RECHECK.toSeconds()));
    }
    if (fields.isTrue("classify")) {
      moderated.judgement().decision().reasons().stream()
          .map(Reason::label)
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(label -> response.putHeader(
              "X-Akismet-Classification", label.name().toLowerCase(Locale.ROOT)));
    }
    text(response, Boolean.toString(isSpam));
  }

  private static String rules(ModeratedComment moderated) {
    return moderated.judgement().decision().reasons().stream()
        .map(Reason::rule)
        .collect(Collectors.joining(", "))
        .replaceAll("[^ -~]", "?");
  }

  static void magic(HttpServerResponse response, Fields fields, boolean isSpam) {
    if (isSpam && fields.isTrue("test_discard")) {
      response.putHeader("X-akismet-pro-tip", "discard");
    }
    text(response, Boolean.toString(isSpam));
  }

  static void refusal(HttpServerResponse response, Refusal refusal) {
    response.putHeader("X-akismet-debug-help", refusal.help());
    if (refusal.alert() != null) {
      response
          .putHeader("X-akismet-alert-code", refusal.alert().toString())
          .putHeader("X-akismet-alert-msg", refusal.help());
    }
    text(response, refusal.answer());
  }

  /** What the contract has no words for: the status says it, and no client takes the sentence for a verdict. */
  static void problem(HttpServerResponse response, Problem problem) {
    if (problem.retryAfter() != null) {
      response.putHeader(
          HttpHeaders.RETRY_AFTER,
          Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
    }
    if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
      response.putHeader(HttpHeaders.ALLOW, "POST");
    }
    response
        .setStatusCode(problem.type().status())
        .putHeader("X-akismet-debug-help", problem.detail());
    text(response, problem.detail());
  }
}
