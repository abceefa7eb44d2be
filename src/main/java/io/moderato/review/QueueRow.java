package io.moderato.review;

import io.moderato.classify.Label;
import io.moderato.classify.ReadText;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.moderation.Draw;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.Priority;
import io.moderato.policy.Reason;
import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A comment that waits for a person as the queue shows it.
 *
 * @param author the name; null where the platform told none
 * @param authorKey who it is, to be known again; null where the platform told neither id nor address
 * @param firstLine the begin of the text as a person reads it
 * @param reason the one that weighs most; null where a person holds it
 * @param label whose harm is expected; null where no model scored
 * @param score of that label
 * @param title of the post; null where the platform told none
 * @param campaign the first comment of those that it repeats; its own id where others repeat it, or none do
 * @param campaignSize how many of the campaign wait, itself counted
 * @param draw why it is here though it is shown; null for what is held
 * @param claim null where nobody looks at it
 */
public record QueueRow(
    SiteId site,
    CommentId comment,
    int version,
    Priority priority,
    Instant waitingSince,
    @Nullable String author,
    @Nullable String authorKey,
    String firstLine,
    @Nullable Reason reason,
    @Nullable Label label,
    @Nullable Double score,
    String language,
    PostId post,
    @Nullable String title,
    CommentId campaign,
    int campaignSize,
    String door,
    boolean escalated,
    @Nullable Draw draw,
    @Nullable Claim claim) {
  private static final int LONGEST_LINE = 140;

  static QueueRow of(
      ModeratedComment moderated, @Nullable String title, int campaignSize, @Nullable Claim claim) {
    var comment = moderated.comment();
    var judgement = moderated.judgement();
    var priority = Priority.of(moderated);
    var label = priority.label();
    return new QueueRow(
        comment.site(),
        comment.id(),
        moderated.version(),
        priority,
        priority.since(),
        comment.author().name(),
        comment.author().key(),
        firstLine(ReadText.of(comment.text(), comment.format()).seen()),
        judgement.decision().reasons().stream()
            .max(Comparator.comparing(Reason::verdict))
            .orElse(null),
        label,
        label == null ? null : judgement.signals().scores().byLabel().get(label),
        judgement.signals().language().code(),
        comment.post(),
        title,
        moderated.campaign().orElse(comment.id()),
        campaignSize,
        moderated.origin().door(),
        moderated.isEscalated(),
        moderated.draw().orElse(null),
        claim);
  }

  private static String firstLine(String seen) {
    var line = seen.strip().lines().findFirst().orElse("").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST_LINE) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
  }
}
