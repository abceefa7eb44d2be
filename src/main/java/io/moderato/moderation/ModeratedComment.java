package io.moderato.moderation;

import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.CommentId;
import io.moderato.comment.TextFormat;
import io.moderato.policy.Verdict;
import io.moderato.signals.Repeats;
import io.moderato.site.Site;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A comment with everything that belongs to it: the one document that is stored.
 *
 * @param submission see {@link #submissionDigest}; of the first submission, whatever was edited since
 * @param humanDecisions on the present text, oldest first; the last one with a verdict stands
 * @param version 1 at first; grows with every change
 * @param history earlier texts, oldest first
 * @param expiresAt when it is erased; null for never
 */
public record ModeratedComment(
    Comment comment,
    Origin origin,
    ThreadPlace place,
    Judgement judgement,
    List<HumanDecision> humanDecisions,
    Status status,
    int version,
    String submission,
    List<Revision> history,
    PendingEvents events,
    @Nullable Instant expiresAt) {
  /** Older ones are dropped, so that a document can't grow without bound. */
  static final int MOST_REVISIONS = 50;

  public ModeratedComment {
    humanDecisions = List.copyOf(humanDecisions);
    history = List.copyOf(history);
  }

  /** Of which nobody has decided anything yet. @param retention how long a rejected comment is kept; null for ever */
  static ModeratedComment first(
      Comment comment,
      Origin origin,
      ThreadPlace place,
      Judgement judgement,
      @Nullable Duration retention) {
    return first(comment, origin, place, judgement, null, retention);
  }

  /** @param beforehand what a person had decided before it came; null for nothing */
  static ModeratedComment first(
      Comment comment,
      Origin origin,
      ThreadPlace place,
      Judgement judgement,
      @Nullable HumanDecision beforehand,
      @Nullable Duration retention) {
    var decisions = beforehand == null ? List.<HumanDecision>of() : List.of(beforehand);
    var status =
        Status.of(standingVerdict(decisions).orElse(judgement.decision().verdict()));
    var at = judgement.decidedAt();
    return new ModeratedComment(
        comment,
        origin,
        place,
        judgement,
        decisions,
        status,
        1,
        submissionDigest(comment),
        List.of(),
        PendingEvents.NONE.and(PendingEvent.of(status, 1, at, Duration.ZERO)),
        expiry(status, at, retention));
  }

  /**
   * One of the past, which nobody is told of.
   *
   * @param then what a person had decided; null for nothing
   * @param retention counted from now on, so that what was rejected long ago is not erased at once
   */
  static ModeratedComment imported(
      Comment comment,
      ThreadPlace place,
      Judgement judgement,
      @Nullable HumanDecision then,
      @Nullable Duration retention) {
    var decisions = then == null ? List.<HumanDecision>of() : List.of(then);
    var verdict = standingVerdict(decisions).orElse(judgement.decision().verdict());
    var status = Status.of(verdict);
    return first(comment, Origin.by("import"), place, judgement, null)
        .restored(decisions, status, expiry(status, judgement.decidedAt(), retention));
  }

  private ModeratedComment restored(
      List<HumanDecision> decisions, Status status, @Nullable Instant expiresAt) {
    return new ModeratedComment(
        comment,
        origin,
        place,
        judgement,
        decisions,
        status,
        version,
        submission,
        history,
        PendingEvents.NONE,
        expiresAt);
  }

  ModeratedComment by(Author author) {
    return new ModeratedComment(
        comment.withAuthor(author),
        origin,
        place,
        judgement,
        humanDecisions,
        status,
        version,
        submission,
        history,
        events,
        expiresAt);
  }

  ModeratedComment edited(
      String text, TextFormat format, Judgement judgement, @Nullable Duration retention) {
    var status = Status.of(judgement.decision().verdict());
    var at = judgement.decidedAt();
    var replaced = new Revision(
        version,
        comment.text(),
        comment.format(),
        verdict(),
        humanDecisions,
        this.judgement.decidedAt());
    return new ModeratedComment(
        comment.withText(text, format),
        origin,
        place,
        judgement,
        List.of(),
        status,
        version + 1,
        submission,
        latest(with(history, replaced)),
        events.and(PendingEvent.of(status, version + 1, at, Duration.ZERO)),
        expiry(status, at, retention));
  }

  ModeratedComment withdrawn(Instant at, @Nullable Duration retention) {
    return with(
        humanDecisions, Status.WITHDRAWN, at, told(Status.WITHDRAWN, at, Duration.ZERO), retention);
  }

  /** A person decides; a withdrawn comment stays withdrawn. */
  public ModeratedComment decided(HumanDecision decision, @Nullable Duration retention) {
    var decisions = latest(with(humanDecisions, decision));
    var status = statusAfter(decisions);
    var told = told(status, decision.at(), PendingEvent.GRACE);
    return with(decisions, status, decision.at(), told, retention);
  }

  /** Takes the latest human decision back, see {@link #undone(HumanDecision, Instant, Duration)}. */
  public ModeratedComment undone(Instant at, @Nullable Duration retention) {
    return undone(humanDecisions.get(humanDecisions.size() - 1), at, retention);
  }

  /** Takes a human decision back; what the others say stands. Who was not told of it yet never will be. */
  public ModeratedComment undone(HumanDecision decision, Instant at, @Nullable Duration retention) {
    var decisions = new ArrayList<>(humanDecisions);
    decisions.remove(decisions.lastIndexOf(decision));
    var status = statusAfter(decisions);
    var told = status != this.status && events.canTakeBack(decision.at())
        ? events.withoutLast(at)
        : told(status, at, Duration.ZERO);
    return with(decisions, status, at, told, retention);
  }

  private PendingEvents told(Status status, Instant at, Duration grace) {
    return status == this.status
        ? events.changed(at)
        : events.and(PendingEvent.of(status, version + 1, at, grace));
  }

  /** Without events where nobody of the site's wants to hear them. */
  public ModeratedComment heardBy(Site site) {
    return site.listens() || origin.callback() != null ? this : with(events.withoutAny());
  }

  private ModeratedComment with(PendingEvents events) {
    return new ModeratedComment(
        comment,
        origin,
        place,
        judgement,
        humanDecisions,
        status,
        version,
        submission,
        history,
        events,
        expiresAt);
  }

  private ModeratedComment with(
      List<HumanDecision> decisions,
      Status status,
      Instant at,
      PendingEvents told,
      @Nullable Duration retention) {
    var expiry = status == this.status ? expiresAt : expiry(status, at, retention);
    return new ModeratedComment(
        comment,
        origin,
        place,
        judgement,
        decisions,
        status,
        version + 1,
        submission,
        history,
        told,
        expiry);
  }

  private Status statusAfter(List<HumanDecision> decisions) {
    return status == Status.WITHDRAWN
        ? status
        : Status.of(standingVerdict(decisions).orElse(verdict()));
  }

  /** The verdict of the person who decided last, if any did. */
  public Optional<Verdict> humanVerdict() {
    return standingVerdict(humanDecisions);
  }

  /** When a person last said something of its text that can be learnt from; empty where nobody did, and once it is withdrawn. */
  Optional<Instant> taughtAt() {
    return status == Status.WITHDRAWN
        ? Optional.empty()
        : humanDecisions.stream().map(HumanDecision::at).max(Comparator.naturalOrder());
  }

  /** Whether the person who decided last passed it on to others. */
  public boolean isEscalated() {
    return status == Status.HELD && humanVerdict().equals(Optional.of(Verdict.HOLD));
  }

  /** Why people are to look at it though it is shown; empty where they need not, or have. */
  public Optional<Draw> draw() {
    return status == Status.APPROVED && humanVerdict().isEmpty()
        ? Optional.ofNullable(judgement.draw())
        : Optional.empty();
  }

  /** Whether people are to decide on it: it is held, or was drawn. */
  public boolean isInQueue() {
    return status == Status.HELD || draw().isPresent();
  }

  /** The first comment of those that it repeats; empty where it is the first itself, or like no other. */
  public Optional<CommentId> campaign() {
    return Optional.ofNullable(judgement.signals().repeats())
        .map(Repeats::campaign)
        .map(CommentId::new);
  }

  private static Optional<Verdict> standingVerdict(List<HumanDecision> decisions) {
    return HumanDecision.standing(decisions).map(HumanDecision::verdict);
  }

  /** Whether readers see it, or saw it with an earlier text. */
  boolean wasShown() {
    return status == Status.APPROVED || history.stream().anyMatch(ModeratedComment::wasApproved);
  }

  private static boolean wasApproved(Revision revision) {
    return standingVerdict(revision.humanDecisions()).orElse(revision.verdict()) == Verdict.APPROVE;
  }

  /** Whether the person who decided last, on this text or an earlier one, rejected it; known even when that text is no longer kept. */
  boolean wasRejectedLast() {
    return humanVerdict()
        .or(this::humanVerdictBefore)
        .map(verdict -> verdict == Verdict.REJECT)
        .orElse(judgement.signals().edit().afterRejection());
  }

  private Optional<Verdict> humanVerdictBefore() {
    return standingVerdict(
        history.stream().flatMap(text -> text.humanDecisions().stream()).toList());
  }

  /** What became of it, for the record of its author. */
  Outcome outcome() {
    return switch (status) {
      case APPROVED -> verdict() == Verdict.APPROVE ? Outcome.APPROVED : Outcome.CORRECTED;
      case HELD -> Outcome.HELD;
      case REJECTED -> Outcome.REJECTED;
      case WITHDRAWN -> Outcome.WITHDRAWN;
    };
  }

  /** When its text, its status, its time to be erased, or what people say of it last changed. */
  Instant changedAt() {
    var changedAt = events.changedAt();
    return changedAt == null ? judgement.decidedAt() : changedAt;
  }

  /** When it came, which an edit does not change. */
  Instant cameAt() {
    return history.isEmpty() ? judgement.decidedAt() : history.get(0).decidedAt();
  }

  /** The policy's. */
  public Verdict verdict() {
    return judgement.decision().verdict();
  }

  /** What makes two submissions of one id the same: post, format and text, as SHA-256 in hexadecimal. */
  static String submissionDigest(Comment comment) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      Stream.of(comment.post().value(), comment.format().word(), comment.text()).forEach(part -> {
        sha.update(part.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0xff); // never in UTF-8
      });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static @Nullable Instant expiry(Status status, Instant at, @Nullable Duration retention) {
    var passing = status == Status.REJECTED || status == Status.WITHDRAWN;
    return passing && retention != null ? at.plus(retention) : null;
  }

  private static <T> List<T> with(List<T> list, T last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }

  private static <T> List<T> latest(List<T> list) {
    return list.subList(Math.max(0, list.size() - MOST_REVISIONS), list.size());
  }
}
