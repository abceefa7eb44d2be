package io.moderato.review;

import static io.moderato.review.ReviewRoom.BLOG;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.moderation.CommentKey;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.ModeratedComments;
import io.moderato.moderation.Status;
import io.moderato.policy.Verdict;
import io.moderato.review.ActOutcome.Done;
import io.moderato.review.Undone.NotRestored;
import io.moderato.signals.AuthorRecord;
import io.moderato.signals.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UndoActsTest {
  @RegisterExtension
  static final ReviewRoom ROOM = new ReviewRoom();

  private static final String ANNA = "moderator:anna";
  private static final String BEN = "moderator:ben";
  private static final CommentId C1 = new CommentId("c-1");
  private static final CommentKey KEY = new CommentKey(BLOG, C1);

  @ParameterizedTest
  @EnumSource(names = {"APPROVE", "REJECT", "SPAM", "ESCALATE"})
  void what_was_decided_waits_again_as_before(Act act) {
    var before = ROOM.holds("c-1");
    var done = act(ANNA, act);
    ROOM.clock.advance(Duration.ofDays(3));

    var undone = undo(ANNA, done.entry().id());

    assertThat(undone).contains(new Undone(1, List.of()));
    var now = ROOM.stored("c-1");
    assertThat(now)
        .extracting(
            ModeratedComment::status, ModeratedComment::humanDecisions, ModeratedComment::version)
        .containsExactly(Status.HELD, List.of(), 3);
    assertThat(now.expiresAt()).isEqualTo(before.expiresAt());
    assertThat(ROOM.queue
            .count(QueueQuery.of(Set.of(BLOG), QueueOrder.PRIORITY), 10)
            .await())
        .isEqualTo(1);
  }

  @Test
  void the_author_s_record_is_as_before() {
    ROOM.holds("c-1");
    var before = record();
    var done = act(ANNA, Act.REJECT);

    undo(ANNA, done.entry().id());

    assertThat(record()).isEqualTo(before).isEqualTo(new AuthorRecord(true, 0, 1, 0, 0));
  }

  private static AuthorRecord record() {
    return ROOM.author.history(BLOG, "id:a-c-1").await().record();
  }

  @Test
  void an_undo_is_written_down_itself() {
    ROOM.holds("c-1");
    var done = act(ANNA, Act.REJECT);

    undo(BEN, done.entry().id());

    var entry = ROOM.writtenDown().get(1);
    assertThat(entry)
        .extracting(AuditEntry::who, AuditEntry::act, AuditEntry::comment)
        .containsExactly(BEN, Act.UNDO, C1);
    assertThat(entry.facts())
        .containsEntry("of", done.entry().id())
        .containsEntry("act", "reject")
        .containsEntry("before", "rejected");
  }

  @Test
  void what_was_taken_back_is_not_taken_back_again() {
    ROOM.holds("c-1");
    var done = act(ANNA, Act.REJECT);
    undo(ANNA, done.entry().id());

    assertThat(undo(ANNA, done.entry().id()))
        .contains(notRestored("It has been taken back already, or came to nothing."));
  }

  @Test
  void what_another_decided_since_stands() {
    ROOM.holds("c-1");
    var first = act(ANNA, Act.REJECT);
    ROOM.decide.act(BEN, Order.of(BLOG, C1, 2, Act.APPROVE)).await();

    assertThat(undo(ANNA, first.entry().id()))
        .contains(notRestored("moderator:ben has decided since."));
    assertThat(ROOM.stored("c-1").status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void labels_that_were_set_right_since_stay() {
    ROOM.holds("c-1");
    var first = act(ANNA, Act.REJECT);
    ROOM.decide
        .act(BEN, new Order(BLOG, C1, 2, Act.WRONG_REASON, "spam", null, Map.of(Label.SPAM, false)))
        .await();

    assertThat(undo(ANNA, first.entry().id())).contains(new Undone(1, List.of()));

    var now = ROOM.stored("c-1");
    assertThat(now.status()).isEqualTo(Status.HELD);
    assertThat(now.humanDecisions()).hasSize(1);
  }

  @Test
  void what_was_decided_of_an_earlier_text_stays_there() {
    ROOM.holds("c-1");
    var done = act(ANNA, Act.APPROVE);
    var edited = ModeratedComments.edited(
        done.comment(), "Another text.", Verdict.HOLD, ROOM.clock.instant());
    ROOM.comments.replace(edited).await();

    assertThat(undo(ANNA, done.entry().id()))
        .contains(notRestored("The comment was edited since; the act was on its earlier text."));
  }

  @Test
  void an_act_on_a_foreign_site_is_like_none() {
    ROOM.holds("c-1");
    var done = act(ANNA, Act.REJECT);

    assertThat(ROOM.undo.undo(BEN, site -> false, done.entry().id()).await()).isEmpty();
    assertThat(undo(BEN, "no such entry")).isEmpty();
    assertThat(ROOM.stored("c-1").status()).isEqualTo(Status.REJECTED);
  }

  @Test
  void trust_and_blocking_are_taken_back_unless_changed_since() {
    var trusted = ROOM.author.judge(ANNA, BLOG, "id:x", Standing.TRUSTED, null).await();
    var blocked =
        ROOM.author.judge(ANNA, BLOG, "id:x", Standing.BLOCKED, "spam").await();

    assertThat(undo(ANNA, trusted.id()))
        .contains(new Undone(
            0, List.of(new NotRestored(null, "The author's standing was changed since."))));
    assertThat(undo(ANNA, blocked.id())).contains(new Undone(1, List.of()));
    assertThat(ROOM.author.history(BLOG, "id:x").await().record().standing())
        .isEqualTo(Standing.TRUSTED);
  }

  private static Optional<Undone> undo(String who, String id) {
    return ROOM.undo.undo(who, site -> true, id).await();
  }

  private static Undone notRestored(String why) {
    return new Undone(0, List.of(new NotRestored(KEY, why)));
  }

  private static Done act(String who, Act act) {
    return (Done) ROOM.decide.act(who, Order.of(BLOG, C1, 1, act)).await();
  }
}
