package io.moderato.recent;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.AdjustableClock;
import io.moderato.comment.Author;
import io.moderato.comment.CommentId;
import io.moderato.signals.Corrections;
import io.moderato.signals.Corrections.Word;
import io.moderato.site.SiteId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecidedLatelyTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Word APPROVED = new Word(true, TODAY);
  private static final Word REJECTED = new Word(false, TODAY);
  private static final String LONG =
      "Our river bridge needs fresh paint before winter, because salt eats the steel cables quickly.";

  private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
  private final RecentComments recent = SomeRecentComments.empty(clock);

  @Test
  void what_nobody_decided_is_not_told_of() {
    say("a1", "ada", LONG, null);

    assertThat(look("b1", "bob", LONG)).isEqualTo(Corrections.NONE);
  }

  @Test
  void the_same_text_of_another_author_is_known_and_so_is_another_text_of_the_same() {
    say("a1", "ada", LONG, correction(true));

    assertThat(look("b1", "bob", LONG.toUpperCase())).isEqualTo(new Corrections(APPROVED, null));
    assertThat(look("a2", "ada", "Else.")).isEqualTo(new Corrections(null, APPROVED));
    assertThat(look("b2", "bob", LONG.replace("needs", "never needs"))).isEqualTo(Corrections.NONE);
  }

  @Test
  void to_approve_what_the_policy_approved_corrects_no_author() {
    say("a1", "ada", LONG, new HumanVerdict(true, false, clock.instant()));

    assertThat(look("a2", "ada", LONG)).isEqualTo(new Corrections(APPROVED, null));
  }

  @Test
  void a_few_words_are_anybody_s_and_tell_of_their_author_s_own_alone() {
    say("a1", "ada", "Thanks!", correction(false));

    assertThat(look("b1", "bob", "Thanks!")).isEqualTo(Corrections.NONE);
    assertThat(look("a2", "ada", "Thanks!")).isEqualTo(new Corrections(REJECTED, REJECTED));
    assertThat(look(null, "b2", "Thanks!")).isEqualTo(Corrections.NONE);
  }

  @Test
  void a_few_words_with_a_link_are_no_accident() {
    say("a1", "ada", "Look: http://pills.example/", correction(false));

    assertThat(look("b1", "bob", "Look: http://pills.example/").text()).isEqualTo(REJECTED);
    assertThat(look("b1", "bob", "Look: http://other.example/").text()).isNull();
  }

  @Test
  void where_people_disagree_on_a_text_nothing_is_told_of_it() {
    say("a1", "ada", LONG, correction(true));
    say("b1", "bob", LONG, correction(false));

    assertThat(look("c1", "eve", LONG)).isEqualTo(Corrections.NONE);
  }

  @Test
  void one_approval_does_not_outweigh_a_rejection_of_the_same_author() {
    say("a1", "ada", "One.", correction(true));
    say("a2", "ada", "Two.", correction(false));
    assertThat(look("a9", "ada", "Else.").author()).isEqualTo(REJECTED);

    say("a3", "ada", "Three.", correction(true));
    assertThat(look("a9", "ada", "Else.").author()).isNull();
  }

  @Test
  void what_is_taken_back_edited_or_withdrawn_is_forgotten() {
    say("a1", "ada", LONG, correction(false));
    say("a1", "ada", LONG, null);
    assertThat(look("a2", "ada", LONG)).isEqualTo(Corrections.NONE);

    say("a1", "ada", LONG, correction(false));
    recent.forget(new SiteId("blog"), new CommentId("a1"));
    assertThat(look("a2", "ada", LONG)).isEqualTo(Corrections.NONE);
  }

  @Test
  void a_comment_is_not_told_of_itself() {
    say("a1", "ada", LONG, correction(false));

    assertThat(look("a1", "ada", LONG)).isEqualTo(Corrections.NONE);
  }

  @Test
  void sites_see_nothing_of_each_other() {
    say("a1", "ada", LONG, correction(false));

    var other = SomeRecentComments.comment("news", "a2", author("ada"), LONG, clock.instant());
    assertThat(recent.look(other).orElseThrow().corrections()).isEqualTo(Corrections.NONE);
  }

  @Test
  void a_decision_on_an_old_comment_counts_and_ends_with_its_own_age() {
    var old = clock.instant().minus(Duration.ofDays(90));
    recent.remember(SomeRecentComments.comment(
        "blog", "a1", author("ada"), LONG, old, null, null, correction(true)));
    assertThat(look("b1", "bob", LONG).text()).isEqualTo(APPROVED);

    clock.advance(Duration.ofDays(7));
    recent.forgetExpired();
    assertThat(look("b1", "bob", LONG)).isEqualTo(Corrections.NONE);
  }

  @Test
  void what_was_decided_before_the_start_is_known_once_the_past_is() {
    var starting = new RecentComments(10, Duration.ofDays(7), clock);
    var past = SomeRecentComments.comment(
        "blog", "a1", author("ada"), LONG, clock.instant(), null, null, correction(true));
    starting.fill(List.of(starting.remembered(past)));

    var next = SomeRecentComments.comment("b1", "bob", LONG, clock.instant());
    assertThat(starting.look(next).orElseThrow().corrections().text()).isEqualTo(APPROVED);
  }

  @Test
  void of_many_the_first_is_forgotten_and_so_many_of_one_kind_cost_no_more() {
    var small = SomeRecentComments.empty(100, clock);
    for (int i = 0; i < 1000; i++) {
      small.remember(SomeRecentComments.comment(
          "blog", "a" + i, author("u" + i), LONG, clock.instant(), null, null, correction(false)));
    }

    var next = SomeRecentComments.comment("b1", "bob", LONG, clock.instant());
    assertThat(small.look(next).orElseThrow().corrections().text()).isEqualTo(REJECTED);
    var first = SomeRecentComments.comment("b2", "u0", "Else.", clock.instant());
    assertThat(small.look(first).orElseThrow().corrections()).isEqualTo(Corrections.NONE);
    var last = SomeRecentComments.comment("b3", "u999", "Else.", clock.instant());
    assertThat(small.look(last).orElseThrow().corrections().author()).isEqualTo(REJECTED);
  }

  private HumanVerdict correction(boolean approved) {
    return new HumanVerdict(approved, true, clock.instant());
  }

  private void say(String id, String author, String text, @Nullable HumanVerdict said) {
    recent.remember(SomeRecentComments.comment(
        "blog", id, author(author), text, clock.instant(), null, null, said));
  }

  private Corrections look(@Nullable String id, String author, String text) {
    var who = id == null ? Author.UNKNOWN : author(author);
    return recent
        .look(SomeRecentComments.comment(
            "blog", id == null ? author : id, who, text, clock.instant()))
        .orElseThrow()
        .corrections();
  }

  private static Author author(String id) {
    return new Author(id, null, null, null, null, null);
  }
}
