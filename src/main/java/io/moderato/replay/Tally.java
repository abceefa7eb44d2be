package io.moderato.replay;

import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.moderation.PastDecision;
import io.moderato.policy.Policy;
import io.moderato.policy.Rule;
import io.moderato.policy.Verdict;
import io.moderato.signals.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts what a replay finds, comment by comment; for one thread. */
final class Tally {
  /** Wrongly stopped comments are counted beyond these and not named. */
  private static final int MOST_EXAMPLES = 100;

  private final Matrix flips = new Matrix();
  private final Matrix humanBefore = new Matrix();
  private final Matrix humanAfter = new Matrix();
  private final Map<String, RuleCount> rules = new LinkedHashMap<>();
  private final Map<Label, Histogram> scores = new EnumMap<>(Label.class);
  private final Map<Verdict, List<CommentId>> counterexamples = new EnumMap<>(Verdict.class);
  private @Nullable Instant latest;
  private @Nullable Instant earliest;
  private @Nullable Instant firstWritten;
  private @Nullable Instant lastWritten;

  Tally(List<Rule> rules) {
    rules.forEach(rule -> this.rules.put(rule.name(), new RuleCount(rule.verdict())));
  }

  /** @return the verdict that the matching rules come to */
  Verdict add(PastDecision past, Signals signals, List<Rule> matching) {
    var verdict = Policy.verdict(matching);
    var human = past.human() == Verdict.HOLD ? null : past.human(); // HOLD leaves it open
    flips.add(past.verdict(), verdict);
    if (human != null) {
      humanBefore.add(past.verdict(), human);
      humanAfter.add(verdict, human);
    }
    if (human == Verdict.APPROVE && verdict != Verdict.APPROVE) {
      var examples = counterexamples.computeIfAbsent(verdict, any -> new ArrayList<>());
      if (examples.size() < MOST_EXAMPLES) {
        examples.add(past.id());
      }
    }
    for (var rule : matching) {
      Objects.requireNonNull(rules.get(rule.name())).add(rule.verdict() == verdict, human);
    }
    signals
        .scores()
        .byLabel()
        .forEach((label, score) ->
            scores.computeIfAbsent(label, any -> new Histogram()).add(score, human));
    latest = latest == null ? past.decidedAt() : latest;
    earliest = past.decidedAt();
    written(past.submittedAt());
    return verdict;
  }

  private void written(Instant at) {
    firstWritten = firstWritten == null || at.isBefore(firstWritten) ? at : firstWritten;
    lastWritten = lastWritten == null || at.isAfter(lastWritten) ? at : lastWritten;
  }

  int decided() {
    return flips.total();
  }

  ReplayReport report(String tried) {
    return new ReplayReport(
        tried,
        earliest,
        latest,
        firstWritten == null || lastWritten == null
            ? Duration.ZERO
            : Duration.between(firstWritten, lastWritten),
        flips,
        new Agreement(humanBefore),
        new Agreement(humanAfter),
        Collections.unmodifiableMap(rules),
        Collections.unmodifiableMap(scores),
        counterexamples);
  }
}
