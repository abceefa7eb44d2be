package io.moderato.review;

import static io.moderato.moderation.ModeratedComments.NOW;
import static io.moderato.review.ReviewRoom.BLOG;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.comment.CommentId;
import io.moderato.moderation.CommentKey;
import io.moderato.moderation.Status;
import io.moderato.review.BulkOutcome.Refused;
import io.moderato.review.BulkOutcome.Started;
import io.moderato.review.BulkProgress.Failure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BulkActsTest {
  @RegisterExtension
  static final ReviewRoom ROOM = new ReviewRoom();

  private static final String ANNA = "moderator:anna";
  private static final QueueQuery ALL = QueueQuery.of(Set.of(BLOG), QueueOrder.PRIORITY);

  @Test
  void all_of_a_filter_are_counted_and_a_few_shown_before() {
    IntStream.range(0, 7).forEach(i -> ROOM.holds("c-" + i));

    var preview = ROOM.bulk.preview(ALL).await();

    assertThat(preview.count()).isEqualTo(7);
    assertThat(preview.sample()).hasSize(5);
    assertThat(preview.asOf()).isEqualTo(NOW);
  }

  @Test
  void all_of_a_filter_are_decided_each_by_itself() {
    IntStream.range(0, 60).forEach(i -> ROOM.holds("c-" + i));

    var progress = finished(ROOM.bulk
        .act(ANNA, new Selection.Filtered(ALL, NOW), Act.REJECT, "advertising", null)
        .await());

    assertThat(progress).isEqualTo(new BulkProgress(progress.batch(), 60, 60, 0, List.of(), true));
    assertThat(ROOM.queue.count(ALL, 100).await()).isZero();
    assertThat(ROOM.writtenDown())
        .hasSize(60)
        .allMatch(entry -> progress.batch().equals(entry.batch()))
        .extracting(AuditEntry::reason)
        .containsOnly("advertising");
  }

  @Test
  void what_arrived_since_the_preview_is_left_alone() {
    ROOM.holds("seen");
    ROOM.holds("new", Map.of(), NOW.plusMillis(1));

    finished(ROOM.bulk
        .act(ANNA, new Selection.Filtered(ALL, NOW), Act.APPROVE, null, null)
        .await());

    assertThat(ROOM.stored("seen").status()).isEqualTo(Status.APPROVED);
    assertThat(ROOM.stored("new").status()).isEqualTo(Status.HELD);
  }

  @Test
  void what_could_not_be_done_is_said_and_the_rest_done() {
    ROOM.holds("changed");
    ROOM.holds("claimed");
    ROOM.holds("fine");
    ROOM.decide
        .act("moderator:ben", Order.of(BLOG, new CommentId("changed"), 1, Act.APPROVE))
        .await();
    ROOM.claims.claim(BLOG, new CommentId("claimed"), "moderator:ben", false).await();
    var picks = IntStream.range(0, 4)
        .mapToObj(List.of("changed", "claimed", "fine", "gone")::get)
        .map(id -> new Pick(BLOG, new CommentId(id), 1))
        .toList();

    var progress = finished(
        ROOM.bulk.act(ANNA, new Selection.Picked(picks), Act.REJECT, null, null).await());

    assertThat(progress.done()).isEqualTo(1);
    assertThat(progress.failed()).isEqualTo(3);
    assertThat(progress.failures())
        .containsExactlyInAnyOrder(
            failure("changed", "moderator:ben has done something to it since: approve."),
            failure("claimed", "moderator:ben is looking at it."),
            failure("gone", "It is no longer stored."));
  }

  @Test
  void a_batch_is_taken_back_at_once() {
    IntStream.range(0, 60).forEach(i -> ROOM.holds("c-" + i));
    var progress = finished(ROOM.bulk
        .act(ANNA, new Selection.Filtered(ALL, NOW), Act.SPAM, null, null)
        .await());

    var undone = ROOM.undo.undo(ANNA, site -> true, progress.batch()).await();

    assertThat(undone).contains(new Undone(60, List.of()));
    assertThat(ROOM.queue.count(ALL, 100).await()).isEqualTo(60);
  }

  @Test
  void more_than_10000_are_refused_as_a_whole() {
    var picks = IntStream.range(0, 100_000)
        .mapToObj(i -> new Pick(BLOG, new CommentId("c-" + i), 1))
        .toList();

    assertThat(ROOM.bulk
            .act(ANNA, new Selection.Picked(picks), Act.REJECT, null, null)
            .await())
        .isEqualTo(new Refused("At most 10,000 comments can be decided at once; select fewer."));
    assertThat(ROOM.writtenDown()).isEmpty();
  }

  @Test
  void nothing_selected_is_refused() {
    assertThat(ROOM.bulk
            .act(ANNA, new Selection.Picked(List.of()), Act.REJECT, null, null)
            .await())
        .isEqualTo(new Refused("Nothing is selected."));
  }

  @Test
  void the_log_tells_of_a_batch_that_another_process_did() {
    ROOM.holds("c-1");
    var progress = finished(ROOM.bulk
        .act(ANNA, new Selection.Filtered(ALL, NOW), Act.SPAM, null, null)
        .await());
    ROOM.clock.advance(java.time.Duration.ofMinutes(2));
    var elsewhere = new BulkActs(ROOM.queue, ROOM.decide, ROOM.audit, () -> "none", ROOM.clock);

    assertThat(elsewhere.progress(site -> true, progress.batch()).await()).contains(progress);
    assertThat(elsewhere.progress(site -> false, progress.batch()).await()).isEmpty();
    assertThat(elsewhere.progress(site -> true, "none").await()).isEmpty();
  }

  private static Failure failure(String id, String why) {
    return new Failure(new CommentKey(BLOG, new CommentId(id)), why);
  }

  private static BulkProgress finished(BulkOutcome outcome) {
    var batch = ((Started) outcome).progress().batch();
    var progress = ROOM.bulk.progress(site -> true, batch).await().orElseThrow();
    while (!progress.finished()) {
      Thread.onSpinWait();
      progress = ROOM.bulk.progress(site -> true, batch).await().orElseThrow();
    }
    return progress;
  }
}
