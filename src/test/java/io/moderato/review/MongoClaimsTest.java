package io.moderato.review;

import static io.moderato.moderation.ModeratedComments.NOW;
import static io.moderato.review.ReviewRoom.BLOG;
import static io.moderato.review.ReviewRoom.NEWS;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.CommentId;
import io.moderato.moderation.CommentKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoClaimsTest {
  @RegisterExtension
  static final ReviewRoom ROOM = new ReviewRoom();

  private static final String ANNA = "moderator:anna";
  private static final String BEN = "moderator:ben";
  private static final CommentId C1 = new CommentId("c-1");

  @Test
  void a_claim_is_for_three_minutes() {
    assertThat(claim(ANNA)).isEqualTo(new Claim(BLOG, C1, ANNA, NOW.plusSeconds(180)));
  }

  @Test
  void who_comes_second_gets_the_claim_of_who_was_first() {
    var first = claim(ANNA);

    assertThat(claim(BEN)).isEqualTo(first);
    assertThat(ROOM.claims.of(BLOG, C1).await()).contains(first);
  }

  @Test
  void the_holder_renews_it() {
    claim(ANNA);
    ROOM.clock.advance(Duration.ofSeconds(100));

    assertThat(claim(ANNA)).isEqualTo(new Claim(BLOG, C1, ANNA, NOW.plusSeconds(280)));
  }

  @Test
  void a_claim_that_ended_hinders_nobody() {
    claim(ANNA);
    ROOM.clock.advance(Claim.LEASE);

    assertThat(ROOM.claims.of(BLOG, C1).await()).isEmpty();
    assertThat(claim(BEN).holder()).isEqualTo(BEN);
  }

  @Test
  void it_can_be_taken_over_on_purpose() {
    claim(ANNA);

    assertThat(ROOM.claims.claim(BLOG, C1, BEN, true).await().holder()).isEqualTo(BEN);
  }

  @Test
  void only_its_holder_releases_it() {
    claim(ANNA);

    ROOM.claims.release(BLOG, C1, BEN).await();
    assertThat(ROOM.claims.of(BLOG, C1).await()).isPresent();

    ROOM.claims.release(BLOG, C1, ANNA).await();
    assertThat(ROOM.claims.of(BLOG, C1).await()).isEmpty();
  }

  @Test
  void of_many_comments_those_that_are_claimed_are_told() {
    var claim = claim(ANNA);
    var key = new CommentKey(BLOG, C1);

    assertThat(ROOM.claims.of(List.of(key, new CommentKey(NEWS, C1))).await())
        .isEqualTo(Map.of(key, claim));
    assertThat(ROOM.claims.of(List.of()).await()).isEmpty();
  }

  @Test
  void of_many_at_once_one_gets_it() {
    var asked = IntStream.range(0, 20)
        .mapToObj(i -> ROOM.claims.claim(BLOG, C1, "moderator:" + i, false))
        .toList();

    var holders = asked.stream().map(each -> each.await().holder()).distinct();

    assertThat(holders).hasSize(1);
  }

  private static Claim claim(String who) {
    return ROOM.claims.claim(BLOG, C1, who, false).await();
  }
}
