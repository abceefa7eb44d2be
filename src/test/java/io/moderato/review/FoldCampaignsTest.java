package io.moderato.review;

import static io.moderato.moderation.ModeratedComments.NOW;
import static io.moderato.review.ReviewRoom.BLOG;
import static io.moderato.review.ReviewRoom.NEWS;
import static io.moderato.review.ReviewRoom.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.audit.Act;
import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.moderation.CommentKey;
import io.moderato.moderation.ModeratedComments;
import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldCampaignsTest {
  @RegisterExtension
  static final ReviewRoom ROOM = new ReviewRoom();

  private static final QueueQuery BY_AGE = QueueQuery.of(Set.of(BLOG), QueueOrder.AGE);

  @Test
  void those_that_repeat_each_other_have_one_row_that_says_how_many_there_are() {
    holds("a-1", NOW);
    holds("lone", NOW.plusSeconds(1));
    repeats("a-2", "a-1", NOW.plusSeconds(2));
    repeats("a-3", "a-1", NOW.plusSeconds(3));

    var page = page(BY_AGE, null, 10);

    assertThat(ids(page)).containsExactly("a-1", "lone");
    assertThat(page.rows()).extracting(QueueRow::campaignSize).containsExactly(3, 1);
    assertThat(page.next()).isNull();
    assertThat(ids(ROOM.queue.page(BY_AGE, null, 10).await()))
        .containsExactly("a-1", "lone", "a-2", "a-3");
  }

  @Test
  void the_first_in_the_order_stands_for_all_whether_it_came_first_or_not() {
    holds("a-1", NOW.plusSeconds(5));
    repeats("a-2", "a-1", NOW);

    assertThat(ids(page(BY_AGE, null, 10))).containsExactly("a-2");
  }

  @Test
  void when_it_is_decided_the_next_one_takes_its_place() {
    holds("a-1", NOW);
    repeats("a-2", "a-1", NOW.plusSeconds(1));
    repeats("a-3", "a-1", NOW.plusSeconds(2));
    ROOM.decide
        .act("moderator:anna", Order.of(BLOG, new CommentId("a-1"), 1, Act.APPROVE))
        .await();

    assertThat(ids(page(BY_AGE, null, 10))).containsExactly("a-2");
    var campaign = new CommentKey(BLOG, new CommentId("a-1"));
    assertThat(ROOM.queue.rowOf(BY_AGE, campaign).await()).hasValueSatisfying(row -> {
      assertThat(row.comment().value()).isEqualTo("a-2");
      assertThat(row.campaignSize()).isEqualTo(2);
    });
    assertThat(ROOM.queue
            .rowOf(BY_AGE, new CommentKey(BLOG, new CommentId("none")))
            .await())
        .isEmpty();
  }

  @Test
  void of_one_campaign_each_comment_has_a_row() {
    holds("a-1", NOW);
    repeats("a-2", "a-1", NOW.plusSeconds(1));
    var campaign = QueueQuery.ofCampaign(BLOG, new CommentId("a-1"));

    assertThat(ids(page(campaign, null, 10))).containsExactly("a-1", "a-2");
    assertThat(ROOM.queue
            .rowOf(campaign, new CommentKey(BLOG, new CommentId("a-1")))
            .await())
        .isEmpty();
  }

  @Test
  void what_the_filter_finds_of_a_campaign_is_folded() {
    holds("a-1", NOW);
    repeats("a-2", "a-1", NOW.plusSeconds(1));
    var second = new QueueQuery(
        Set.of(BLOG),
        QueueOrder.AGE,
        null,
        null,
        null,
        "id:a-a-2",
        null,
        null,
        null,
        null,
        false,
        "");

    assertThat(ids(page(second, null, 10))).containsExactly("a-2");
  }

  @Test
  void a_page_is_filled_with_what_comes_behind_a_campaign() {
    holds("a-0", NOW);
    for (int i = 1; i < 60; i++) {
      repeats("a-" + i, "a-0", NOW.plusSeconds(i));
    }
    for (int i = 0; i < 6; i++) {
      holds("lone-" + i, NOW.plusSeconds(100 + i));
    }

    var first = page(BY_AGE, null, 5);
    var second = page(BY_AGE, first.next(), 5);

    assertThat(ids(first)).containsExactly("a-0", "lone-0", "lone-1", "lone-2", "lone-3");
    assertThat(ids(second)).containsExactly("lone-4", "lone-5");
    assertThat(second.next()).isNull();
  }

  @Test
  void of_a_very_large_one_no_more_is_read_than_may_be_and_the_next_page_goes_on() {
    holds("a-0", NOW);
    for (int i = 1; i < 1300; i++) {
      repeats("a-" + i, "a-0", NOW.plusSeconds(i));
    }
    holds("lone", NOW.plusSeconds(2000));

    var first = page(BY_AGE, null, 50);
    var second = page(BY_AGE, first.next(), 50);

    assertThat(ids(first)).containsExactly("a-0");
    assertThat(ids(second)).containsExactly("lone");
    assertThat(second.next()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void pages_of_any_size_have_each_campaign_of_each_site_once(QueueOrder order) {
    var random = new Random(order.ordinal());
    for (int i = 0; i < 40; i++) {
      var site = random.nextBoolean() ? BLOG : NEWS;
      var label = Label.values()[random.nextInt(3)];
      var at = NOW.minusSeconds(random.nextInt(20));
      var first = new CommentId("c-" + i / 8 * 8);
      ROOM.store(
          i % 8 == 0 || random.nextInt(3) == 0
              ? ModeratedComments.held(comment(site, "c-" + i, "Thanks."), Map.of(label, 0.5), at)
              : ModeratedComments.repeating(
                  comment(site, "c-" + i, "Thanks."), Map.of(label, 0.5), at, first));
    }
    var query = QueueQuery.of(Set.of(BLOG, NEWS), order);
    var expected = firstOfEach(ROOM.queue.page(query, null, 100).await());

    for (int limit : List.of(1, 3, 7, 100)) {
      var found = new ArrayList<String>();
      @Nullable String cursor = null;
      do {
        var page = page(query, cursor, limit);
        assertThat(page.rows().size()).isLessThanOrEqualTo(limit);
        page.rows().forEach(row -> found.add(row.site() + "/" + row.comment()));
        cursor = page.next();
      } while (cursor != null);

      assertThat(found).as("pages of " + limit).isEqualTo(expected);
    }
  }

  private static List<String> firstOfEach(QueuePage all) {
    var first = new TreeMap<String, String>();
    var order = new ArrayList<String>();
    all.rows().forEach(row -> {
      var own = row.site() + "/" + row.comment();
      if (first.putIfAbsent(row.site() + "/" + row.campaign(), own) == null) {
        order.add(own);
      }
    });
    return order;
  }

  private static QueuePage page(QueueQuery query, @Nullable String cursor, int limit) {
    return ROOM.queue.foldedPage(query, cursor, limit).await();
  }

  private static List<String> ids(QueuePage page) {
    return page.rows().stream().map(row -> row.comment().value()).toList();
  }

  private static void holds(String id, Instant at) {
    ROOM.holds(id, Map.of(Label.SPAM, 0.5), at);
  }

  private static void repeats(String id, String first, Instant at) {
    repeats(BLOG, id, first, at);
  }

  private static void repeats(SiteId site, String id, String first, Instant at) {
    ROOM.store(ModeratedComments.repeating(
        comment(site, id, "Thanks."), Map.of(Label.SPAM, 0.5), at, new CommentId(first)));
  }
}
