package io.moderato.moderation;

import io.moderato.classify.Label;
import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import io.moderato.policy.Decision;
import io.moderato.policy.Reason;
import io.moderato.policy.Verdict;
import io.moderato.signals.Repeats;
import io.moderato.signals.Signals;
import io.moderato.signals.SomeSignals;
import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comments for tests. */
public final class ModeratedComments {
  public static final SiteId BLOG = new SiteId("blog");
  public static final PostId POST = new PostId("p-1");
  public static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

  private ModeratedComments() {}

  public static Comment comment(String id, String text) {
    return comment(id, null, text, NOW);
  }

  static Comment comment(String id, @Nullable String parent, String text, Instant at) {
    return new Comment(
        BLOG,
        new CommentId(id),
        POST,
        parent == null ? null : new CommentId(parent),
        Author.UNKNOWN,
        text,
        TextFormat.TEXT,
        at,
        false,
        null);
  }

  static Judgement judgement(Verdict verdict) {
    return judgement(verdict, NOW);
  }

  public static Judgement judgement(Verdict verdict, Instant at) {
    var signals = SomeSignals.of(Map.of(Label.SPAM, 0.5));
    List<Reason> reasons = verdict == Verdict.APPROVE
        ? List.of()
        : List.of(new Reason(
            "spam", "Spam (0.50).", verdict, Label.SPAM, 0.5, List.of(), List.of(), null));
    return new Judgement(
        signals, List.of(), new Decision(verdict, reasons, "test@1"), false, "base@1", at);
  }

  /** On the post itself, without retention. */
  public static ModeratedComment moderated(Comment comment, Verdict verdict) {
    return moderated(comment, judgement(verdict));
  }

  /** On the post itself, without retention. */
  public static ModeratedComment moderated(Comment comment, Judgement judgement) {
    return ModeratedComment.first(
        comment, Origin.NATIVE, ThreadPlace.root(comment), judgement, null);
  }

  /** Waits since that time, with these scores; a rule named after each label of 0.5 and more has matched. */
  public static ModeratedComment held(Comment comment, Map<Label, Double> scores, Instant at) {
    return held(comment, SomeSignals.of(scores), at);
  }

  /** As {@link #held(Comment, Map, Instant)}, and repeats another comment. */
  public static ModeratedComment repeating(
      Comment comment, Map<Label, Double> scores, Instant at, CommentId first) {
    var bare = SomeSignals.of(scores);
    var signals = new Signals(
        bare.scores(),
        bare.language(),
        bare.shape(),
        bare.links(),
        bare.form(),
        bare.lists(),
        bare.edit(),
        new Repeats(1, 1, 1, 1, first.value()),
        bare.pace(),
        bare.author(),
        bare.relevance(),
        bare.corrections());
    return held(comment, signals, at);
  }

  private static ModeratedComment held(Comment comment, Signals signals, Instant at) {
    var reasons = signals.scores().byLabel().entrySet().stream()
        .filter(score -> score.getValue() >= 0.5)
        .map(score -> new Reason(
            score.getKey().name().toLowerCase(Locale.ROOT),
            "Looks like it.",
            Verdict.HOLD,
            score.getKey(),
            score.getValue(),
            List.of(),
            List.of(),
            null))
        .toList();
    var judgement = new Judgement(
        signals, List.of(), new Decision(Verdict.HOLD, reasons, "test@1"), false, "base@1", at);
    return ModeratedComment.first(
        comment, Origin.NATIVE, ThreadPlace.root(comment), judgement, null);
  }

  static ModeratedComment approved(String id, Instant at) {
    return moderated(comment(id, null, "Thanks.", at), Verdict.APPROVE);
  }

  static ModeratedComment reply(ModeratedComment parent, String id, Instant at) {
    var comment = comment(id, parent.comment().id().value(), "You are welcome.", at);
    return ModeratedComment.first(
        comment,
        Origin.NATIVE,
        ThreadPlace.below(parent.place(), comment),
        judgement(Verdict.APPROVE),
        null);
  }

  /** The same comment with another text, judged so at that time. */
  public static ModeratedComment edited(
      ModeratedComment comment, String text, Verdict verdict, Instant at) {
    return comment.edited(text, TextFormat.TEXT, judgement(verdict, at), null);
  }

  /** The same comment, whose sender wants to hear of it at the address. */
  public static ModeratedComment calledBack(ModeratedComment comment, String url) {
    return new ModeratedComment(
        comment.comment(),
        new Origin("akismet", new Callback(url, "k-1", Map.of())),
        comment.place(),
        comment.judgement(),
        comment.humanDecisions(),
        comment.status(),
        comment.version(),
        comment.submission(),
        comment.history(),
        comment.events(),
        comment.expiresAt());
  }
}
