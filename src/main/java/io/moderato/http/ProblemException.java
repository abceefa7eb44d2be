package io.moderato.http;

/** Carries a problem to the caller's answer; it has no stack trace, since it is an answer and not a defect. */
public final class ProblemException extends RuntimeException {
  private final Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
