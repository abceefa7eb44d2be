package io.moderato.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.moderato.AdjustableClock;
import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.CommentId;
import io.moderato.comment.MongoPostRepository;
import io.moderato.comment.Post;
import io.moderato.comment.TextFormat;
import io.moderato.embedded.EmbeddedServer;
import io.moderato.mongo.Publishers;
import io.moderato.recent.RecentComments;
import io.moderato.recent.SomeRecentComments;
import io.moderato.site.Site;
import io.moderato.site.Sites;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the signals cost of the store, as docs/architecture.md promises it: the commands that the driver really sends. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreRoundTripsTest {
  @RegisterExtension
  static final TestJudge JUDGE = new TestJudge();

  private static final String RECORD = "find comments";
  private static final String POST = "find posts";
  private static final String STANDINGS = "find standings";

  @TempDir
  private Path folder;

  private final Site blog = Sites.site("blog");
  private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
  private final RecentComments recent = SomeRecentComments.empty(clock);
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private final Vertx vertx = Vertx.vertx();
  private EmbeddedServer server;
  private MongoClient client;
  private AuthorStandings standings;
  private JudgeComment judge;
  private ModerateComment moderateComment;
  private EditComment editComment;

  @BeforeEach
  void start() {
    server = EmbeddedServer.start(folder);
    client = MongoClients.create(MongoClientSettings.builder()
        .applyConnectionString(new ConnectionString(server.connectionString()))
        .addCommandListener(new CommandListener() {
          @Override
          public void commandStarted(CommandStartedEvent event) {
            var name = event.getCommandName();
            sent.add(name + " " + event.getCommand().getString(name).getValue());
          }
        })
        .build());
    var database = client.getDatabase("moderato");
    var publishers = new Publishers(vertx);
    var comments = new MongoModeratedCommentRepository(database, publishers);
    var posts = new MongoPostRepository(database, publishers);
    standings = new MongoAuthorStandings(database, publishers);
    judge = JUDGE.judge(clock, comments, posts, recent, standings);
    moderateComment =
        new ModerateComment(judge, comments, posts, recent, DecidedBeforehand.NOTHING);
    editComment = new EditComment(
        judge, new ChangeComment(comments, JUDGE.rememberChange(recent), site -> {}), clock);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    vertx.close().await();
  }

  @Test
  void a_comment_of_nobody_known_under_a_post_told_along_asks_the_store_nothing() {
    assertThat(asked(by(null, "c-1"), post("Steel bridges rust."))).isEmpty();
  }

  @Test
  void the_authors_record_is_one_question_and_the_sites_standings_are_known_for_some_seconds() {
    assertThat(asked(by("u-1", "c-1"), post("Steel bridges rust.")))
        .containsExactlyInAnyOrder(RECORD, STANDINGS);
    assertThat(asked(by("u-2", "c-2"), post("Steel bridges rust."))).containsExactly(RECORD);
  }

  @Test
  void the_posts_text_is_one_question_and_the_next_comment_of_the_same_seconds_has_it() {
    assertThat(asked(by(null, "c-1"), post(null))).containsExactly(POST);
    assertThat(asked(by(null, "c-2"), post(null))).isEmpty();
  }

  @Test
  void all_signals_together_are_two_questions_however_many_comments_are_stored() {
    for (int i = 0; i < 250; i++) {
      submit(by("u-1", "old-" + i));
    }
    forgetWhatWasSent();

    assertThat(asked(by("u-1", "c-1"), post(null))).containsExactlyInAnyOrder(RECORD, POST);
  }

  @Test
  void a_reply_reads_its_parent_besides_and_is_one_write_under_a_post_that_did_not_change() {
    submit(by("u-1", "c-1"));
    forgetWhatWasSent();

    submit(ModeratedComments.comment("c-2", "c-1", "Thanks.", clock.instant())
        .withAuthor(by("u-2", "c-2").author()));

    assertThat(sent).containsExactly("find comments", RECORD, "insert comments");
  }

  @Test
  void an_edit_reads_the_comment_besides() {
    submit(by("u-1", "c-1"));
    forgetWhatWasSent();

    editComment
        .edit(blog, new CommentId("c-1"), "Another text.", TextFormat.TEXT)
        .await();

    assertThat(sent).containsExactlyInAnyOrder("find comments", RECORD, POST, "update comments");
  }

  private List<String> asked(Comment comment, Post post) {
    sent.clear();
    var submission = new Submission(comment, post, true, Origin.NATIVE);
    judge.judge(blog, comment, Surroundings.of(submission, null)).await();
    return List.copyOf(sent);
  }

  /** The site's standings, which are asked for once in some seconds, were asked for just now. */
  private void forgetWhatWasSent() {
    standings.lately(blog.id(), "id:u-1").await();
    sent.clear();
  }

  private void submit(Comment comment) {
    moderateComment
        .moderate(blog, new Submission(comment, post("Bridges."), false, Origin.NATIVE))
        .await();
  }

  private Comment by(@Nullable String author, String id) {
    return ModeratedComments.comment(id, "Thanks.")
        .withAuthor(new Author(author, null, null, null, null, null));
  }

  private Post post(@Nullable String body) {
    return new Post(blog.id(), ModeratedComments.POST, null, null, body, clock.instant());
  }
}
