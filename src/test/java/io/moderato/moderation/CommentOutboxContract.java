package io.moderato.moderation;

import static io.moderato.moderation.ModeratedComments.BLOG;
import static io.moderato.moderation.ModeratedComments.NOW;
import static io.moderato.moderation.ModeratedComments.comment;
import static io.moderato.moderation.ModeratedComments.moderated;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.moderation.CommentOutbox.Due;
import io.moderato.policy.Verdict;
import io.moderato.site.Sites;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class CommentOutboxContract {
  private static final Instant LEASE_END = NOW.plusSeconds(30);

  abstract ModeratedCommentRepository comments();

  abstract CommentOutbox outbox();

  private final ModeratedComment held = moderated(comment("c-1", "Hello."), Verdict.HOLD);

  @Test
  void gives_out_what_is_due_the_longest_waiting_first() {
    var later = moderated(comment("c-0", null, "Later.", NOW), Verdict.APPROVE);
    comments().addIfNew(held).await();
    comments().addIfNew(ModeratedComments.edited(later, "x", Verdict.HOLD, NOW)).await();

    assertThat(outbox().due(NOW.minusMillis(1), 10).await()).isEmpty();
    assertThat(outbox().due(NOW, 10).await()).hasSize(2);
    assertThat(outbox().due(NOW, 1).await()).hasSize(1);
  }

  @Test
  void a_claimed_comment_is_nobody_elses_until_the_lease_ends() {
    comments().addIfNew(held).await();
    var due = onlyDue(NOW);

    var claimed = outbox().claim(due, NOW, LEASE_END).await().orElseThrow();

    assertThat(claimed.events().leavingNow()).isEqualTo(held.events().waiting());
    assertThat(claimed.events().leaving()).isEqualTo(NOW);
    assertThat(outbox().claim(due, NOW, LEASE_END).await()).isEmpty();
    assertThat(outbox().due(NOW.plusSeconds(29), 10).await()).isEmpty();
    assertThat(outbox().due(LEASE_END, 10).await()).hasSize(1);
  }

  @Test
  void of_many_that_claim_at_once_one_gets_it() {
    comments().addIfNew(held).await();
    var due = onlyDue(NOW);

    var claims = Future.all(IntStream.range(0, 16)
            .mapToObj(i -> outbox().claim(due, NOW, LEASE_END))
            .toList())
        .await()
        .<Optional<ModeratedComment>>list();

    assertThat(claims.stream().filter(Optional::isPresent)).hasSize(1);
  }

  @Test
  void what_has_left_is_not_given_out_again_and_what_is_not_due_stays() {
    var approve =
        new HumanDecision(Verdict.APPROVE, Map.of(), "operator", NOW.plusSeconds(1), null);
    comments().addIfNew(held).await();
    comments().replace(held.decided(approve, null)).await();
    var claimed = outbox().claim(onlyDue(NOW), NOW, LEASE_END).await().orElseThrow();

    outbox().left(claimed, LEASE_END).await();

    assertThat(claimed.events().leavingNow()).hasSize(1);
    assertThat(outbox().due(NOW.plusSeconds(10), 10).await()).isEmpty();
    assertThat(outbox().due(NOW.plusSeconds(11), 10).await())
        .containsExactly(new Due(BLOG, held.comment().id(), NOW.plusSeconds(11)));
    assertThat(stored().events().waiting()).extracting(PendingEvent::version).containsExactly(2);
    assertThat(stored().version()).isEqualTo(2);
  }

  @Test
  void a_change_that_did_not_see_the_claim_is_refused_and_one_that_did_loses_no_event() {
    comments().addIfNew(held).await();
    var blind = held.withdrawn(NOW.plusSeconds(1), null);
    var claimed = outbox().claim(onlyDue(NOW), NOW, LEASE_END).await().orElseThrow();

    assertThat(comments().replace(blind).await()).isFalse();
    assertThat(comments().replace(claimed.withdrawn(NOW.plusSeconds(1), null)).await())
        .isTrue();
    outbox().left(claimed, LEASE_END).await();

    assertThat(stored().events().waiting())
        .as("the first one is given out twice rather than never")
        .extracting(PendingEvent::version)
        .containsExactly(1, 2);
    assertThat(outbox().due(NOW.plusSeconds(1), 10).await()).hasSize(1);
  }

  @Test
  void whoever_comes_back_after_the_lease_finishes_nothing() {
    comments().addIfNew(held).await();
    var slow = outbox().claim(onlyDue(NOW), NOW, LEASE_END).await().orElseThrow();
    var secondEnd = LEASE_END.plusSeconds(30);
    assertThat(outbox().claim(onlyDue(LEASE_END), LEASE_END, secondEnd).await()).isPresent();

    outbox().left(slow, LEASE_END).await();

    assertThat(stored().events().waiting()).hasSize(1);
  }

  @Test
  void a_comment_without_events_is_never_due() {
    comments().addIfNew(held.heardBy(Sites.site("blog"))).await();

    assertThat(outbox().due(Instant.parse("2100-01-01T00:00:00Z"), 10).await()).isEmpty();
  }

  private Due onlyDue(Instant now) {
    List<Due> due = outbox().due(now, 10).await();
    assertThat(due).hasSize(1);
    return due.get(0);
  }

  private ModeratedComment stored() {
    return comments().find(BLOG, held.comment().id()).await().orElseThrow();
  }
}
