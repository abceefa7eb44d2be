package io.moderato.moderation;

import static io.moderato.moderation.ModeratedComments.NOW;
import static io.moderato.moderation.ModeratedComments.POST;
import static io.moderato.moderation.ModeratedComments.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.AdjustableClock;
import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.CommentId;
import io.moderato.comment.FakePostRepository;
import io.moderato.comment.Post;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import io.moderato.moderation.Moderated.Conflict;
import io.moderato.moderation.Moderated.Invalid;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.mongo.StoreUnavailableException;
import io.moderato.policy.Verdict;
import io.moderato.recent.RecentComments;
import io.moderato.recent.SomeRecentComments;
import io.moderato.site.ActivationRequirements;
import io.moderato.site.DoorSettings;
import io.moderato.site.DrawRates;
import io.moderato.site.Privacy;
import io.moderato.site.Site;
import io.moderato.site.Sites;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModerateCommentTest {
  @RegisterExtension
  static final TestJudge JUDGE = new TestJudge();

  private static final Conflict ANOTHER = new Conflict(
      "A comment with this id was submitted with another text, format or post. Send edits with PUT.");

  private final Site blog = Sites.site("blog");
  private final FakeModeratedCommentRepository comments = new FakeModeratedCommentRepository();
  private final FakePostRepository posts = new FakePostRepository();
  private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00.123456Z");
  private final RecentComments recent = SomeRecentComments.empty(clock);
  private final ModerateComment moderateComment = new ModerateComment(
      JUDGE.judge(clock, comments, posts, recent),
      comments,
      posts,
      recent,
      DecidedBeforehand.NOTHING);

  @Test
  void a_new_comment_is_judged_and_stored_with_its_post() {
    var outcome = moderate(comment("c-1", "Thanks."));

    var stored = ((Stored) outcome).comment();
    assertThat(stored.comment()).isEqualTo(comment("c-1", "Thanks."));
    assertThat(stored.status()).isEqualTo(Status.APPROVED);
    assertThat(stored.judgement().decidedAt()).isEqualTo(NOW);
    assertThat(stored.judgement().models()).isEqualTo("fake@1");
    assertThat(stored.expiresAt()).isNull();
    assertThat(comments.all()).containsExactly(stored);
    assertThat(posts.find(blog.id(), POST).await()).contains(post("Bridges"));
  }

  @Test
  void what_is_rejected_is_stored_with_its_reason_until_it_expires() {
    var outcome = moderateComment
        .moderate(
            Sites.keeping("blog", 90, Privacy.DEFAULT),
            submission(comment("c-1", "Buy followers"), "Bridges"))
        .await();

    var stored = ((Stored) outcome).comment();
    assertThat(stored.verdict()).isEqualTo(Verdict.REJECT);
    assertThat(stored.judgement().decision().reasons())
        .extracting(reason -> reason.text())
        .containsExactly("Spam (0.90).");
    assertThat(stored.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(90)));
  }

  @Test
  void a_filled_honeypot_is_a_signal() {
    var trapped = new Comment(
        blog.id(),
        new CommentId("c-1"),
        POST,
        null,
        Author.UNKNOWN,
        "Thanks.",
        TextFormat.TEXT,
        NOW,
        true,
        null);

    assertThat(((Stored) moderate(trapped)).comment().status()).isEqualTo(Status.HELD);
  }

  @Test
  void a_repeat_is_answered_with_what_stands_and_stores_nothing_new() {
    var first = ((Stored) moderate(comment("c-1", "Thanks."))).comment();
    clock.advance(Duration.ofHours(1));

    assertThat(moderate(comment("c-1", "Thanks."))).isEqualTo(new Unchanged(first));

    assertThat(comments.all()).containsExactly(first);
  }

  @Test
  void a_repeat_of_what_was_edited_since_is_answered_with_the_edit() {
    var first = ((Stored) moderate(comment("c-1", "Thanks."))).comment();
    var edited = first.edited("Better.", TextFormat.TEXT, first.judgement(), null);
    comments.store(edited);

    assertThat(moderate(comment("c-1", "Thanks."))).isEqualTo(new Unchanged(edited));
    assertThat(moderate(comment("c-1", "Better."))).isEqualTo(ANOTHER);
  }

  @Test
  void of_64_submissions_of_one_comment_at_once_one_is_stored() {
    var outcomes = Future.all(IntStream.range(0, 64)
            .mapToObj(i ->
                moderateComment.moderate(blog, submission(comment("c-1", "Thanks."), "Bridges")))
            .toList())
        .await()
        .<Moderated>list();

    var stored = comments.all().get(0);
    assertThat(comments.all()).hasSize(1);
    assertThat(outcomes).containsOnly(new Stored(stored), new Unchanged(stored));
    assertThat(outcomes).containsOnlyOnce(new Stored(stored));
  }

  @ParameterizedTest
  @CsvSource({"Other text., TEXT, p-1", "Thanks., HTML, p-1", "Thanks., TEXT, p-2"})
  void the_same_id_with_another_text_format_or_post_is_a_conflict(
      String text, TextFormat format, String post) {
    var first = ((Stored) moderate(comment("c-1", "Thanks."))).comment();
    var other = new Comment(
        blog.id(),
        new CommentId("c-1"),
        new PostId(post),
        null,
        Author.UNKNOWN,
        text,
        format,
        NOW,
        false,
        null);

    assertThat(moderate(other)).isEqualTo(ANOTHER);

    assertThat(comments.all()).containsExactly(first);
  }

  @Test
  void a_conflict_leaves_the_post_as_it_is() {
    moderate(comment("c-1", "Thanks."));

    moderateComment
        .moderate(blog, submission(comment("c-1", "Other."), "Tunnels"))
        .await();

    assertThat(posts.find(blog.id(), POST).await()).contains(post("Bridges"));
  }

  @Test
  void a_reply_stands_below_its_parent() {
    var parent = ((Stored) moderate(comment("c-1", "Thanks."))).comment();

    var reply = ((Stored) moderate(reply("c-2", "c-1"))).comment();

    assertThat(reply.place()).isEqualTo(ThreadPlace.below(parent.place(), reply("c-2", "c-1")));
  }

  @Test
  void a_reply_to_an_unknown_comment_stands_on_the_post_itself() {
    var reply = ((Stored) moderate(reply("c-2", "unknown"))).comment();

    assertThat(reply.place()).isEqualTo(ThreadPlace.root(reply.comment()));
    assertThat(reply.comment().parent()).isEqualTo(new CommentId("unknown"));
  }

  @Test
  void a_reply_to_a_comment_of_another_post_is_refused_and_nothing_is_stored() {
    var elsewhere = new Comment(
        blog.id(),
        new CommentId("c-1"),
        new PostId("p-2"),
        null,
        Author.UNKNOWN,
        "x",
        TextFormat.TEXT,
        NOW,
        false,
        null);
    moderateComment
        .moderate(
            blog,
            new Submission(
                elsewhere,
                new Post(blog.id(), new PostId("p-2"), null, null, null, NOW),
                false,
                Origin.NATIVE))
        .await();

    assertThat(moderate(reply("c-2", "c-1")))
        .isEqualTo(new Invalid("/parentId", "names a comment of another post"));

    assertThat(comments.all())
        .extracting(each -> each.comment().id())
        .containsExactly(elsewhere.id());
    assertThat(posts.find(blog.id(), POST).await()).isEmpty();
  }

  @Test
  void a_reply_to_itself_is_refused_and_nothing_is_stored() {
    assertThat(moderate(reply("c-1", "c-1")))
        .isEqualTo(new Invalid("/parentId", "names the comment itself"));

    assertThat(comments.all()).isEmpty();
  }

  @Test
  void a_test_is_judged_and_not_stored() {
    var submission =
        new Submission(comment("c-1", "Buy followers"), post("Bridges"), true, Origin.NATIVE);

    var outcome = moderateComment.moderate(blog, submission).await();

    assertThat(((Unchanged) outcome).comment().verdict()).isEqualTo(Verdict.REJECT);
    assertThat(comments.all()).isEmpty();
    assertThat(posts.find(blog.id(), POST).await()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, 192.0.2.7, ada@example.org",
    "false, true, , ada@example.org",
    "true, false, 192.0.2.7, ",
    "false, false, , "
  })
  void what_the_site_does_not_want_kept_of_an_author_is_not_kept(
      boolean keepIp, boolean keepEmail, @Nullable String ip, @Nullable String email) {
    var ada = new Author(
        "u-7", "Ada", "ada@example.org", "https://ada.example.org/", "192.0.2.7", "Mozilla/5.0");
    var site = new Site(
        blog.id(),
        "Blog",
        null,
        List.of(),
        null,
        new Privacy(keepIp, keepEmail),
        DoorSettings.DEFAULT,
        List.of(),
        List.of(),
        DrawRates.NONE,
        ActivationRequirements.NONE,
        List.of(),
        List.of(),
        List.of(),
        NOW,
        1);

    moderateComment
        .moderate(site, submission(comment("c-1", "Thanks.").withAuthor(ada), "Bridges"))
        .await();

    assertThat(comments.all())
        .extracting(each -> each.comment().author())
        .containsExactly(
            new Author("u-7", "Ada", email, "https://ada.example.org/", ip, "Mozilla/5.0"));
  }

  @Test
  void a_store_that_is_down_fails_the_submission() {
    comments.isDown(true);

    assertThatThrownBy(() -> moderate(comment("c-1", "Thanks.")))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> moderate(reply("c-2", "c-1")))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void a_post_that_could_not_be_stored_fails_the_submission_and_a_repeat_makes_up_for_it() {
    posts.isDown(true);
    assertThatThrownBy(() -> moderate(comment("c-1", "Thanks.")))
        .isInstanceOf(StoreUnavailableException.class);
    posts.isDown(false);

    assertThat(moderate(comment("c-1", "Thanks.")))
        .isEqualTo(new Unchanged(comments.all().get(0)));

    assertThat(posts.find(blog.id(), POST).await()).contains(post("Bridges"));
  }

  private Moderated moderate(Comment comment) {
    return moderateComment.moderate(blog, submission(comment, "Bridges")).await();
  }

  private static Comment reply(String id, String parent) {
    return comment(id, parent, "You are welcome.", NOW);
  }

  private Submission submission(Comment comment, String title) {
    return new Submission(
        comment, new Post(blog.id(), comment.post(), null, title, null, NOW), false, Origin.NATIVE);
  }

  private Post post(String title) {
    return new Post(blog.id(), POST, null, title, null, NOW);
  }
}
