package io.moderato.moderation;

import static io.moderato.moderation.ModeratedComments.BLOG;
import static io.moderato.moderation.ModeratedComments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.moderato.comment.Author;
import io.moderato.comment.CommentId;
import io.moderato.comment.TextFormat;
import io.moderato.policy.Verdict;
import io.moderato.recent.Change;
import io.moderato.recent.HumanVerdict;
import io.moderato.recent.StoredComment;
import io.moderato.recent.StoredComments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class StoredCommentsContract {
  abstract StoredComments stored();

  /** Over the same store. */
  abstract ModeratedCommentRepository comments();

  @Test
  void a_comment_is_told_with_what_the_recent_past_needs_of_it() {
    var author = new Author("u-1", "Ada", "ada@example.org", null, "192.0.2.7", "Browser");
    var added = added("c-1", NOW, author);
    var edited = ModeratedComments.edited(added, "<b>Other</b>", Verdict.HOLD, NOW.plusSeconds(5));
    comments().replace(edited).await();

    assertThat(stored().latest(null, 10).await())
        .containsExactly(new StoredComment(
            change("c-1", NOW.plusSeconds(5)),
            ModeratedComments.POST,
            author,
            "<b>Other</b>",
            TextFormat.TEXT,
            NOW,
            null,
            null,
            null,
            false));
  }

  @Test
  void a_withdrawn_comment_says_so_and_when_it_leaves() {
    var withdrawn = added("c-1", NOW).withdrawn(NOW.plusSeconds(1), Duration.ofDays(36_500));
    comments().replace(withdrawn).await();

    assertThat(stored().latest(null, 10).await())
        .extracting(StoredComment::withdrawn, StoredComment::expiresAt)
        .containsExactly(tuple(true, withdrawn.expiresAt()));
  }

  @Test
  void what_a_person_decided_is_told_as_it_stands_and_so_is_that_it_changed() {
    var added = added("c-1", NOW);
    var rejected = added.decided(said(Verdict.REJECT, NOW.plusSeconds(1)), null);
    comments().replace(rejected).await();
    assertThat(stored().latest(null, 1).await())
        .extracting(StoredComment::said)
        .containsExactly(new HumanVerdict(false, true, NOW.plusSeconds(1)));

    var again = rejected.decided(said(Verdict.APPROVE, NOW.plusSeconds(2)), null);
    comments().replace(again).await();
    var confirmed = again.decided(said(Verdict.APPROVE, NOW.plusSeconds(3)), null);
    comments().replace(confirmed).await();
    assertThat(stored().latest(null, 1).await())
        .extracting(StoredComment::said, StoredComment::change)
        .containsExactly(tuple(
            new HumanVerdict(true, false, NOW.plusSeconds(3)), change("c-1", NOW.plusSeconds(3))));

    var passedOn = confirmed.decided(said(Verdict.HOLD, NOW.plusSeconds(4)), null);
    comments().replace(passedOn).await();
    assertThat(stored().latest(null, 1).await()).extracting(StoredComment::said).containsNull();
  }

  private static HumanDecision said(Verdict verdict, Instant at) {
    return new HumanDecision(verdict, Map.of(), "moderator:anna", at, null);
  }

  @Test
  void the_latest_come_first_page_by_page_each_once() {
    for (int i = 0; i < 7; i++) {
      added("c-" + i, NOW.plusMillis(i / 3)); // three of a time
    }

    var ids = new ArrayList<String>();
    Change before = null;
    for (var page = stored().latest(null, 2).await();
        !page.isEmpty();
        page = stored().latest(before, 2).await()) {
      page.forEach(each -> ids.add(each.change().id().value()));
      before = page.get(page.size() - 1).change();
    }

    assertThat(ids).containsExactly("c-6", "c-5", "c-4", "c-3", "c-2", "c-1", "c-0");
  }

  @Test
  void changes_since_a_time_come_the_earliest_first_page_by_page_each_once() {
    for (int i = 0; i < 7; i++) {
      added("c-" + i, NOW.plusMillis(i / 3));
    }

    var ids = new ArrayList<String>();
    Change after = null;
    var since = NOW.plusMillis(1);
    for (var page = stored().changes(since, null, 2).await();
        !page.isEmpty();
        page = stored().changes(since, after, 2).await()) {
      page.forEach(each -> ids.add(each.id().value()));
      after = page.get(page.size() - 1);
    }

    assertThat(ids).containsExactly("c-3", "c-4", "c-5", "c-6");
  }

  @Test
  void of_changed_comments_those_are_read_that_are_still_there() {
    added("c-1", NOW);
    added("c-2", NOW);

    var read = stored().read(List.of(change("c-2", NOW), change("c-3", NOW))).await();

    assertThat(read).extracting(StoredComment::change).containsExactly(change("c-2", NOW));
  }

  private ModeratedComment added(String id, Instant at) {
    return added(id, at, Author.UNKNOWN);
  }

  private ModeratedComment added(String id, Instant at, Author author) {
    var comment = ModeratedComments.moderated(
        ModeratedComments.comment(id, "Thanks.").withAuthor(author),
        ModeratedComments.judgement(Verdict.APPROVE, at));
    comments().addIfNew(comment).await();
    return comment;
  }

  private static Change change(String id, Instant at) {
    return new Change(at, BLOG, new CommentId(id));
  }
}
