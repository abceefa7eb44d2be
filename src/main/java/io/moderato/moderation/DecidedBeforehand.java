package io.moderato.moderation;

import io.vertx.core.Future;
import java.util.Optional;

/** What people have decided of comments before they come. */
public interface DecidedBeforehand {
  /** For who decides on what is there alone. */
  DecidedBeforehand NOTHING = arrival -> Future.succeededFuture(Optional.empty());

  /**
   * A person's decision on a comment that is about to be stored, written down already; empty where there is none. Fails with {@code
   * StoreUnavailableException} while the store can't be used.
   */
  Future<Optional<HumanDecision>> on(ModeratedComment arrival);
}
