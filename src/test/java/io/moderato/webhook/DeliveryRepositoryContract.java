package io.moderato.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.site.SiteId;
import io.moderato.webhook.Delivery.State;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class DeliveryRepositoryContract {
  private static final SiteId BLOG = new SiteId("blog");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
  private static final Instant LEASE_END = NOW.plusSeconds(30);

  abstract DeliveryRepository deliveries();

  @Test
  void what_was_added_is_found_as_it_was_and_added_once() {
    var delivery = add("e1", "a", "c-1", 1);
    var toSender = Delivery.first(
        BLOG,
        "callback:blog.example.org",
        "c-1",
        2,
        "e2",
        "comment.held",
        "https://blog.example.org/?a=ü",
        "application/x-www-form-urlencoded",
        "a=1",
        NOW,
        NOW);

    assertThat(deliveries().addIfNew(toSender).await()).isTrue();
    assertThat(deliveries().addIfNew(delivery.anew(LEASE_END)).await()).isFalse();

    assertThat(deliveries().find(BLOG, "a", "e1-a").await()).contains(delivery);
    assertThat(deliveries().find(BLOG, "b", "e1-a").await()).isEmpty();
    assertThat(deliveries().due("blog/callback:blog.example.org", NOW, 9).await())
        .containsExactly(toSender);
  }

  @Test
  void lanes_are_those_where_something_waits() {
    add("e1", "b", "c-1", 1);
    add("e2", "b", "c-2", 1);
    add("e1", "a", "c-1", 1);
    settled(add("e3", "c", "c-3", 1).delivered(200, NOW));

    assertThat(deliveries().lanes("", 9).await()).containsExactly("blog/a", "blog/b");
    assertThat(deliveries().lanes("", 1).await()).containsExactly("blog/a");
    assertThat(deliveries().lanes("blog/a", 9).await()).containsExactly("blog/b");
  }

  @Test
  void of_many_that_claim_at_once_one_gets_it() {
    var delivery = add("e1", "a", "c-1", 1);

    var claims = Future.all(IntStream.range(0, 16)
            .mapToObj(i -> deliveries().claim(delivery, "owner-" + i, LEASE_END))
            .toList())
        .await()
        .<Optional<Delivery>>list();

    assertThat(claims.stream().flatMap(Optional::stream))
        .containsExactly(delivery.claimed(LEASE_END));
    assertThat(deliveries().due("blog/a", LEASE_END.minusMillis(1), 9).await()).isEmpty();
    assertThat(deliveries().due("blog/a", LEASE_END, 9).await()).hasSize(1);
  }

  @Test
  void whoever_lost_the_lease_settles_nothing() {
    var delivery = add("e1", "a", "c-1", 1);
    var slow = deliveries().claim(delivery, "slow", LEASE_END).await().orElseThrow();
    var quick =
        deliveries().claim(slow, "quick", LEASE_END.plusSeconds(30)).await().orElseThrow();

    assertThat(deliveries().settle(slow, "slow", slow.delivered(200, NOW)).await())
        .isFalse();
    assertThat(deliveries().settle(quick, "slow", quick.delivered(200, NOW)).await())
        .isFalse();
    assertThat(deliveries().settle(quick, "quick", quick.delivered(204, NOW)).await())
        .isTrue();

    assertThat(deliveries().find(BLOG, "a", "e1-a").await()).contains(quick.delivered(204, NOW));
    assertThat(deliveries().lanes("", 9).await()).isEmpty();
  }

  @Test
  void knows_what_comes_before_and_wakes_what_comes_after() {
    var first = add("e1", "a", "c-1", 1);
    var third = add("e3", "a", "c-1", 3);
    var second = add("e2", "a", "c-1", 2);
    add("e4", "b", "c-1", 1);
    add("e5", "a", "c-2", 1);

    assertThat(deliveries().before(first).await()).isEmpty();
    assertThat(deliveries().before(third).await()).contains(second);

    var claimed = deliveries().claim(second, "me", LEASE_END).await().orElseThrow();
    deliveries().wakeNext(first, NOW).await();
    assertThat(stored(second)).as("somebody is at it").isEqualTo(claimed);
    deliveries().settle(claimed, "me", claimed.behind(LEASE_END)).await();
    deliveries().wakeNext(first, NOW).await();
    assertThat(stored(second)).isEqualTo(second);
    settled(first.delivered(200, NOW));
    assertThat(deliveries().before(second).await()).isEmpty();
  }

  @Test
  void pages_show_the_newest_first_of_one_webhook_and_state() {
    var one = add("e1", "a", "c-1", 1);
    var two = settled(add("e2", "a", "c-2", 1).givenUp(500, "answered 500", NOW));
    var three = add("e3", "a", "c-3", 1);
    add("e4", "b", "c-4", 1);

    assertThat(page(null, null, 9)).containsExactly(three, two, one);
    assertThat(page(State.DEAD, null, 9)).containsExactly(two);
    assertThat(page(null, null, 1)).containsExactly(three);
    assertThat(page(null, three.id(), 9)).containsExactly(two, one);
  }

  @Test
  void what_is_done_can_be_revived_once() {
    var dead = settled(add("e1", "a", "c-1", 1).givenUp(null, "no connection", NOW));

    assertThat(deliveries().revive(dead, dead.anew(LEASE_END)).await()).isTrue();
    assertThat(deliveries().revive(dead, dead.anew(LEASE_END)).await()).isFalse();

    assertThat(deliveries().due("blog/a", LEASE_END, 9).await())
        .containsExactly(dead.anew(LEASE_END));
  }

  @Test
  void counts_and_dates_what_waits_and_erases_what_is_not_wanted() {
    add("e1", "a", "c-1", 1);
    add("e2", "b", "c-2", 1);
    settled(add("e3", "a", "c-3", 1).delivered(200, NOW));

    assertThat(deliveries().waiting(9).await()).isEqualTo(2);
    assertThat(deliveries().waiting(1).await()).isEqualTo(1);
    assertThat(deliveries().oldest().await()).contains(NOW);
    assertThat(deliveries().eraseLane("blog/a", 9).await()).isEqualTo(1);
    assertThat(deliveries().waiting(9).await()).isEqualTo(1);
    assertThat(page(null, null, 9)).hasSize(1);

    var end = NOW.plus(Delivery.KEPT);
    assertThat(deliveries().purgeExpired(end.minus(Duration.ofMillis(1)), 9).await())
        .isZero();
    assertThat(deliveries().purgeExpired(end, 9).await()).isEqualTo(1);
    assertThat(page(null, null, 9)).isEmpty();
  }

  private Delivery stored(Delivery delivery) {
    return deliveries().find(BLOG, delivery.receiver(), delivery.id()).await().orElseThrow();
  }

  private List<Delivery> page(@Nullable State state, @Nullable String after, int limit) {
    return deliveries().page(BLOG, "a", state, after, limit).await();
  }

  private Delivery add(String event, String webhook, String comment, int version) {
    var delivery = Delivery.first(
        BLOG,
        webhook,
        comment,
        version,
        event,
        "comment.held",
        null,
        "application/json",
        "{}",
        NOW,
        NOW);
    assertThat(deliveries().addIfNew(delivery).await()).isTrue();
    return delivery;
  }

  /** What became of a delivery, stored by whoever claimed it. */
  private Delivery settled(Delivery next) {
    var stored = deliveries().find(BLOG, next.receiver(), next.id()).await().orElseThrow();
    var claimed = deliveries().claim(stored, "me", LEASE_END).await().orElseThrow();
    assertThat(deliveries().settle(claimed, "me", next).await()).isTrue();
    return next;
  }
}
