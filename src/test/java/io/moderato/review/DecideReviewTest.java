package io.moderato.review;

import static io.moderato.moderation.ModeratedComments.NOW;
import static io.moderato.review.ReviewRoom.BLOG;
import static io.moderato.review.ReviewRoom.NEWS;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.moderation.HumanDecision;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.Status;
import io.moderato.policy.Verdict;
import io.moderato.review.ActOutcome.Absent;
import io.moderato.review.ActOutcome.Done;
import io.moderato.review.ActOutcome.HeldByAnother;
import io.moderato.review.ActOutcome.LostRace;
import io.moderato.review.ActOutcome.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecideReviewTest {
  @RegisterExtension
  static final ReviewRoom ROOM = new ReviewRoom();

  private static final String ANNA = "moderator:anna";
  private static final String BEN = "moderator:ben";
  private static final CommentId C1 = new CommentId("c-1");

  @ParameterizedTest
  @CsvSource({"APPROVE,APPROVED", "REJECT,REJECTED", "SPAM,REJECTED", "ESCALATE,HELD"})
  void an_act_decides_what_becomes_of_the_comment(Act act, Status status) {
    ROOM.holds("c-1");

    var done = (Done) act(ANNA, act, 1);

    assertThat(done.comment()).isEqualTo(ROOM.stored("c-1"));
    assertThat(done.comment().status()).isEqualTo(status);
    assertThat(done.comment().version()).isEqualTo(2);
  }

  @Test
  void the_decision_stands_in_the_comment_with_its_giver_reason_and_note() {
    ROOM.holds("c-1");
    ROOM.clock.advance(Duration.ofSeconds(90));

    ROOM.decide
        .act(ANNA, Order.of(BLOG, C1, 1, Act.SPAM).saying("advertising", "third time"))
        .await();

    assertThat(ROOM.stored("c-1").humanDecisions())
        .containsExactly(new HumanDecision(
            Verdict.REJECT,
            Map.of(Label.SPAM, true),
            ANNA,
            NOW.plusSeconds(90),
            "third time",
            "advertising"));
  }

  @Test
  void an_act_is_written_down_with_what_was_before_and_after() {
    ROOM.holds("c-1");
    ROOM.clock.advance(Duration.ofSeconds(90));

    var done = (Done) ROOM.decide
        .act(ANNA, Order.of(BLOG, C1, 1, Act.REJECT).saying("off topic", "see rules"))
        .await();

    var expected = new AuditEntry(
        done.entry().id(),
        NOW.plusSeconds(90),
        ANNA,
        Act.REJECT,
        BLOG,
        C1,
        "id:a-c-1",
        null,
        "off topic",
        "see rules",
        Map.of(
            "before", "held",
            "after", "rejected",
            "version", "1",
            "verdict", "HOLD",
            "policy", "test@1",
            "language", "en",
            "label", "SPAM",
            "waited", "90"));
    assertThat(done.entry()).isEqualTo(expected);
    assertThat(ROOM.writtenDown()).containsExactly(expected);
  }

  @Test
  void who_acts_on_an_old_version_is_told_who_was_first() {
    ROOM.holds("c-1");
    act(ANNA, Act.APPROVE, 1);

    var lost = (LostRace) act(BEN, Act.REJECT, 1);

    assertThat(lost.now()).isEqualTo(ROOM.stored("c-1"));
    assertThat(lost.by()).isEqualTo(ROOM.writtenDown().get(0));
    assertThat(ROOM.stored("c-1").status()).isEqualTo(Status.APPROVED);
    assertThat(ROOM.writtenDown()).hasSize(1);
  }

  @Test
  void two_at_the_same_moment_decide_once() {
    ROOM.holds("c-1");

    var one = ROOM.decide.act(ANNA, Order.of(BLOG, C1, 1, Act.APPROVE));
    var other = ROOM.decide.act(BEN, Order.of(BLOG, C1, 1, Act.REJECT));
    var outcomes = List.of(one.await(), other.await());

    assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(LostRace.class::isInstance).hasSize(1);
    assertThat(ROOM.stored("c-1").humanDecisions()).hasSize(1);
  }

  @Test
  void a_lost_race_that_was_written_down_is_said_to_have_come_to_nothing() {
    ROOM.holds("c-1");

    var one = ROOM.decide.act(ANNA, Order.of(BLOG, C1, 1, Act.APPROVE));
    var other = ROOM.decide.act(BEN, Order.of(BLOG, C1, 1, Act.REJECT));
    one.await();
    other.await();

    var entries = ROOM.writtenDown();
    var refused = entries.stream()
        .filter(entry -> entry.act() == Act.REFUSED)
        .map(entry -> entry.facts().get("of"))
        .toList();
    assertThat(entries)
        .filteredOn(entry -> entry.act() != Act.REFUSED && !refused.contains(entry.id()))
        .extracting(AuditEntry::who)
        .containsExactly(ROOM.stored("c-1").humanDecisions().get(0).by());
  }

  @Test
  void what_another_looks_at_is_left_to_them() {
    ROOM.holds("c-1");
    var claim = ROOM.claims.claim(BLOG, C1, BEN, false).await();

    assertThat(act(ANNA, Act.APPROVE, 1)).isEqualTo(new HeldByAnother(claim));

    assertThat(ROOM.stored("c-1").status()).isEqualTo(Status.HELD);
    assertThat(ROOM.writtenDown()).isEmpty();
  }

  @Test
  void a_decision_ends_the_claim() {
    ROOM.holds("c-1");
    ROOM.claims.claim(BLOG, C1, ANNA, false).await();

    act(ANNA, Act.APPROVE, 1);

    assertThat(ROOM.claims.of(BLOG, C1).await()).isEmpty();
  }

  @Test
  void what_is_not_there_is_absent() {
    assertThat(act(ANNA, Act.APPROVE, 1)).isEqualTo(new Absent());
    assertThat(ROOM.decide
            .act(ANNA, Order.of(new io.moderato.site.SiteId("none"), C1, 1, Act.APPROVE))
            .await())
        .isEqualTo(new Absent());
  }

  @Test
  void a_comment_of_another_site_is_not_found_by_its_id() {
    ROOM.holds("c-1");

    assertThat(ROOM.decide.act(ANNA, Order.of(NEWS, C1, 1, Act.APPROVE)).await())
        .isEqualTo(new Absent());
  }

  @Test
  void a_note_of_more_than_2000_characters_is_refused() {
    ROOM.holds("c-1");

    var outcome = ROOM.decide
        .act(ANNA, Order.of(BLOG, C1, 1, Act.APPROVE).saying(null, "x".repeat(10_000)))
        .await();

    assertThat(outcome).isEqualTo(new Refused("A note has at most 2,000 characters."));
    assertThat(ROOM.writtenDown()).isEmpty();
  }

  @Test
  void a_note_changes_nothing_but_what_is_written_down() {
    var held = ROOM.holds("c-1");

    ROOM.decide
        .act(ANNA, Order.of(BLOG, C1, 7, Act.NOTE).saying(null, "ask Ben"))
        .await();

    assertThat(ROOM.stored("c-1")).isEqualTo(held);
    assertThat(ROOM.writtenDown()).extracting(AuditEntry::note).containsExactly("ask Ben");
  }

  @Test
  void what_is_escalated_waits_on_before_the_others() {
    ROOM.holds("c-1");
    ROOM.holds("c-2", Map.of(Label.THREAT, 0.5), NOW);

    act(ANNA, Act.ESCALATE, 1);

    var query = QueueQuery.of(Set.of(BLOG), QueueOrder.PRIORITY);
    var rows = ROOM.queue.page(query, null, 10).await().rows();
    assertThat(rows).extracting(QueueRow::comment).containsExactly(C1, new CommentId("c-2"));
    assertThat(rows).extracting(QueueRow::escalated).containsExactly(true, false);
  }

  @Test
  void a_wrong_reason_sets_labels_right_without_deciding() {
    ROOM.holds("c-1");

    ROOM.decide
        .act(
            ANNA, new Order(BLOG, C1, 1, Act.WRONG_REASON, "spam", null, Map.of(Label.SPAM, false)))
        .await();

    assertThat(ROOM.stored("c-1"))
        .extracting(ModeratedComment::status, ModeratedComment::humanVerdict)
        .containsExactly(Status.HELD, java.util.Optional.empty());
    assertThat(ROOM.stored("c-1").humanDecisions())
        .extracting(HumanDecision::labels)
        .containsExactly(Map.of(Label.SPAM, false));
  }

  @Test
  void a_reason_may_be_called_wrong_while_somebody_else_looks_at_the_comment() {
    ROOM.holds("c-1");
    ROOM.claims.claim(BLOG, C1, BEN, false).await();

    var outcome = ROOM.decide
        .act(ANNA, new Order(BLOG, C1, 1, Act.WRONG_REASON, "spam", null, Map.of()))
        .await();

    assertThat(outcome).isInstanceOf(ActOutcome.Done.class);
    assertThat(ROOM.claims.of(BLOG, C1).await()).map(Claim::holder).contains(BEN);
  }

  @Test
  void everybody_who_listens_hears_of_it() throws Exception {
    ROOM.holds("c-1");
    var heard = new java.util.concurrent.LinkedBlockingQueue<ReviewEvent>();

    try (var listening = ROOM.events.listen(heard::add)) {
      act(ANNA, Act.APPROVE, 1);

      assertThat(heard.poll(10, java.util.concurrent.TimeUnit.SECONDS))
          .isEqualTo(new ReviewEvent(BLOG, C1, ReviewEvent.What.DECIDED, ANNA, NOW));
      assertThat(listening).isNotNull();
    }
  }

  private static ActOutcome act(String who, Act act, int version) {
    return ROOM.decide.act(who, Order.of(BLOG, C1, version, act)).await();
  }
}
