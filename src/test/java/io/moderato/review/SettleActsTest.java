package io.moderato.review;

import static io.moderato.review.ReviewRoom.BLOG;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditIds;
import io.moderato.comment.CommentId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettleActsTest {
  @RegisterExtension
  static final ReviewRoom ROOM = new ReviewRoom();

  private static final String ANNA = "moderator:anna";
  private static final CommentId C1 = new CommentId("c-1");

  private SettleActs settle;

  @BeforeEach
  void open() {
    settle = new SettleActs(ROOM.audit, ROOM.comments, new AuditIds(ROOM.clock), ROOM.clock);
  }

  @Test
  void an_act_that_was_written_down_and_never_done_came_to_nothing() {
    ROOM.holds("c-1");
    var entry = writtenDownOnly();
    ROOM.clock.advance(Duration.ofMinutes(2));

    assertThat(settle.settle(ROOM.clock.instant()).await()).isEqualTo(1);

    var refusal = ROOM.writtenDown().get(1);
    assertThat(refusal.act()).isEqualTo(Act.REFUSED);
    assertThat(refusal.facts())
        .isEqualTo(Map.of("of", entry.id(), "why", "The service stopped before it was done."));
    assertThat(settle.settle(ROOM.clock.instant()).await()).isZero();
  }

  @Test
  void what_may_be_under_way_is_left_alone() {
    ROOM.holds("c-1");
    writtenDownOnly();

    assertThat(settle.settle(ROOM.clock.instant()).await()).isZero();
  }

  @Test
  void what_was_done_or_taken_back_stands() {
    ROOM.holds("c-1");
    var done = (ActOutcome.Done)
        ROOM.decide.act(ANNA, Order.of(BLOG, C1, 1, Act.REJECT)).await();
    ROOM.undo.undo(ANNA, site -> true, done.entry().id()).await();
    ROOM.decide.act(ANNA, Order.of(BLOG, C1, 3, Act.APPROVE)).await();
    ROOM.clock.advance(Duration.ofMinutes(2));

    assertThat(settle.settle(ROOM.clock.instant()).await()).isZero();
  }

  private static AuditEntry writtenDownOnly() {
    var entry = AuditEntry.of(
            new AuditIds(ROOM.clock).get(), ROOM.clock.instant(), ANNA, Act.APPROVE)
        .on(BLOG, C1, "id:a-c-1");
    ROOM.audit.add(entry).await();
    return entry;
  }
}
