package io.moderato.replay;

import io.moderato.comment.CommentId;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderation.PastDecision;
import io.moderato.policy.Reason;
import io.moderato.signals.Signals;
import io.moderato.site.SiteId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Decides once more on past comments. */
public final class Replay {
  private static final int TEXTS_AT_ONCE = 100;
  private static final int LONGEST_LINE = 200;

  private final ModeratedCommentRepository comments;
  private final PastDecisions past;

  public Replay(ModeratedCommentRepository comments) {
    this.comments = comments;
    this.past = new PastDecisions(comments);
  }

  /**
   * Blocks until the end; not for an event loop's thread.
   *
   * @throws CancellationException when the watcher is gone
   */
  public ReplayReport run(SiteId site, Span span, Trial trial, ReplayWatcher watcher) {
    var tally = new Tally(trial.policy().source().rules());
    past.read(site, span, trial.readsTexts(), watcher::isGone, page -> {
      var flipped = decide(page, trial, tally);
      var shown = Math.min(watcher.wanted(), flipped.size());
      show(site, trial, flipped.subList(0, shown), watcher);
      watcher.decided(tally.decided());
    });
    return tally.report(trial.name());
  }

  private record Flipped(PastDecision past, Signals signals) {}

  private static List<Flipped> decide(List<PastDecision> page, Trial trial, Tally tally) {
    var flipped = new ArrayList<Flipped>();
    for (var past : page) {
      var signals = trial.signals(past);
      if (tally.add(past, signals, trial.policy().matching(signals)) != past.verdict()) {
        flipped.add(new Flipped(past, signals));
      }
    }
    return flipped;
  }

  private void show(SiteId site, Trial trial, List<Flipped> flipped, ReplayWatcher watcher) {
    for (int from = 0; from < flipped.size(); from += TEXTS_AT_ONCE) {
      var some = flipped.subList(from, Math.min(from + TEXTS_AT_ONCE, flipped.size()));
      var stored = stored(site, some);
      watcher.flipped(some.stream()
          .map(each -> flip(each, trial, stored.get(each.past().id())))
          .toList());
    }
  }

  private Map<CommentId, ModeratedComment> stored(SiteId site, List<Flipped> flipped) {
    var byId = new HashMap<CommentId, ModeratedComment>();
    comments
        .findAll(site, flipped.stream().map(each -> each.past().id()).toList())
        .await()
        .forEach(found -> byId.put(found.comment().id(), found));
    return byId;
  }

  private static Flip flip(Flipped flipped, Trial trial, @Nullable ModeratedComment stored) {
    var past = flipped.past();
    List<Reason> reasons = stored == null
            || !stored.judgement().decidedAt().equals(past.decidedAt()) // edited in the meantime
        ? List.of()
        : stored.judgement().decision().reasons();
    return new Flip(
        past.id(),
        past.decidedAt(),
        past.verdict(),
        reasons,
        trial.policy().decide(flipped.signals()),
        past.human(),
        stored == null ? null : firstLine(stored.comment().text()));
  }

  private static String firstLine(String text) {
    var line = text.strip().lines().findFirst().orElse("");
    return line.length() <= LONGEST_LINE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_LINE) - 1))
            + "…";
  }
}
