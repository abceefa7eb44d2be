package io.moderato.review;

import static io.moderato.moderation.ModeratedComments.NOW;
import static io.moderato.review.ReviewRoom.BLOG;
import static io.moderato.review.ReviewRoom.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.audit.Act;
import io.moderato.comment.CommentId;
import io.moderato.moderation.ModeratedComments;
import io.moderato.policy.Verdict;
import io.moderato.review.ReviewEvent.What;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens in the store is heard by another process, which here is only another {@code ReviewEvents}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowReviewTest {
  @RegisterExtension
  static final ReviewRoom ROOM = new ReviewRoom();

  private static final String ANNA = "moderator:anna";
  private static final CommentId C1 = new CommentId("c-1");

  private final BlockingQueue<ReviewEvent> heard = new LinkedBlockingQueue<>();
  private ReviewEvents.Listening listening;
  private FollowReview follow;

  @BeforeEach
  void listen() {
    var elsewhere = new ReviewEvents(ROOM.vertx());
    follow = new FollowReview(
        ROOM.changes,
        ROOM.claims,
        elsewhere,
        new ClaimReview(ROOM.claims, elsewhere, ROOM.clock),
        ROOM.clock);
    listening = elsewhere.listen(heard::add);
  }

  @AfterEach
  void stop() {
    listening.close();
  }

  @Test
  void what_came_was_claimed_and_decided_elsewhere_is_heard_once() throws Exception {
    ROOM.holds("c-1");
    look();
    assertThat(next()).isEqualTo(new ReviewEvent(BLOG, C1, What.ARRIVED, null, NOW));

    ROOM.claims.claim(BLOG, C1, ANNA, false).await();
    look();
    assertThat(next()).isEqualTo(new ReviewEvent(BLOG, C1, What.CLAIMED, ANNA, NOW));

    ROOM.clock.advance(Duration.ofMillis(1));
    ROOM.decide.act(ANNA, Order.of(BLOG, C1, 1, Act.APPROVE)).await();
    look();
    look();
    assertThat(next()).isEqualTo(new ReviewEvent(BLOG, C1, What.DECIDED, ANNA, NOW.plusMillis(1)));
    assertThat(heard).isEmpty();
  }

  @Test
  void what_was_escalated_elsewhere_is_told_as_that_and_still_waits() throws Exception {
    ROOM.holds("c-1");
    look();
    assertThat(next().what()).isEqualTo(What.ARRIVED);

    ROOM.clock.advance(Duration.ofMillis(1));
    ROOM.decide.act(ANNA, Order.of(BLOG, C1, 1, Act.ESCALATE)).await();
    look();

    assertThat(next())
        .isEqualTo(new ReviewEvent(BLOG, C1, What.ESCALATED, ANNA, NOW.plusMillis(1)));
  }

  @Test
  void what_was_never_held_is_not_heard_of() {
    ROOM.store(ModeratedComments.moderated(comment(BLOG, "shown", "Thanks."), Verdict.APPROVE));

    look();

    assertThat(heard).isEmpty();
  }

  @Test
  void what_was_there_before_anybody_listened_is_not_told() {
    ROOM.holds("c-1", Map.of(), NOW.minusSeconds(60));

    look();

    assertThat(heard).isEmpty();
  }

  private void look() {
    follow.look().await();
  }

  private ReviewEvent next() throws InterruptedException {
    return heard.poll(10, TimeUnit.SECONDS);
  }
}
