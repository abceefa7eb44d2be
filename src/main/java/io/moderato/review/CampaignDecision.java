package io.moderato.review;

import io.moderato.audit.Act;
import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided of a campaign's comments that are still to come.
 *
 * @param campaign the comment that the campaign is named after
 * @param act approve, reject or spam
 * @param who decided
 * @param until when it ends by itself
 * @param batch that its acts belong to, those on what was there and those on what comes
 */
public record CampaignDecision(
    SiteId site,
    CommentId campaign,
    Act act,
    String who,
    Instant at,
    Instant until,
    String batch,
    @Nullable String reason,
    @Nullable String note) {}
