package io.moderato.replay;

import io.moderato.classify.Classifier;
import io.moderato.classify.LanguageModels;
import io.moderato.classify.OpenNlpClassifier;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.model.ModelStore;
import io.moderato.model.UnusableModelException;
import io.moderato.phrase.PhraseClassifier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Models that lie beside the one that serves, in folders of their own. Read from the disk each time, away from the event loops. */
public final class CandidateModels {
  /** No score is that high: verdicts are compared, so evidence is not worth its cost. */
  private static final double NO_EVIDENCE = 2;

  private final Vertx vertx;
  private final ModelStore models;
  private final LanguageModels serving;

  /** @param serving the models that a candidate is tried in the midst of, each for its languages */
  public CandidateModels(Vertx vertx, ModelStore models, LanguageModels serving) {
    this.vertx = vertx;
    this.models = models;
    this.serving = serving;
  }

  /**
   * A model that was read.
   *
   * @param version as its card says: {@code base@2026.12}
   */
  public record Candidate(String version, Classifier classifier) {}

  /** Fails with a problem that points at the body's {@code model}, where there is none of that name or it can't be used. */
  public Future<Candidate> load(String name) {
    return vertx
        .executeBlocking(
            () -> {
              var candidate = models.load(name).versioned();
              return new Candidate(
                  candidate.version(),
                  new PhraseClassifier(
                      new OpenNlpClassifier(serving.with(candidate), NO_EVIDENCE)));
            },
            false)
        .recover(failure -> Future.failedFuture(
            failure instanceof UnusableModelException
                ? new ProblemException(
                    Problem.at(
                        ProblemType.INVALID_REQUEST,
                        "/model",
                        "names no model that can be used: it needs a folder of this name in the models' folder, with model.bin and the card.json that belongs to it"))
                : failure));
  }
}
