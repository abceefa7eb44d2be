package io.moderato.review;

import static io.moderato.moderation.ModeratedComments.NOW;
import static io.moderato.review.ReviewRoom.BLOG;
import static io.moderato.review.ReviewRoom.NEWS;
import static io.moderato.review.ReviewRoom.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.comment.Post;
import io.moderato.comment.PostId;
import io.moderato.moderation.CommentKey;
import io.moderato.moderation.ModeratedComments;
import io.moderato.policy.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewQueueTest {
  @RegisterExtension
  static final ReviewRoom ROOM = new ReviewRoom();

  @Test
  void the_most_urgent_comes_first() {
    ROOM.holds("doubtful-spam", Map.of(Label.SPAM, 0.5), NOW);
    ROOM.holds("certain-spam", Map.of(Label.SPAM, 0.99), NOW);
    ROOM.holds("doubtful-threat", Map.of(Label.THREAT, 0.5), NOW);
    ROOM.holds("waiting-spam", Map.of(Label.SPAM, 0.5), NOW.minus(Duration.ofHours(7)));

    assertThat(ids(QueueOrder.PRIORITY))
        .containsExactly("doubtful-threat", "waiting-spam", "doubtful-spam", "certain-spam");
  }

  @Test
  void what_has_waited_longest_comes_first_by_age() {
    ROOM.holds("new", Map.of(Label.THREAT, 0.5), NOW);
    ROOM.holds("old", Map.of(Label.SPAM, 0.5), NOW.minusSeconds(1));

    assertThat(ids(QueueOrder.AGE)).containsExactly("old", "new");
  }

  @Test
  void the_same_labels_come_together_by_label() {
    ROOM.holds("hate", Map.of(Label.HATE, 0.6), NOW);
    ROOM.holds("spam-1", Map.of(Label.SPAM, 0.5), NOW.minusSeconds(1));
    ROOM.holds("unscored", Map.of(), NOW);
    ROOM.holds("threat", Map.of(Label.THREAT, 0.5), NOW);
    ROOM.holds("spam-2", Map.of(Label.SPAM, 0.5), NOW);

    assertThat(ids(QueueOrder.LABEL))
        .containsExactly("spam-1", "spam-2", "threat", "hate", "unscored");
  }

  @ParameterizedTest
  @EnumSource
  void pages_of_several_sites_follow_each_other_without_a_gap_or_a_repeat(QueueOrder order) {
    for (int i = 0; i < 23; i++) {
      var label = Label.values()[i % 3];
      ROOM.store(ModeratedComments.held(
          comment(i % 2 == 0 ? BLOG : NEWS, "c-" + i, "Thanks."),
          Map.of(label, 0.5),
          NOW.minusSeconds(i / 6)));
    }
    var query = QueueQuery.of(Set.of(BLOG, NEWS), order);
    var whole = keys(ROOM.queue.page(query, null, 100).await());

    var pages = new ArrayList<CommentKey>();
    var page = ROOM.queue.page(query, null, 5).await();
    while (true) {
      pages.addAll(keys(page));
      if (page.next() == null) {
        break;
      }
      page = ROOM.queue.page(query, page.next(), 5).await();
    }

    assertThat(whole).hasSize(23).doesNotHaveDuplicates();
    assertThat(pages).isEqualTo(whole);
  }

  @Test
  void only_what_is_held_waits() {
    ROOM.store(ModeratedComments.moderated(comment(BLOG, "shown", "Thanks."), Verdict.APPROVE));
    ROOM.store(ModeratedComments.moderated(comment(BLOG, "spam", "Thanks."), Verdict.REJECT));
    ROOM.holds("held");

    assertThat(ids(QueueOrder.PRIORITY)).containsExactly("held");
  }

  @Test
  void another_site_s_comments_are_not_shown() {
    ROOM.store(ModeratedComments.held(comment(NEWS, "c-1", "Thanks."), Map.of(), NOW));

    assertThat(ids(QueueOrder.PRIORITY)).isEmpty();
    assertThat(ROOM.queue.count(QueueQuery.of(Set.of(BLOG), QueueOrder.AGE), 10).await())
        .isZero();
  }

  @Test
  void filters_by_each_property() {
    ROOM.holds("threat", Map.of(Label.THREAT, 0.9), NOW);
    ROOM.holds("spam", Map.of(Label.SPAM, 0.9), NOW);

    assertThat(found(new Filter().label(Label.THREAT))).containsExactly("threat");
    assertThat(found(new Filter().rule("spam"))).containsExactly("spam");
    assertThat(found(new Filter().author("id:a-spam"))).containsExactly("spam");
    assertThat(found(new Filter().language("en"))).containsExactly("threat", "spam");
    assertThat(found(new Filter().language("de"))).isEmpty();
    assertThat(found(new Filter().post("p-1"))).containsExactly("threat", "spam");
    assertThat(found(new Filter().door("coral"))).isEmpty();
    assertThat(found(new Filter().rule("spam").label(Label.THREAT))).isEmpty();
    assertThat(found(new Filter().rule("spam").label(Label.SPAM))).containsExactly("spam");
  }

  @Test
  void searches_for_words_of_text_and_name_however_they_are_written() {
    ROOM.store(ModeratedComments.held(
        comment(BLOG, "c-1", "Great V\u00EDew from the tower!"), Map.of(), NOW));
    ROOM.store(ModeratedComments.held(comment(BLOG, "c-2", "From the cellar"), Map.of(), NOW));

    assertThat(found(new Filter().words("VIEW tower"))).containsExactly("c-1");
    assertThat(found(new Filter().words("from the"))).containsExactly("c-2", "c-1");
    assertThat(found(new Filter().words("ann c-2"))).containsExactly("c-2");
    assertThat(found(new Filter().words("view cellar"))).isEmpty();
  }

  @Test
  void a_campaign_is_found_together_with_its_first_comment_and_counted() {
    ROOM.holds("first");
    for (var id : List.of("second", "third")) {
      ROOM.store(ModeratedComments.repeating(
          comment(BLOG, id, "Thanks."),
          Map.of(Label.SPAM, 0.5),
          NOW.plusSeconds(1),
          new CommentId("first")));
    }
    ROOM.holds("other");

    var page = ROOM.queue
        .page(QueueQuery.ofCampaign(BLOG, new CommentId("first")), null, 10)
        .await();

    assertThat(page.rows()).extracting(QueueRow::campaignSize).containsExactly(3, 3, 3);
    assertThat(page.rows().get(0).comment()).isEqualTo(new CommentId("first"));
  }

  @Test
  void a_row_shows_what_a_moderator_needs_to_choose() {
    var held = ROOM.store(ModeratedComments.held(
        comment(BLOG, "c-1", "  Buy now!\nAnd again."), Map.of(Label.SPAM, 0.75), NOW));
    ROOM.posts
        .put(new Post(BLOG, new PostId("p-1"), null, "The tower", null, NOW))
        .await();
    var claim =
        ROOM.claims.claim(BLOG, new CommentId("c-1"), "moderator:anna", false).await();

    var rows = ROOM.queue.page(all(QueueOrder.PRIORITY), null, 10).await().rows();

    assertThat(rows)
        .containsExactly(new QueueRow(
            BLOG,
            new CommentId("c-1"),
            1,
            io.moderato.moderation.Priority.of(held),
            NOW,
            "Ann c-1",
            "id:a-c-1",
            "Buy now!",
            held.judgement().decision().reasons().get(0),
            Label.SPAM,
            0.75,
            "en",
            new PostId("p-1"),
            "The tower",
            new CommentId("c-1"),
            1,
            "native",
            false,
            null,
            claim));
  }

  @Test
  void counts_no_further_than_asked() {
    IntStream.range(0, 7).forEach(i -> ROOM.holds("c-" + i));

    assertThat(ROOM.queue.count(all(QueueOrder.AGE), 100).await()).isEqualTo(7);
    assertThat(ROOM.queue.count(all(QueueOrder.AGE), 5).await()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "", "%%%", "MCBOYU4gYmxvZy9jLTE", "OSAxIGJsb2cvYy0x", "MCAx"})
  void a_forged_cursor_is_refused(String cursor) {
    assertThatThrownBy(
            () -> ROOM.queue.page(all(QueueOrder.PRIORITY), cursor, 10).await())
        .isInstanceOf(InvalidCursorException.class);
  }

  @Test
  void several_who_ask_for_the_next_get_one_each() {
    IntStream.range(0, 3).forEach(i -> ROOM.holds("c-" + i));

    var given =
        List.of("moderator:anna", "moderator:ben", "moderator:cleo", "moderator:dora").stream()
            .map(who -> ROOM.queue.next(all(QueueOrder.PRIORITY), who, Set.of()).await())
            .flatMap(java.util.Optional::stream)
            .map(QueueRow::comment);

    assertThat(given).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void what_was_skipped_is_not_the_next() {
    ROOM.holds("c-1", Map.of(Label.THREAT, 0.5), NOW);
    ROOM.holds("c-2");

    var next = ROOM.queue
        .next(
            all(QueueOrder.PRIORITY),
            "moderator:anna",
            Set.of(new CommentKey(BLOG, new CommentId("c-1"))))
        .await();

    assertThat(next.orElseThrow().comment()).isEqualTo(new CommentId("c-2"));
  }

  private static QueueQuery all(QueueOrder order) {
    return QueueQuery.of(Set.of(BLOG), order);
  }

  private static List<String> ids(QueueOrder order) {
    return ids(all(order));
  }

  private static List<String> found(Filter filter) {
    return ids(filter.query());
  }

  private static List<String> ids(QueueQuery query) {
    return ROOM.queue.page(query, null, 100).await().rows().stream()
        .map(row -> row.comment().value())
        .toList();
  }

  private static List<CommentKey> keys(QueuePage page) {
    return page.rows().stream()
        .map(row -> new CommentKey(row.site(), row.comment()))
        .toList();
  }

  /** A query of {@code blog}, by urgency. */
  private static final class Filter {
    private @Nullable Label label;
    private @Nullable String rule;
    private @Nullable String language;
    private @Nullable String author;
    private @Nullable PostId post;
    private @Nullable String door;
    private String words = "";

    Filter label(Label label) {
      this.label = label;
      return this;
    }

    Filter rule(String rule) {
      this.rule = rule;
      return this;
    }

    Filter language(String language) {
      this.language = language;
      return this;
    }

    Filter author(String author) {
      this.author = author;
      return this;
    }

    Filter post(String post) {
      this.post = new PostId(post);
      return this;
    }

    Filter door(String door) {
      this.door = door;
      return this;
    }

    Filter words(String words) {
      this.words = words;
      return this;
    }

    QueueQuery query() {
      return new QueueQuery(
          Set.of(BLOG),
          QueueOrder.PRIORITY,
          label,
          rule,
          language,
          author,
          post,
          null,
          door,
          null,
          false,
          words);
    }
  }
}
