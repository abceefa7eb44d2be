package io.moderato.moderation;

import static io.moderato.moderation.ModeratedComments.BLOG;
import static io.moderato.moderation.ModeratedComments.comment;
import static io.moderato.moderation.ModeratedComments.judgement;
import static io.moderato.moderation.ModeratedComments.moderated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.AdjustableClock;
import io.moderato.comment.CommentId;
import io.moderato.comment.FakePostRepository;
import io.moderato.comment.TextFormat;
import io.moderato.moderation.Moderated.Absent;
import io.moderato.moderation.Moderated.Conflict;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.mongo.StoreUnavailableException;
import io.moderato.policy.Verdict;
import io.moderato.recent.RecentComments;
import io.moderato.recent.SomeRecentComments;
import io.moderato.site.Privacy;
import io.moderato.site.Site;
import io.moderato.site.Sites;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EditCommentTest {
  @RegisterExtension
  static final TestJudge JUDGE = new TestJudge();

  private static final Instant LATER = Instant.parse("2026-11-22T12:00:00.123Z");

  private final Site blog = Sites.keeping("blog", 30, Privacy.DEFAULT);
  private final CommentId id = new CommentId("c-1");
  private final ModeratedComment stored = moderated(comment("c-1", "Thanks."), Verdict.APPROVE);
  private final FakeModeratedCommentRepository comments = new FakeModeratedCommentRepository();
  private final AdjustableClock clock = new AdjustableClock("2026-11-22T12:00:00.123456Z");
  private final RecentComments recent = SomeRecentComments.empty(clock);
  private final EditComment editComment = new EditComment(
      JUDGE.judge(clock, comments, new FakePostRepository(), recent),
      new ChangeComment(comments, JUDGE.rememberChange(recent), site -> {}),
      clock);

  @BeforeEach
  void store_the_comment() {
    comments.addIfNew(stored);
  }

  @Test
  void an_edit_is_judged_again_and_stored_as_the_next_version() {
    var outcome = edit("Buy followers.");

    var changed = ((Stored) outcome).comment();
    assertThat(changed.comment())
        .isEqualTo(stored.comment().withText("Buy followers.", TextFormat.TEXT));
    assertThat(changed.status()).isEqualTo(Status.REJECTED);
    assertThat(changed.version()).isEqualTo(2);
    assertThat(changed.judgement().decidedAt()).isEqualTo(LATER);
    assertThat(changed.expiresAt()).isEqualTo(LATER.plus(Duration.ofDays(30)));
    assertThat(comments.all()).containsExactly(changed);
  }

  @Test
  void the_same_text_again_changes_nothing() {
    assertThat(edit("Thanks.")).isEqualTo(new Unchanged(stored));

    assertThat(comments.all()).containsExactly(stored);
  }

  @Test
  void the_same_text_in_another_format_is_an_edit() {
    var outcome = editComment.edit(blog, id, "Thanks.", TextFormat.MARKDOWN).await();

    assertThat(((Stored) outcome).comment().comment().format()).isEqualTo(TextFormat.MARKDOWN);
  }

  @Test
  void an_absent_comment_can_be_neither_edited_nor_withdrawn() {
    var other = new CommentId("c-2");

    assertThat(editComment.edit(blog, other, "x", TextFormat.TEXT).await()).isEqualTo(new Absent());
    assertThat(editComment.withdraw(blog, other).await()).isEqualTo(new Absent());
  }

  @Test
  void the_comment_of_another_site_counts_as_absent() {
    assertThat(editComment.withdraw(Sites.site("other"), id).await()).isEqualTo(new Absent());

    assertThat(comments.all()).containsExactly(stored);
  }

  @Test
  void a_withdrawal_is_stored_with_its_expiry() {
    var outcome = editComment.withdraw(blog, id).await();

    var withdrawn = ((Stored) outcome).comment();
    assertThat(withdrawn.status()).isEqualTo(Status.WITHDRAWN);
    assertThat(withdrawn.expiresAt()).isEqualTo(LATER.plus(Duration.ofDays(30)));
    assertThat(comments.all()).containsExactly(withdrawn);
  }

  @Test
  void withdrawing_again_changes_nothing() {
    var withdrawn = ((Stored) editComment.withdraw(blog, id).await()).comment();
    clock.advance(Duration.ofDays(1));

    assertThat(editComment.withdraw(blog, id).await()).isEqualTo(new Unchanged(withdrawn));
  }

  @Test
  void a_withdrawn_comment_cannot_be_edited() {
    editComment.withdraw(blog, id).await();

    assertThat(edit("Thanks again.")).isEqualTo(new Conflict("The comment was withdrawn."));
  }

  @Test
  void a_lost_race_is_tried_again_on_what_the_winner_stored() {
    comments.beforeReplace(() ->
        comments.store(stored.edited("Winner.", TextFormat.TEXT, judgement(Verdict.HOLD), null)));

    var outcome = edit("Loser.");

    var changed = ((Stored) outcome).comment();
    assertThat(changed.comment().text()).isEqualTo("Loser.");
    assertThat(changed.version()).isEqualTo(3);
    assertThat(changed.history()).extracting(Revision::text).containsExactly("Thanks.", "Winner.");
  }

  @Test
  void an_edit_that_loses_to_the_same_edit_changes_nothing() {
    var winner = stored.edited("Better.", TextFormat.TEXT, judgement(Verdict.APPROVE), null);
    comments.beforeReplace(() -> comments.store(winner));

    assertThat(edit("Better.")).isEqualTo(new Unchanged(winner));
  }

  @Test
  void an_edit_that_loses_to_a_withdrawal_is_a_conflict() {
    var withdrawn = stored.withdrawn(LATER, null);
    comments.beforeReplace(() -> comments.store(withdrawn));

    assertThat(edit("Better.")).isEqualTo(new Conflict("The comment was withdrawn."));
    assertThat(comments.all()).containsExactly(withdrawn);
  }

  @Test
  void a_race_that_is_lost_four_times_is_still_won() {
    rivals(4);

    assertThat(edit("Mine.")).isInstanceOf(Stored.class);
  }

  @Test
  void a_race_that_is_lost_five_times_is_given_up() {
    rivals(5);

    assertThat(edit("Mine."))
        .isEqualTo(
            new Conflict(
                "The comment was changed by others at the same time. Read it and send the change again."));
    assertThat(comments.all())
        .extracting(each -> each.comment().text())
        .containsExactly("Rival 5.");
  }

  @Test
  void a_store_that_is_down_fails_the_edit_and_the_withdrawal() {
    comments.isDown(true);

    assertThatThrownBy(() -> edit("Mine.")).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> editComment.withdraw(blog, id).await())
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void a_store_that_goes_down_before_the_write_fails_the_edit() {
    comments.beforeReplace(() -> comments.isDown(true));

    assertThatThrownBy(() -> edit("Mine.")).isInstanceOf(StoreUnavailableException.class);
  }

  private void rivals(int count) {
    for (int i = 1; i <= count; i++) {
      var text = "Rival %d.".formatted(i);
      comments.beforeReplace(() -> {
        var now = comments.find(BLOG, id).result().orElseThrow();
        comments.store(now.edited(text, TextFormat.TEXT, judgement(Verdict.APPROVE), null));
      });
    }
  }

  private Moderated edit(String text) {
    return editComment.edit(blog, id, text, TextFormat.TEXT).await();
  }
}
