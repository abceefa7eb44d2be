package io.moderato.transfer.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post of a file.
 *
 * @param id the same for each reading of the file; begins with the platform's name
 * @param body plain text
 * @param line where it begins in the file
 */
public record OldPost(
    String id,
    @Nullable String url,
    @Nullable String title,
    @Nullable String body,
    Instant updatedAt,
    long line) {}
