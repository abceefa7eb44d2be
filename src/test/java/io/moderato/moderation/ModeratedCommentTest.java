package io.moderato.moderation;

import static io.moderato.moderation.ModeratedComments.NOW;
import static io.moderato.moderation.ModeratedComments.comment;
import static io.moderato.moderation.ModeratedComments.judgement;
import static io.moderato.moderation.ModeratedComments.moderated;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Label;
import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import io.moderato.policy.Decision;
import io.moderato.policy.Verdict;
import io.moderato.signals.Edit;
import io.moderato.signals.SomeSignals;
import io.moderato.site.SiteId;
import io.moderato.site.Sites;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModeratedCommentTest {
  private static final Duration MONTH = Duration.ofDays(30);

  private final Comment comment = comment("c-1", "first");

  @ParameterizedTest
  @CsvSource({"APPROVE, APPROVED", "HOLD, HELD", "REJECT, REJECTED"})
  void a_first_submission_stands_as_its_verdict_says(Verdict verdict, Status status) {
    var first = moderated(comment, verdict);

    assertThat(first)
        .isEqualTo(new ModeratedComment(
            comment,
            Origin.NATIVE,
            ThreadPlace.root(comment),
            judgement(verdict),
            List.of(),
            status,
            1,
            ModeratedComment.submissionDigest(comment),
            List.of(),
            events(new PendingEvent(id(first, 0), status, 1, NOW, NOW)),
            null));
  }

  @Test
  void an_edit_puts_the_earlier_text_into_the_history_and_keeps_the_first_digest() {
    var first = moderated(comment, Verdict.APPROVE);
    var again = judgement(Verdict.HOLD, NOW.plusSeconds(5));

    var edited = first.edited("second", TextFormat.HTML, again, null);

    assertThat(edited)
        .isEqualTo(new ModeratedComment(
            comment.withText("second", TextFormat.HTML),
            Origin.NATIVE,
            first.place(),
            again,
            List.of(),
            Status.HELD,
            2,
            first.submission(),
            List.of(new Revision(1, "first", TextFormat.TEXT, Verdict.APPROVE, List.of(), NOW)),
            events(
                first.events().waiting().get(0),
                new PendingEvent(
                    id(edited, 1), Status.HELD, 2, NOW.plusSeconds(5), NOW.plusSeconds(5))),
            null));
  }

  @Test
  void what_a_person_decided_last_stays_known_through_edits() {
    var first = moderated(comment, Verdict.APPROVE);
    var rejected = first.decided(human(Verdict.REJECT, 1), null);
    var labelled = rejected.decided(
        new HumanDecision(null, Map.of(Label.SPAM, true), "key:k-1", NOW, null), null);
    var edited = edited(labelled, "second");

    assertThat(first.wasRejectedLast()).isFalse();
    assertThat(rejected.wasRejectedLast()).isTrue();
    assertThat(rejected.undone(NOW, null).wasRejectedLast()).isFalse();
    assertThat(labelled.wasRejectedLast()).isTrue();
    assertThat(edited.wasRejectedLast()).isTrue();
    assertThat(edited(edited, "third").wasRejectedLast()).isTrue();
    assertThat(edited.decided(human(Verdict.APPROVE, 2), null).wasRejectedLast())
        .isFalse();
  }

  @Test
  void a_rejection_stays_known_when_its_text_is_no_longer_kept() {
    var edited = moderated(comment, Verdict.APPROVE).decided(human(Verdict.REJECT, 1), null);
    for (int i = 1; i <= ModeratedComment.MOST_REVISIONS + 1; i++) {
      edited = edited(edited, "text " + i);
    }

    assertThat(edited.history()).allMatch(text -> text.humanDecisions().isEmpty());
    assertThat(edited.wasRejectedLast()).isTrue();
  }

  @Test
  void a_withdrawal_keeps_text_judgement_and_history() {
    var edited = moderated(comment, Verdict.APPROVE)
        .edited("second", TextFormat.TEXT, judgement(Verdict.HOLD), null);

    var withdrawn = edited.withdrawn(NOW.plusSeconds(9), MONTH);

    assertThat(withdrawn)
        .isEqualTo(new ModeratedComment(
            edited.comment(),
            Origin.NATIVE,
            edited.place(),
            edited.judgement(),
            List.of(),
            Status.WITHDRAWN,
            3,
            edited.submission(),
            edited.history(),
            withdrawn.events(),
            NOW.plusSeconds(9).plus(MONTH)));
    assertThat(withdrawn.events().waiting())
        .extracting(PendingEvent::type)
        .containsExactly("comment.approved", "comment.held", "comment.withdrawn");
  }

  @Test
  void the_latest_50_earlier_texts_and_events_are_kept() {
    var edited = moderated(comment, Verdict.APPROVE);
    for (int i = 2; i <= 60; i++) {
      edited = edited.edited("text " + i, TextFormat.TEXT, judgement(Verdict.APPROVE), null);
    }

    assertThat(edited.version()).isEqualTo(60);
    assertThat(edited.history())
        .extracting(Revision::version)
        .isEqualTo(IntStream.rangeClosed(10, 59).boxed().toList());
    assertThat(edited.events().waiting()).hasSize(50);
  }

  @ParameterizedTest
  @CsvSource({"APPROVE, false", "HOLD, false", "REJECT, true"})
  void only_what_is_rejected_expires(Verdict verdict, boolean expires) {
    var first = first(verdict, MONTH);
    var edited = moderated(comment, Verdict.APPROVE)
        .edited("second", TextFormat.TEXT, judgement(verdict), MONTH);

    assertThat(first.expiresAt()).isEqualTo(expires ? NOW.plus(MONTH) : null);
    assertThat(edited.expiresAt()).isEqualTo(expires ? NOW.plus(MONTH) : null);
    assertThat(first(verdict, null).expiresAt()).isNull();
  }

  @Test
  void an_edit_that_is_approved_takes_the_expiry_back() {
    var rejected = first(Verdict.REJECT, MONTH);

    assertThat(rejected
            .edited("better", TextFormat.TEXT, judgement(Verdict.APPROVE), MONTH)
            .expiresAt())
        .isNull();
  }

  @Test
  void the_digest_is_of_post_format_and_text_alone() {
    var digest = ModeratedComment.submissionDigest(comment);
    var other = new Comment(
        new SiteId("other"),
        new CommentId("c-2"),
        comment.post(),
        new CommentId("c-0"),
        new Author("u-1", null, null, null, null, null),
        comment.text(),
        comment.format(),
        NOW.plusSeconds(1),
        true,
        null);

    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(ModeratedComment.submissionDigest(other)).isEqualTo(digest);
  }

  @Test
  void another_post_format_or_text_has_another_digest_wherever_one_ends_and_the_next_begins() {
    var digests = new HashSet<String>();

    digests.add(digest("p", TextFormat.TEXT, "x"));
    digests.add(digest("q", TextFormat.TEXT, "x"));
    digests.add(digest("p", TextFormat.HTML, "x"));
    digests.add(digest("p", TextFormat.TEXT, "y"));
    digests.add(digest("p", TextFormat.TEXT, ""));
    digests.add(digest("ptext", TextFormat.TEXT, "x"));
    digests.add(digest("p", TextFormat.TEXT, "textx"));
    digests.add(digest("p", TextFormat.TEXT, "x\u0000"));

    assertThat(digests).hasSize(8);
  }

  private ModeratedComment first(Verdict verdict, @Nullable Duration retention) {
    return ModeratedComment.first(
        comment, Origin.NATIVE, ThreadPlace.root(comment), judgement(verdict), retention);
  }

  private static String digest(String post, TextFormat format, String text) {
    return ModeratedComment.submissionDigest(new Comment(
        new SiteId("blog"),
        new CommentId("c"),
        new PostId(post),
        null,
        Author.UNKNOWN,
        text,
        format,
        NOW,
        false,
        null));
  }

  @Test
  void a_persons_verdict_stands_in_place_of_the_policys_and_is_told() {
    var comment = comment("c-1", "Thanks.");
    var held = ModeratedComment.first(
        comment,
        Origin.NATIVE,
        ThreadPlace.root(comment),
        judgement(Verdict.HOLD),
        Duration.ofDays(30));

    var rejected = held.decided(human(Verdict.REJECT, 1), Duration.ofDays(30));

    assertThat(rejected.status()).isEqualTo(Status.REJECTED);
    assertThat(rejected.verdict()).isEqualTo(Verdict.HOLD);
    assertThat(rejected.humanVerdict()).contains(Verdict.REJECT);
    assertThat(rejected.version()).isEqualTo(2);
    assertThat(rejected.events().waiting())
        .extracting(PendingEvent::type)
        .last()
        .isEqualTo("comment.rejected");
    assertThat(rejected.expiresAt()).isEqualTo(NOW.plusSeconds(1).plus(Duration.ofDays(30)));
  }

  @Test
  void undoing_takes_back_one_decision_after_the_other_down_to_the_policys() {
    var held = ModeratedComments.moderated(comment("c-1", "Thanks."), Verdict.HOLD);
    var twice =
        held.decided(human(Verdict.APPROVE, 1), null).decided(human(Verdict.REJECT, 2), null);

    var once = twice.undone(NOW.plusSeconds(3), null);
    var none = once.undone(NOW.plusSeconds(4), null);

    assertThat(once.status()).isEqualTo(Status.APPROVED);
    assertThat(none.status()).isEqualTo(Status.HELD);
    assertThat(none.humanVerdict()).isEmpty();
    assertThat(none.version()).isEqualTo(5);
    assertThat(none.events().waiting())
        .as("nobody was told of either")
        .extracting(PendingEvent::type)
        .containsExactly("comment.held");
  }

  @Test
  void undoing_what_was_told_or_is_being_told_is_told_as_well() {
    var approved =
        moderated(comment("c-1", "Thanks."), Verdict.HOLD).decided(human(Verdict.APPROVE, 1), null);
    var leaving = taken(approved, NOW.plusSeconds(11));

    var undone = leaving.undone(NOW.plusSeconds(12), null);
    var early = taken(approved, NOW.plusSeconds(10)).undone(NOW.plusSeconds(12), null);

    assertThat(undone.events().waiting())
        .extracting(PendingEvent::type)
        .containsExactly("comment.held", "comment.approved", "comment.held");
    assertThat(early.events().waiting())
        .extracting(PendingEvent::type)
        .containsExactly("comment.held");
  }

  @Test
  void what_people_decide_waits_ten_seconds_and_what_follows_stays_behind_it() {
    var approved =
        moderated(comment("c-1", "Thanks."), Verdict.HOLD).decided(human(Verdict.APPROVE, 1), null);

    var withdrawn = approved.withdrawn(NOW.plusSeconds(2), null);

    assertThat(withdrawn.events().waiting())
        .extracting(PendingEvent::due)
        .containsExactly(NOW, NOW.plusSeconds(11), NOW.plusSeconds(11));
    assertThat(withdrawn.events().waiting())
        .extracting(PendingEvent::version)
        .containsExactly(1, 2, 3);
  }

  @Test
  void where_nobody_listens_no_event_is_kept() {
    var approved = moderated(comment("c-1", "Thanks."), Verdict.APPROVE);

    assertThat(approved.heardBy(Sites.site("blog")).events().waiting()).isEmpty();
    assertThat(approved.heardBy(Sites.listening("blog", "https://blog.example.org/")))
        .isEqualTo(approved);
    var deaf = Sites.listening("blog", "https://blog.example.org/");
    deaf = deaf.withWebhooks(List.of(deaf.webhooks().get(0).withEnabled(false)));
    assertThat(approved.heardBy(deaf).events().waiting()).isEmpty();
  }

  private static ModeratedComment taken(ModeratedComment comment, Instant by) {
    return new ModeratedComment(
        comment.comment(),
        comment.origin(),
        comment.place(),
        comment.judgement(),
        comment.humanDecisions(),
        comment.status(),
        comment.version(),
        comment.submission(),
        comment.history(),
        new PendingEvents(comment.events().waiting(), by, comment.events().changedAt()),
        comment.expiresAt());
  }

  private static PendingEvents events(PendingEvent... events) {
    return new PendingEvents(List.of(events), null, events[events.length - 1].at());
  }

  private static String id(ModeratedComment comment, int event) {
    return comment.events().waiting().get(event).id();
  }

  @Test
  void labels_alone_leave_the_verdict_and_tell_nobody() {
    var approved = ModeratedComments.moderated(comment("c-1", "Thanks."), Verdict.APPROVE);
    var labelled = new HumanDecision(null, Map.of(Label.SPAM, true), "operator", NOW, null);

    var decided = approved.decided(labelled, null);

    assertThat(decided.status()).isEqualTo(Status.APPROVED);
    assertThat(decided.humanVerdict()).isEmpty();
    assertThat(decided.humanDecisions()).containsExactly(labelled);
    assertThat(decided.events()).isEqualTo(approved.events());
  }

  @Test
  void what_people_decided_goes_into_the_history_with_the_text_that_they_saw() {
    var decision = human(Verdict.APPROVE, 1);
    var approved = ModeratedComments.moderated(comment("c-1", "Thanks."), Verdict.HOLD)
        .decided(decision, null);

    var edited = approved.edited("Buy.", TextFormat.TEXT, judgement(Verdict.REJECT), null);

    assertThat(edited.status()).isEqualTo(Status.REJECTED);
    assertThat(edited.humanDecisions()).isEmpty();
    assertThat(edited.history().get(0).humanDecisions()).containsExactly(decision);
  }

  @Test
  void a_withdrawn_comment_stays_withdrawn_whatever_people_say() {
    var withdrawn =
        ModeratedComments.moderated(comment("c-1", "Thanks."), Verdict.HOLD).withdrawn(NOW, null);

    var decided = withdrawn.decided(human(Verdict.REJECT, 1), null);

    assertThat(decided.status()).isEqualTo(Status.WITHDRAWN);
    assertThat(decided.humanVerdict()).contains(Verdict.REJECT);
    assertThat(decided.undone(NOW.plusSeconds(2), null).status()).isEqualTo(Status.WITHDRAWN);
  }

  /** With the signals that are gathered of such an edit. */
  private static ModeratedComment edited(ModeratedComment before, String text) {
    var signals = SomeSignals.of(new Edit(true, true, before.wasRejectedLast(), 0, 0.5));
    var decision = new Decision(Verdict.HOLD, List.of(), "test@1");
    var judgement = new Judgement(signals, List.of(), decision, false, "base@1", NOW);
    return before.edited(text, TextFormat.TEXT, judgement, null);
  }

  private static HumanDecision human(Verdict verdict, long second) {
    return new HumanDecision(verdict, Map.of(), "key:k-1", NOW.plusSeconds(second), null);
  }
}
