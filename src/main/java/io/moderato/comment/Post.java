package io.moderato.comment;

import io.moderato.site.SiteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The page commented on; what the platform has not told of it is null. */
public record Post(
    SiteId site,
    PostId id,
    @Nullable String url,
    @Nullable String title,
    @Nullable String body,
    Instant updatedAt) {}
