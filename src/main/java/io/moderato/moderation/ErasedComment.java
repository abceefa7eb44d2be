package io.moderato.moderation;

import io.moderato.classify.Scores;
import io.moderato.classify.TextShape;
import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.TextFormat;
import io.moderato.policy.Decision;
import io.moderato.signals.Language;
import io.moderato.signals.Links;
import io.moderato.signals.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is left of a comment that is erased: where it stood, and nothing of what it said or who wrote it. It is there for a while only, so that
 * all processes see that it is gone.
 */
public final class ErasedComment {
  static final Duration KEPT = Duration.ofHours(1);

  private static final Signals NOTHING = Signals.ofText(
      new Scores(Map.of()),
      new Language("und", false, true),
      new TextShape(0, 0, 0, 0, false, 0, 0),
      Links.NONE);

  private ErasedComment() {}

  /** Nobody is told of it, nor of what was decided before and not told yet. */
  public static ModeratedComment of(ModeratedComment stored, Instant now) {
    return new ModeratedComment(
        comment(stored.comment()),
        Origin.by(stored.origin().door()),
        stored.place(),
        judgement(stored.judgement()),
        List.of(),
        Status.WITHDRAWN,
        stored.version() + 1,
        "",
        List.of(),
        new PendingEvents(List.of(), stored.events().leaving(), now),
        now.plus(KEPT));
  }

  private static Comment comment(Comment stored) {
    return new Comment(
        stored.site(),
        stored.id(),
        stored.post(),
        stored.parent(),
        Author.UNKNOWN,
        "",
        TextFormat.TEXT,
        stored.submittedAt(),
        false,
        null);
  }

  private static Judgement judgement(Judgement stored) {
    var decision = stored.decision();
    return new Judgement(
        NOTHING,
        List.of(),
        new Decision(decision.verdict(), List.of(), decision.policy()),
        stored.degraded(),
        stored.models(),
        stored.decidedAt());
  }
}
