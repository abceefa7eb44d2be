package io.moderato.moderation;

import java.time.Instant;

/**
 * A comment of a campaign, as it stands.
 *
 * @param settled whether a person approved or rejected it
 * @param decidedAt when the policy decided
 */
public record CampaignMember(
    CommentKey key, int version, Status status, boolean settled, Instant decidedAt) {}
