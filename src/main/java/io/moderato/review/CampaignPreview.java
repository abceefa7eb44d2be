package io.moderato.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an act on a campaign would be done to.
 *
 * @param held how many wait
 * @param approved by the policy alone
 * @param rejected by the policy alone
 * @param settled decided by people, and left alone
 * @param sample a few of those that are not settled
 * @param standing what is decided of those that come; null for nothing
 * @param asOf to be given with the act
 */
public record CampaignPreview(
    int held,
    int approved,
    int rejected,
    int settled,
    List<QueueRow> sample,
    @Nullable CampaignDecision standing,
    Instant asOf) {
  public CampaignPreview {
    sample = List.copyOf(sample);
  }

  /** Of all that is not settled. */
  public int count() {
    return held + approved + rejected;
  }
}
