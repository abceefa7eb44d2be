package io.moderato.replay;

import io.moderato.policy.Reason;
import io.moderato.policy.Verdict;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The form in which a replay leaves; see {@code ReplayReport} of the contract. */
final class ReplayJson {
  private ReplayJson() {}

  static JsonObject report(ReplayReport report) {
    var rules = new JsonArray();
    report.rules().forEach((name, count) -> rules.add(rule(name, count)));
    var scores = new JsonArray();
    report
        .scores()
        .forEach((label, histogram) -> scores.add(new JsonObject()
            .put("label", label.name())
            .put("all", bins(histogram.all()))
            .put("approved", bins(histogram.approved()))
            .put("rejected", bins(histogram.rejected()))));
    var matrix = report.verdicts();
    return new JsonObject()
        .put("tried", report.tried())
        .put("decided", report.decided())
        .put("from", report.earliest() == null ? null : report.earliest().toString())
        .put("to", report.latest() == null ? null : report.latest().toString())
        .put(
            "verdicts",
            new JsonObject()
                .put("before", counts(matrix::row))
                .put("after", counts(matrix::column)))
        .put("flips", new JsonObject().put("total", matrix.flips()).put("matrix", matrix(matrix)))
        .put(
            "human",
            new JsonObject()
                .put("decided", report.before().decided().total())
                .put("before", agreement(report.before()))
                .put("after", agreement(report.after())))
        .put(
            "reviewsPerDay",
            new JsonObject()
                .put("before", perDay(report, matrix.row(Verdict.HOLD)))
                .put("after", perDay(report, matrix.column(Verdict.HOLD))))
        .put("rules", rules)
        .put("scores", scores);
  }

  static JsonObject flip(Flip flip) {
    return new JsonObject()
        .put("id", flip.id().value())
        .put("decidedAt", flip.decidedAt().toString())
        .put("line", flip.line())
        .put("before", decided(flip.before(), flip.reasonsBefore()))
        .put("after", decided(flip.after().verdict(), flip.after().reasons()))
        .put("human", name(flip.human()));
  }

  private static JsonObject decided(Verdict verdict, List<Reason> reasons) {
    var array = new JsonArray();
    reasons.forEach(reason ->
        array.add(new JsonObject().put("rule", reason.rule()).put("text", reason.text())));
    return new JsonObject().put("verdict", verdict.name()).put("reasons", array);
  }

  /** Rows in an object by the first judge's verdict. */
  static JsonObject matrix(Matrix matrix) {
    var json = new JsonObject();
    for (var row : Verdict.values()) {
      json.put(row.name(), counts(column -> matrix.count(row, column)));
    }
    return json;
  }

  static JsonObject agreement(Agreement agreement) {
    return new JsonObject()
        .put("matrix", matrix(agreement.decided()))
        .put("rejectPrecision", share(agreement.precision(Verdict.REJECT)))
        .put("holdPrecision", share(agreement.precision(Verdict.HOLD)))
        .put("approvedStopped", share(agreement.approvedStopped()))
        .put("rejectedPassed", share(agreement.rejectedPassed()));
  }

  static JsonObject share(Share share) {
    var value = share.value();
    return new JsonObject()
        .put("count", share.count())
        .put("of", share.of())
        .put("share", value.isPresent() ? value.getAsDouble() : null)
        .put("low", share.low())
        .put("high", share.high());
  }

  private static JsonObject rule(String name, RuleCount count) {
    return new JsonObject()
        .put("rule", name)
        .put("verdict", count.verdict().name())
        .put("matched", count.matched())
        .put("deciding", count.deciding())
        .put("approved", count.approved())
        .put("rejected", count.rejected());
  }

  private static @Nullable Double perDay(ReplayReport report, int held) {
    OptionalDouble days = report.days();
    return days.isPresent() ? held / days.getAsDouble() : null;
  }

  private static JsonObject counts(Function<Verdict, Integer> count) {
    var json = new JsonObject();
    for (var verdict : Verdict.values()) {
      json.put(verdict.name(), count.apply(verdict));
    }
    return json;
  }

  private static JsonArray bins(int[] bins) {
    return new JsonArray(Arrays.stream(bins).boxed().toList());
  }

  private static @Nullable String name(@Nullable Verdict verdict) {
    return verdict == null ? null : verdict.name();
  }
}
