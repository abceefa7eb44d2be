package io.moderato.desk;

import java.util.List;

/**
 * A campaign, before it is decided.
 *
 * @param settled how many people have decided on already
 * @param asOf what came later is not meant, unless those that come are
 * @param standing what is decided of those that come, in words; empty for nothing
 * @param batch of that decision, by which all of it is taken back
 * @param days for how long to choose from
 */
public record CampaignView(
    String site,
    String campaign,
    int held,
    int approved,
    int rejected,
    int settled,
    List<RowView> sample,
    String asOf,
    String standing,
    String batch,
    List<Integer> days) {
  int count() {
    return held + approved + rejected;
  }
}
