package io.moderato.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.comment.CommentId;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.policy.Policy;
import io.moderato.policy.Verdict;
import io.moderato.site.ActivationRequirements;
import io.moderato.site.RequiredPrecision;
import io.moderato.site.Site;
import io.moderato.siteadmin.RequirementsJson;
import io.moderato.sitepolicy.ActivationCheck;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a policy against history before it decides: it must be as right as was asked for, by the site for good or with the activation, and what would reject half of all that is let
 * through today wants to be confirmed.
 */
public final class ActivationGate implements ActivationCheck {
  private static final int USUAL_OVER = 1000;
  private static final int USUAL_OVER_WITH_PRECISION = 10_000;
  private static final double ALARMING = 0.5;

  private final Replay replay;
  private final ReplayThreads threads;

  public ActivationGate(Replay replay, ReplayThreads threads) {
    this.replay = replay;
    this.threads = threads;
  }

  @Override
  public Future<JsonObject> check(Site site, Policy policy, JsonNode body) {
    var asked = RequirementsJson.read(body.path("require"));
    var required = Stream.of(asked, site.requiredToActivate())
        .filter(some -> !some.equals(ActivationRequirements.NONE))
        .toList();
    int over = body.path("over").asInt(required.isEmpty() ? USUAL_OVER : USUAL_OVER_WITH_PRECISION);
    return threads
        .run(
            site.id(),
            () -> replay.run(site.id(), Span.last(over), Trial.of(policy), ReplayWatcher.NOBODY))
        .map(report -> {
          required.forEach(each -> {
            require(report, Verdict.REJECT, each.reject());
            require(report, Verdict.HOLD, each.hold());
          });
          if (!body.path("confirm").asBoolean()) {
            requireCalm(report);
          }
          return history(report);
        });
  }

  private static void require(
      ReplayReport report, Verdict verdict, @Nullable RequiredPrecision requirement) {
    var share = report.after().precision(verdict);
    if (requirement == null || share.meets(requirement)) {
      return;
    }
    throw refused(
        ProblemType.NOT_PRECISE_ENOUGH,
        share.of() < requirement.atLeast()
            ? "Of the last %d comments it would %s %d that people decided on; %d are wanted to tell how often that is right. The active policy stays."
                .formatted(report.decided(), word(verdict), share.of(), requirement.atLeast())
            : "Of %d comments that it would %s and that people decided on, people rejected %d: %s, and %s is wanted%s. The active policy stays."
                .formatted(
                    share.of(),
                    word(verdict),
                    share.count(),
                    percent(share.value().orElse(0)),
                    percent(requirement.precision()),
                    requirement.certain()
                        ? " with 95 %% certainty (the lower end is %s)"
                            .formatted(percent(share.low()))
                        : ""),
        report,
        report.counterexamples().getOrDefault(verdict, List.of()));
  }

  private static void requireCalm(ReplayReport report) {
    var rejected = report.newlyRejected();
    if (rejected.value().orElse(0) >= ALARMING) {
      throw refused(
          ProblemType.NEEDS_CONFIRMATION,
          "Of the last %d comments it would reject %s; %d of them (%s of those not rejected so far) stand approved or held. Send \"confirm\": true if that is meant. The active policy stays."
              .formatted(
                  report.decided(),
                  percent((double) report.verdicts().column(Verdict.REJECT) / report.decided()),
                  rejected.count(),
                  percent(rejected.value().orElse(0))),
          report,
          report.counterexamples().getOrDefault(Verdict.REJECT, List.of()));
    }
    var stopped = report.newlyStopped();
    if (stopped.value().orElse(0) >= ALARMING) {
      throw refused(
          ProblemType.NEEDS_CONFIRMATION,
          "Of the last %d comments, %d stand approved, and it would hold or reject %d of them (%s). Send \"confirm\": true if that is meant. The active policy stays."
              .formatted(
                  report.decided(),
                  stopped.of(),
                  stopped.count(),
                  percent(stopped.value().orElse(0))),
          report,
          List.of());
    }
  }

  private static ProblemException refused(
      ProblemType type, String detail, ReplayReport report, List<CommentId> counterexamples) {
    var ids = new JsonArray(counterexamples.stream().map(CommentId::value).toList());
    return new ProblemException(
        Problem.of(type, detail).with("history", history(report)).with("counterexamples", ids));
  }

  private static JsonObject history(ReplayReport report) {
    var json = ReplayJson.report(report);
    return new JsonObject()
        .put("decided", report.decided())
        .put("verdicts", json.getJsonObject("verdicts"))
        .put("rejectPrecision", ReplayJson.share(report.after().precision(Verdict.REJECT)))
        .put("holdPrecision", ReplayJson.share(report.after().precision(Verdict.HOLD)))
        .put("newlyRejected", ReplayJson.share(report.newlyRejected()))
        .put("newlyStopped", ReplayJson.share(report.newlyStopped()));
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
