package io.moderato.recent;

import static io.moderato.recent.SomeRecentComments.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.AdjustableClock;
import io.moderato.comment.Author;
import io.moderato.comment.CommentId;
import io.moderato.signals.Corrections;
import io.moderato.signals.Pace;
import io.moderato.signals.Repeats;
import io.moderato.site.SiteId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecentCommentsTest {
  private static final SiteId BLOG = new SiteId("blog");
  private static final String LONG =
      "Our river bridge needs fresh paint before winter, because salt eats the steel cables quickly.";
  private static final String VARIANT =
      "Our river bridge needs new paint before winter, because salt really eats the steel cables quickly!";

  private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
  private final RecentComments recent = SomeRecentComments.empty(clock);

  @Test
  void the_first_of_its_kind_repeats_nothing() {
    assertThat(meet("a1", "ada", LONG))
        .isEqualTo(new Past(Repeats.NONE, Pace.NONE, Corrections.NONE));
  }

  @Test
  void tells_the_same_from_nearly_the_same_and_names_the_group_after_its_first() {
    meet("a1", "ada", LONG);
    meet("b2", "bob", LONG);

    assertThat(meet("a3", "ada", VARIANT).repeats()).isEqualTo(new Repeats(0, 2, 2, 2, "a1"));
    assertThat(meet("a4", "eve", LONG).repeats()).isEqualTo(new Repeats(2, 3, 2, 2, "a1"));
  }

  @Test
  void finds_what_is_most_alike_whether_or_not_it_is_a_campaign() {
    meet("a1", "ada", "Cats sleep on warm roofs in the afternoon sun.");
    meet("a2", "bob", VARIANT);
    meet("a3", "eve", "The river bridge needs lights before winter, said the mayor to the paper.");
    meet("a4", "eve", LONG);

    assertThat(recent.mostAlike(BLOG, new CommentId("a4"), 5))
        .containsExactly(new CommentId("a2"), new CommentId("a3"));
    assertThat(recent.mostAlike(BLOG, new CommentId("a4"), 1)).hasSize(1);
    assertThat(recent.mostAlike(new SiteId("news"), new CommentId("a4"), 5)).isEmpty();
    assertThat(recent.mostAlike(BLOG, new CommentId("unknown"), 5)).isEmpty();
  }

  @Test
  void short_texts_repeat_exactly_and_are_no_campaign() {
    meet("a1", "ada", "Thanks!");
    meet("a2", "bob", "Thanks, Ada!");

    assertThat(meet("a3", "eve", "thanks").repeats()).isEqualTo(new Repeats(1, 1, 1, 1, null));
  }

  @Test
  void thanks_that_people_write_alike_are_no_group() {
    meet("a1", "ada", "Great post, very helpful and informative, keep sharing.");

    assertThat(meet("a2", "bob", "Great article, thanks for sharing, very useful and informative.")
            .repeats())
        .isEqualTo(Repeats.NONE);
  }

  @Test
  void what_only_looks_different_is_the_same() {
    meet("a1", "ada", LONG);

    assertThat(meet("a2", "bob", LONG.replace('a', 'а').replace("steel", "st\u200Beel") + " 😀")
            .repeats()
            .exact())
        .isEqualTo(1);
  }

  @Test
  void a_text_without_words_and_links_repeats_nothing() {
    meet("a1", "ada", "👍");

    assertThat(meet("a2", "bob", "👍").repeats()).isEqualTo(Repeats.NONE);
  }

  @Test
  void another_link_makes_a_short_text_another() {
    meet("a1", "ada", "See http://one.example/");

    assertThat(meet("a2", "ada", "See http://two.example/").repeats().exact()).isZero();
    assertThat(meet("a3", "ada", "See http://one.example/").repeats().exact()).isEqualTo(1);
  }

  @Test
  void a_comment_is_no_repeat_of_itself_and_counts_once() {
    meet("a1", "ada", LONG);

    assertThat(meet("a1", "ada", LONG))
        .isEqualTo(new Past(Repeats.NONE, Pace.NONE, Corrections.NONE));
    assertThat(meet("a1", "ada", LONG))
        .isEqualTo(new Past(Repeats.NONE, Pace.NONE, Corrections.NONE));
    assertThat(meet("a2", "ada", "Else.").pace().authorMinute()).isEqualTo(1);
  }

  @Test
  void to_look_leaves_no_trace() {
    recent.look(comment("a1", "ada", LONG, clock.instant()));

    assertThat(meet("a2", "ada", LONG))
        .isEqualTo(new Past(Repeats.NONE, Pace.NONE, Corrections.NONE));
  }

  @Test
  void sites_see_nothing_of_each_other() {
    meet("a1", "ada", LONG);

    var other = comment("news", "a2", author("ada", "192.0.2.1"), LONG, clock.instant());
    assertThat(recent.meet(other)).contains(new Past(Repeats.NONE, Pace.NONE, Corrections.NONE));
  }

  @Test
  void counts_author_address_and_network_over_a_minute_and_an_hour() {
    from("a1", "ada", "192.0.2.1");
    clock.advance(Duration.ofMinutes(2));
    from("a2", "ada", "192.0.2.2");
    from("a3", "bob", "192.0.2.1");

    assertThat(from("a4", "ada", "192.0.2.1")).isEqualTo(new Pace(1, 2, 1, 2, 2, 3));
    clock.advance(Duration.ofSeconds(60));
    assertThat(from("a5", "ada", "192.0.2.1")).isEqualTo(new Pace(0, 3, 0, 3, 0, 4));
    clock.advance(Duration.ofMinutes(57));
    assertThat(from("a6", "eve", "192.0.2.1")).isEqualTo(new Pace(0, 0, 0, 3, 0, 4));
    clock.advance(Duration.ofHours(1));
    assertThat(from("a7", "ada", "192.0.2.1")).isEqualTo(Pace.NONE);
  }

  @Test
  void a_network_is_slash_24_of_ipv4_and_slash_48_of_ipv6_however_it_is_written() {
    from("a1", null, "2001:db8:1::1");
    from("a2", null, "::ffff:192.0.2.1");

    assertThat(from("a3", null, "2001:0DB8:0001:ffff::2")).isEqualTo(new Pace(0, 0, 0, 0, 1, 1));
    assertThat(from("a4", null, "2001:db8:2::1")).isEqualTo(Pace.NONE);
    assertThat(from("a5", null, "192.0.2.1")).isEqualTo(new Pace(0, 0, 1, 1, 1, 1));
    assertThat(from("a6", null, "192.0.3.1")).isEqualTo(Pace.NONE);
    assertThat(from("a7", null, "no address")).isEqualTo(Pace.NONE);
  }

  @Test
  void what_was_not_stored_is_taken_back_and_what_was_is_not() {
    meet("a1", "ada", LONG);
    recent.takeBack(BLOG, new CommentId("a1"));
    assertThat(meet("a2", "ada", LONG))
        .isEqualTo(new Past(Repeats.NONE, Pace.NONE, Corrections.NONE));

    recent.keep(new Change(clock.instant(), BLOG, new CommentId("a2")), null);
    recent.takeBack(BLOG, new CommentId("a2"));
    assertThat(meet("a3", "bob", LONG).repeats().exact()).isEqualTo(1);
  }

  @Test
  void what_was_withdrawn_leaves_its_group() {
    meet("a1", "ada", LONG);
    meet("a2", "bob", LONG);
    meet("a3", "eve", LONG);

    recent.forget(BLOG, new CommentId("a2"));

    assertThat(meet("a4", "joe", LONG).repeats()).isEqualTo(new Repeats(2, 2, 2, 1, "a1"));
  }

  @Test
  void what_expired_is_gone() {
    var expires = clock.instant().plusSeconds(60);
    var passing =
        comment("blog", "a1", author("ada", null), LONG, clock.instant(), expires, null, null);
    recent.remember(passing);

    clock.advance(Duration.ofSeconds(60));
    recent.forgetExpired();

    assertThat(meet("a2", "bob", LONG).repeats()).isEqualTo(Repeats.NONE);
  }

  @Test
  void an_edit_takes_the_place_of_the_text_and_is_no_other_comment() {
    meet("a1", "ada", LONG);
    recent.remember(comment("a1", "ada", "Another story altogether.", clock.instant()));

    assertThat(meet("a2", "bob", LONG).repeats()).isEqualTo(Repeats.NONE);
    var past = meet("a3", "ada", "Another story altogether.");
    assertThat(past.repeats().exact()).isEqualTo(1);
    assertThat(past.pace().authorMinute()).isEqualTo(1);
  }

  @Test
  void a_week_later_nothing_is_known_any_more() {
    meet("a1", "ada", LONG);
    clock.advance(Duration.ofDays(7));

    assertThat(meet("a2", "ada", LONG))
        .isEqualTo(new Past(Repeats.NONE, Pace.NONE, Corrections.NONE));
  }

  @Test
  void the_oldest_make_room_for_new_ones() {
    var small = SomeRecentComments.empty(10, clock);
    small.meet(comment("a0", "ada", LONG, clock.instant()));
    for (int i = 1; i < 10; i++) {
      small.meet(comment("a" + i, "bob", "Comment number " + i, clock.instant()));
    }
    assertThat(small
            .look(comment("b1", "eve", LONG, clock.instant()))
            .orElseThrow()
            .repeats())
        .isEqualTo(new Repeats(1, 1, 1, 1, "a0"));

    small.meet(comment("b2", "bob", "One too many", clock.instant()));

    assertThat(small.look(comment("b3", "ada", LONG, clock.instant())))
        .contains(new Past(Repeats.NONE, Pace.NONE, Corrections.NONE));
  }

  @Test
  void comments_that_join_two_groups_make_them_one_by_the_name_of_the_larger() {
    var shared = " alpha beta gamma delta epsilon zeta eta theta ";
    var one = "iota kappa lambda" + shared + "omicron omega sigma";
    var other = "rho tau upsilon" + shared + "phi chi psi";
    var both = "iota kappa lambda omicron" + shared + "rho tau upsilon phi";
    meet("a1", "ada", one);
    meet("b1", "bob", other);
    meet("b2", "bob", other);

    assertThat(meet("a2", "ada", both).repeats()).isEqualTo(new Repeats(0, 3, 2, 2, "b1"));
    assertThat(meet("a3", "eve", one).repeats()).isEqualTo(new Repeats(1, 4, 2, 2, "b1"));
  }

  @Test
  void a_group_that_was_known_before_the_start_keeps_its_name() {
    var restarted = new RecentComments(1000, Duration.ofDays(7), clock);
    var known = comment("blog", "a9", author("ada", null), LONG, clock.instant(), null, "a1", null);
    restarted.fill(List.of(restarted.remembered(known)));

    assertThat(restarted
            .meet(comment("b1", "bob", VARIANT, clock.instant()))
            .orElseThrow()
            .repeats())
        .isEqualTo(new Repeats(0, 1, 1, 1, "a1"));
  }

  @Test
  void nothing_is_told_before_the_past_is_known_and_nothing_that_came_meanwhile_is_lost() {
    var starting = new RecentComments(1000, Duration.ofDays(7), clock);
    assertThat(starting.meet(comment("a2", "ada", LONG, clock.instant()))).isEmpty();

    var past = comment("a1", "ada", LONG, clock.instant().minusSeconds(90));
    starting.fill(List.of(starting.remembered(past)));

    assertThat(starting.meet(comment("a3", "ada", LONG, clock.instant())))
        .contains(
            new Past(new Repeats(2, 2, 1, 1, "a1"), new Pace(1, 2, 0, 0, 0, 0), Corrections.NONE));
  }

  @Test
  void of_those_that_come_at_once_all_but_one_see_another() throws InterruptedException {
    var shared = SomeRecentComments.empty(100_000, Clock.systemUTC());
    var start = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    var unseen = new ArrayList<String>();
    for (int t = 0; t < 8; t++) {
      var name = "t" + t;
      threads.add(new Thread(() -> {
        try {
          start.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        for (int i = 0; i < 500; i++) {
          var past =
              shared.meet(comment(name + "-" + i, name, LONG + " story " + i, Instant.now()));
          if (past.orElseThrow().repeats().exact() == 0) {
            synchronized (unseen) {
              unseen.add(name);
            }
          }
          shared.forgetExpired();
        }
      }));
    }
    threads.forEach(Thread::start);
    start.countDown();
    for (var thread : threads) {
      thread.join();
    }

    // numbers are left out of what a text is about, not of what it says
    assertThat(unseen).hasSize(500);
    var last = shared.look(comment("x", "x", LONG + " story 7", Instant.now())).orElseThrow();
    assertThat(last.repeats().exact()).isEqualTo(8);
    assertThat(last.repeats().near()).isEqualTo(4000);
    assertThat(last.repeats().authors()).isEqualTo(8);
  }

  @Test
  void hostile_texts_cost_no_more_than_others() {
    var texts = List.of(
        "a".repeat(65_536),
        "a ".repeat(32_768),
        "漢字".repeat(32_768),
        "\u0301".repeat(65_536),
        "𝕏".repeat(32_768),
        "\uD800".repeat(65_536));

    for (int i = 0; i < texts.size(); i++) {
      meet("a" + i, "ada", texts.get(i));
      assertThat(meet("b" + i, "bob", texts.get(i)).repeats().exact()).isBetween(0, 1);
    }
  }

  private Past meet(String id, String author, String text) {
    return recent.meet(comment(id, author, text, clock.instant())).orElseThrow();
  }

  private Pace from(String id, @Nullable String author, String ip) {
    return recent
        .meet(comment("blog", id, author(author, ip), id, clock.instant()))
        .orElseThrow()
        .pace();
  }

  private static Author author(@Nullable String id, @Nullable String ip) {
    return new Author(id, null, null, null, ip, null);
  }
}
