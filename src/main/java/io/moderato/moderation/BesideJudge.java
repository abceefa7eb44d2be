package io.moderato.moderation;

import io.moderato.comment.Comment;
import io.moderato.signals.Signals;
import io.moderato.site.Site;
import io.vertx.core.Future;
import java.util.Optional;

/** What decides beside the active policy. */
public interface BesideJudge {
  /** For sites that have nothing beside. */
  BesideJudge NONE = (site, comment, signals) -> Future.succeededFuture(Optional.empty());

  /** Empty where nothing runs beside, or where there was no time for it; never fails, and never waits for the store. */
  Future<Optional<ShadowDecision>> judge(Site site, Comment comment, Signals signals);
}
