package io.moderato.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.AdjustableClock;
import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class AuditLogContract {
  private static final SiteId BLOG = new SiteId("blog");
  private static final SiteId NEWS = new SiteId("news");
  private static final CommentId COMMENT = new CommentId("c/1");
  private static final String ANNA = "moderator:anna";

  private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
  private final AuditIds ids = new AuditIds(clock);

  abstract AuditLog log();

  @Test
  void an_entry_is_given_back_as_it_was_added() {
    var entry = new AuditEntry(
        ids.get(),
        clock.instant(),
        ANNA,
        Act.WRONG_REASON,
        BLOG,
        COMMENT,
        "id:ben",
        "batch-1",
        "off-topic",
        "A note.\nOf two lines.",
        Map.of("before", "held", "$odd.name", ""));

    log().add(List.of(entry, entry(ANNA, Act.SIGN_IN))).await();

    assertThat(log().find(entry.id()).await()).contains(entry);
  }

  @Test
  void what_was_never_added_is_absent() {
    assertThat(log().find(ids.get()).await()).isEmpty();
    assertThat(log().page(AuditQuery.ALL, null, 10).await()).isEmpty();
  }

  @Test
  void an_id_can_not_be_written_over() {
    var entry = added(entry(ANNA, Act.APPROVE).on(BLOG));

    assertThatThrownBy(() -> log().add(entry.with("after", "rejected")).await())
        .isInstanceOf(Throwable.class);

    assertThat(log().find(entry.id()).await()).contains(entry);
  }

  @Test
  void pages_go_from_the_newest_to_the_oldest_without_gap_or_repeat() {
    var entries = IntStream.range(0, 5).mapToObj(i -> entry(ANNA, Act.NOTE)).toList();
    log().add(entries).await();

    var first = log().page(AuditQuery.ALL, null, 2).await();
    var second = log().page(AuditQuery.ALL, first.get(1).id(), 2).await();
    var third = log().page(AuditQuery.ALL, second.get(1).id(), 2).await();

    assertThat(List.of(first, second, third))
        .isEqualTo(List.of(
            List.of(entries.get(4), entries.get(3)),
            List.of(entries.get(2), entries.get(1)),
            List.of(entries.get(0))));
  }

  @Test
  void is_asked_by_site_comment_author_person_act_batch_and_time() {
    var approved = added(entry(ANNA, Act.APPROVE).on(BLOG, COMMENT, "id:ben").in("batch-1"));
    clock.advance(Duration.ofHours(1));
    var rejected = added(entry("key:1", Act.REJECT).on(NEWS, COMMENT, "id:ben").in("batch-2"));
    clock.advance(Duration.ofHours(1));
    var signedIn = added(entry(ANNA, Act.SIGN_IN));

    assertThat(page(AuditQuery.ofSites(Set.of(BLOG)))).containsExactly(approved);
    assertThat(page(AuditQuery.ofSites(Set.of(BLOG, NEWS)))).containsExactly(rejected, approved);
    assertThat(page(AuditQuery.ofSites(Set.of()))).isEmpty();
    assertThat(page(AuditQuery.ofComment(NEWS, COMMENT))).containsExactly(rejected);
    assertThat(page(AuditQuery.ofAuthor(BLOG, "id:ben"))).containsExactly(approved);
    assertThat(page(AuditQuery.ALL.by(ANNA))).containsExactly(signedIn, approved);
    assertThat(page(AuditQuery.ALL.of(Set.of(Act.REJECT)))).containsExactly(rejected);
    assertThat(page(AuditQuery.ALL.of(Set.of(Act.REJECT, Act.SIGN_IN))))
        .containsExactly(signedIn, rejected);
    assertThat(page(AuditQuery.ofBatch("batch-1"))).containsExactly(approved);
    assertThat(page(AuditQuery.ALL.during(rejected.at(), signedIn.at()))).containsExactly(rejected);
    assertThat(page(AuditQuery.ofSites(Set.of(BLOG)).by("key:1"))).isEmpty();
  }

  @Test
  void an_author_and_what_was_noted_can_be_taken_out_and_nothing_else() {
    var noted = added(entry(ANNA, Act.NOTE)
        .on(BLOG, COMMENT, "id:ben")
        .saying("Insulting", "Ben of the corner shop.")
        .with("version", "1"));
    added(entry(ANNA, Act.TRUST).on(BLOG, COMMENT, "id:ben"));
    var elsewhere = added(entry(ANNA, Act.NOTE).on(NEWS, COMMENT, "id:ben").saying(null, "Hm."));
    var another = added(entry(ANNA, Act.NOTE).on(BLOG, COMMENT, "id:cem").saying(null, "Hm."));

    assertThat(log().unname(BLOG, "id:ben", 1).await()).isEqualTo(1);
    assertThat(log().unname(BLOG, "id:ben", 5).await()).isEqualTo(1);
    assertThat(log().unname(BLOG, "id:ben", 5).await()).isZero();

    assertThat(page(AuditQuery.ofAuthor(BLOG, "id:ben"))).isEmpty();
    assertThat(log().find(noted.id()).await())
        .contains(AuditEntry.of(noted.id(), noted.at(), ANNA, Act.NOTE)
            .on(BLOG, COMMENT, null)
            .with("version", "1"));
    assertThat(log().find(elsewhere.id()).await()).contains(elsewhere);
    assertThat(log().find(another.id()).await()).contains(another);
  }

  private AuditEntry entry(String who, Act act) {
    return AuditEntry.of(ids.get(), clock.instant(), who, act);
  }

  private AuditEntry added(AuditEntry entry) {
    log().add(entry).await();
    return entry;
  }

  private List<AuditEntry> page(AuditQuery query) {
    return log().page(query, null, 10).await();
  }
}
