package io.moderato.review;

import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps decisions on campaigns; of each campaign there is one at most. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface CampaignDecisions {
  /** In place of an earlier one on the same campaign. */
  Future<Void> put(CampaignDecision decision);

  Future<Optional<CampaignDecision>> find(SiteId site, CommentId campaign);

  Future<Optional<CampaignDecision>> ofBatch(String batch);

  /** Of all sites, those that have not ended, the one that ends first first. */
  Future<List<CampaignDecision>> standing(Instant now, int limit);

  /** False where there is none. */
  Future<Boolean> remove(CampaignDecision decision);
}
