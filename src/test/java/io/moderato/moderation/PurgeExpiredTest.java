package io.moderato.moderation;

import static io.moderato.moderation.ModeratedComments.comment;
import static io.moderato.moderation.ModeratedComments.judgement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.AdjustableClock;
import io.moderato.mongo.StoreUnavailableException;
import io.moderato.policy.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PurgeExpiredTest {
  private static final Duration MONTH = Duration.ofDays(30);

  private final FakeModeratedCommentRepository comments = new FakeModeratedCommentRepository();
  private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00.123Z");
  private final PurgeExpired purgeExpired = new PurgeExpired(comments, clock);

  @Test
  void a_rejected_comment_is_erased_when_its_retention_is_over() {
    reject(1);

    clock.advance(MONTH.minusMillis(1));
    assertThat(purgeExpired.run().await()).isZero();

    clock.advance(Duration.ofMillis(1));
    assertThat(purgeExpired.run().await()).isEqualTo(1);
    assertThat(comments.all()).isEmpty();
  }

  @Test
  void a_backlog_is_erased_to_the_last_comment() {
    reject(2500);
    clock.advance(MONTH);

    assertThat(purgeExpired.run().await()).isEqualTo(2500);
    assertThat(comments.all()).isEmpty();
  }

  @Test
  void a_store_that_is_down_fails_the_run_and_the_next_makes_up_for_it() {
    reject(3);
    clock.advance(MONTH);
    comments.isDown(true);
    assertThatThrownBy(() -> purgeExpired.run().await())
        .isInstanceOf(StoreUnavailableException.class);

    comments.isDown(false);

    assertThat(purgeExpired.run().await()).isEqualTo(3);
  }

  private void reject(int count) {
    for (int i = 0; i < count; i++) {
      var comment = comment("c-" + i, "Buy followers");
      comments.store(ModeratedComment.first(
          comment, Origin.NATIVE, ThreadPlace.root(comment), judgement(Verdict.REJECT), MONTH));
    }
  }
}
