package io.moderato.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.comment.CommentId;
import io.moderato.dashboard.DecisionFigures.Hour;
import io.moderato.dashboard.DecisionFigures.Share;
import io.moderato.site.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionFiguresTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final SiteId BLOG = new SiteId("blog");

  private int ids;

  private AuditEntry decided(String who, Act act, String comment, int minutes) {
    return AuditEntry.of(
            "e-%04d".formatted(ids++), NOON.plus(Duration.ofMinutes(minutes)), who, act)
        .on(BLOG, new CommentId(comment), null)
        .with("verdict", "HOLD")
        .with("label", "SPAM")
        .with("language", "en")
        .with("waited", Integer.toString(minutes * 60));
  }

  @Test
  void of_nothing_there_is_nothing_to_say() {
    assertThat(DecisionFigures.of(List.of()))
        .isEqualTo(new DecisionFigures(
            List.of(),
            null,
            null,
            Share.NONE,
            Share.NONE,
            Share.NONE,
            Map.of(),
            Map.of(),
            Map.of()));
  }

  @Test
  void decisions_are_counted_by_hour_label_language_and_person() {
    var figures = DecisionFigures.of(List.of(
        decided("moderator:anna", Act.APPROVE, "c-1", 10),
        decided("moderator:anna", Act.SPAM, "c-2", 20),
        decided("moderator:ben", Act.REJECT, "c-3", 70),
        decided("moderator:anna", Act.REJECT, "c-4", 80)));

    assertThat(figures)
        .isEqualTo(new DecisionFigures(
            List.of(new Hour(NOON, 1, 0, 1), new Hour(NOON.plusSeconds(3600), 0, 2, 0)),
            Duration.ofMinutes(20),
            Duration.ofMinutes(70),
            new Share(1, 4),
            Share.NONE,
            Share.NONE,
            Map.of("SPAM", new Share(1, 4)),
            Map.of("en", new Share(1, 4)),
            Map.of("moderator:anna", 3, "moderator:ben", 1)));
  }

  @Test
  void what_was_taken_back_or_came_to_nothing_does_not_count() {
    var undone = decided("moderator:anna", Act.APPROVE, "c-1", 1);
    var late = decided("moderator:ben", Act.REJECT, "c-1", 2);

    var figures = DecisionFigures.of(List.of(
        undone,
        late,
        decided("moderator:anna", Act.UNDO, "c-1", 3).with("of", undone.id()),
        decided("moderator:ben", Act.REFUSED, "c-1", 3).with("of", late.id())));

    assertThat(figures.hours()).isEmpty();
  }

  @Test
  void people_agree_where_the_last_word_of_each_is_the_same() {
    var figures = DecisionFigures.of(List.of(
        decided("moderator:anna", Act.SPAM, "same", 1),
        decided("moderator:ben", Act.REJECT, "same", 2),
        decided("moderator:anna", Act.APPROVE, "other", 3),
        decided("moderator:ben", Act.REJECT, "other", 4),
        decided("moderator:anna", Act.APPROVE, "alone", 5)));

    assertThat(figures.agreement()).isEqualTo(new Share(1, 2));
  }

  @Test
  void what_slips_through_is_told_from_what_was_drawn_by_lot_alone() {
    var figures = DecisionFigures.of(List.of(
        drawn("random", Act.APPROVE, "c-1"),
        drawn("random", Act.SPAM, "c-2"),
        drawn("random", Act.APPROVE, "c-3"),
        drawn("uncertain", Act.REJECT, "c-4"),
        decided("moderator:anna", Act.REJECT, "c-5", 1)));

    assertThat(figures.slipped()).isEqualTo(new Share(1, 3));
  }

  /** Figures of Wilson's interval for 3 of 142 and 0 of 20, computed by hand. */
  @Test
  void a_share_of_a_sample_says_what_it_lies_between() {
    assertThat(new Share(3, 142).likely()[0]).isCloseTo(0.72, within(0.01));
    assertThat(new Share(3, 142).likely()[1]).isCloseTo(6.03, within(0.01));
    assertThat(new Share(0, 20).likely()[0]).isZero();
    assertThat(new Share(0, 20).likely()[1]).isCloseTo(16.11, within(0.01));
  }

  private AuditEntry drawn(String why, Act act, String comment) {
    return decided("moderator:anna", act, comment, 1).with("verdict", "APPROVE").with("drawn", why);
  }

  @Test
  void what_the_policy_had_approved_is_no_false_positive() {
    var approved = decided("moderator:anna", Act.APPROVE, "c-1", 1).with("verdict", "APPROVE");

    assertThat(DecisionFigures.of(List.of(approved)).falsePositives()).isEqualTo(Share.NONE);
  }
}
