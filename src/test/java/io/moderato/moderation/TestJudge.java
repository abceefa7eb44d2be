package io.moderato.moderation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moderato.classify.ClassifierPool;
import io.moderato.comment.PostRepository;
import io.moderato.policy.Policy;
import io.moderato.policy.PolicySource;
import io.moderato.policy.Rule;
import io.moderato.policy.Verdict;
import io.moderato.recent.RecentComments;
import io.moderato.wordlist.FakeWordListRepository;
import io.moderato.wordlist.ListDirectory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Judges with {@link FakeClassifier}: spam is rejected, a filled honeypot held, the rest approved. */
final class TestJudge implements AfterAllCallback {
  private final Vertx vertx = Vertx.vertx();
  private final ListDirectory lists =
      new ListDirectory(new FakeWordListRepository(), vertx, Clock.systemUTC());
  private final ClassifierPool classifiers = new ClassifierPool(vertx, new FakeClassifier(), 1);

  RememberChange rememberChange(RecentComments recent) {
    return new RememberChange(classifiers, recent);
  }

  JudgeComment judge(
      Clock clock,
      ModeratedCommentRepository comments,
      PostRepository posts,
      RecentComments recent) {
    return judge(clock, comments, posts, recent, new FakeAuthorStandings());
  }

  JudgeComment judge(
      Clock clock,
      ModeratedCommentRepository comments,
      PostRepository posts,
      RecentComments recent,
      AuthorStandings standings) {
    var rules = List.of(
        new Rule("spam", "Spam ({value}).", "scores.SPAM >= 0.9", Verdict.REJECT),
        new Rule("honeypot", "Filled in.", "form.honeypotFilled", Verdict.HOLD));
    var policy = Policy.of(new PolicySource("test", null, List.of(), rules), 1);
    var metrics = new SimpleMeterRegistry();
    var gather = new GatherSignals(
        vertx,
        lists,
        classifiers,
        SiteTastes.NONE,
        comments,
        standings,
        new PostWords(posts, classifiers),
        recent,
        Duration.ofSeconds(5),
        clock,
        metrics);
    return new JudgeComment(
        gather, site -> Future.succeededFuture(policy), BesideJudge.NONE, clock, metrics);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    classifiers.close();
    vertx.close().await();
  }
}
