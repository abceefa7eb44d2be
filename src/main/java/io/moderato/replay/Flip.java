package io.moderato.replay;

import io.moderato.comment.CommentId;
import io.moderato.policy.Decision;
import io.moderato.policy.Reason;
import io.moderato.policy.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment that would have another verdict.
 *
 * @param line the begin of its text; null if it was erased in the meantime
 * @param human what a person decided; null where nobody did
 */
public record Flip(
    CommentId id,
    Instant decidedAt,
    Verdict before,
    List<Reason> reasonsBefore,
    Decision after,
    @Nullable Verdict human,
    @Nullable String line) {
  public Flip {
    reasonsBefore = List.copyOf(reasonsBefore);
  }
}
