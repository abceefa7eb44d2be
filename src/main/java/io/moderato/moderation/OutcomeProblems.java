package io.moderato.moderation;

import io.moderato.http.Problem;
import io.moderato.http.ProblemType;
import io.moderato.moderation.Moderated.Absent;
import io.moderato.moderation.Moderated.Conflict;
import io.moderato.moderation.Moderated.Invalid;

/** What a caller is told where nothing came of a submission or a change. */
public final class OutcomeProblems {
  private OutcomeProblems() {}

  /** @throws IllegalArgumentException for an outcome that holds a comment */
  public static Problem of(Moderated outcome) {
    if (outcome instanceof Conflict conflict) {
      return Problem.of(ProblemType.CONFLICT, conflict.why());
    }
    if (outcome instanceof Invalid invalid) {
      return Problem.at(ProblemType.INVALID_REQUEST, invalid.pointer(), invalid.why());
    }
    if (outcome instanceof Absent) {
      return Problem.of(ProblemType.NOT_FOUND, "The site has no such comment.");
    }
    throw new IllegalArgumentException("no problem: " + outcome);
  }
}
