package io.moderato.moderation;

import io.micrometer.core.instrument.MeterRegistry;
import io.moderato.classify.Classification;
import io.moderato.classify.ClassifierPool;
import io.moderato.classify.ClassifierPool.Request;
import io.moderato.classify.LanguageHint;
import io.moderato.classify.WordHashes;
import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.Post;
import io.moderato.recent.Past;
import io.moderato.recent.RecentComment;
import io.moderato.recent.RecentComments;
import io.moderato.signals.AuthorRecord;
import io.moderato.signals.Edit;
import io.moderato.signals.Form;
import io.moderato.signals.Language;
import io.moderato.signals.Links;
import io.moderato.signals.Relevance;
import io.moderato.signals.Signals;
import io.moderato.site.Site;
import io.moderato.wordlist.ListDirectory;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is known of a comment: what its text tells, and at the same time what the store and the recent past tell. What the store
 * does not tell within the time budget, or can't, is missing; nothing waits for it any longer.
 */
public final class GatherSignals {
  private final Vertx vertx;
  private final ListDirectory lists;
  private final ClassifierPool classifiers;
  private final SiteTastes tastes;
  private final ModeratedCommentRepository comments;
  private final AuthorStandings standings;
  private final PostWords posts;
  private final RecentComments recent;
  private final Duration budget;
  private final Clock clock;
  private final MeterRegistry metrics;

  /** @param budget how long to wait for the store, from the start of gathering on */
  public GatherSignals(
      Vertx vertx,
      ListDirectory lists,
      ClassifierPool classifiers,
      SiteTastes tastes,
      ModeratedCommentRepository comments,
      AuthorStandings standings,
      PostWords posts,
      RecentComments recent,
      Duration budget,
      Clock clock,
      MeterRegistry metrics) {
    this.vertx = vertx;
    this.lists = lists;
    this.classifiers = classifiers;
    this.tastes = tastes;
    this.comments = comments;
    this.standings = standings;
    this.posts = posts;
    this.recent = recent;
    this.budget = budget;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Fails where the text can't be classified or the site's word lists were never known, and for nothing else. A comment that counts is known to the recent past from then on. */
  Future<Gathered> gather(Site site, Comment comment, Surroundings around) {
    var taste = inTime(tastes.of(site.id())).map(found -> found.flatMap(known -> known));
    var text = taste.compose(known -> text(site, comment, around.post(), known));
    var author = inTime(author(site, comment));
    var beside = inTime(beside(comment, around));
    var before = before(around.before());
    return Future.join(text, author, beside, before).map(all -> {
      var found = text.result().classification();
      var links = text.result().links();
      var past = past(comment, around, found.wordHashes());
      var signals = new Signals(
          found.scores(),
          new Language(found.language(), found.supported(), site.expects(found.language())),
          found.shape(),
          links,
          new Form(comment.honeypotFilled(), comment.formSeconds()),
          text.result().lists(),
          edit(around.before(), before.result().orElse(null), found, links),
          past.map(Past::repeats).orElse(null),
          past.map(Past::pace).orElse(null),
          author.result().orElse(null),
          beside.result().map(known -> known.relevance(found.wordHashes())).orElse(null),
          past.map(Past::corrections).orElse(null));
      signals
          .missing()
          .forEach(
              signal -> metrics.counter("signals.missing", "signal", signal).increment());
      var scoredBy = taste
          .result()
          .map(known -> found.models() + " " + known.version())
          .orElse(found.models());
      var unfamiliar = taste
          .result()
          .filter(known -> known.words().areUnfamiliarIn(found.wordHashes()))
          .isPresent();
      return new Gathered(signals, found.evidence(), scoredBy, unfamiliar);
    });
  }

  private Future<TextFound> text(
      Site site, Comment comment, @Nullable Post post, Optional<SiteTaste> taste) {
    var request =
        new Request(comment.text(), comment.format(), LanguageHint.expecting(site.languages()));
    var own = ownAddresses(site, post);
    return lists.of(site).compose(siteLists -> {
      Function<Classification, TextFound> andThen =
          found -> TextFound.of(found, siteLists, comment.author(), own);
      return taste.isPresent()
          ? classifiers.classify(taste.get().classifier(), request, andThen)
          : classifiers.classify(request, andThen);
    });
  }

  private static List<String> ownAddresses(Site site, @Nullable Post post) {
    return Stream.of(site.url(), post == null ? null : post.url())
        .filter(Objects::nonNull)
        .toList();
  }

  /** Goes on where it was called: {@code Future.timeout} might do so on a thread that all futures without a context share. */
  private <T> Future<Optional<T>> inTime(Future<T> asked) {
    var answer = Promise.<Optional<T>>promise();
    if (asked.isComplete()) {
      answer.complete(Optional.ofNullable(asked.result()));
      return answer.future();
    }
    var timer = vertx.setTimer(budget.toMillis(), late -> answer.tryComplete(Optional.empty()));
    asked.onComplete(answered -> {
      vertx.cancelTimer(timer);
      answer.tryComplete(Optional.ofNullable(answered.result()));
    });
    return answer.future();
  }

  private Future<AuthorRecord> author(Site site, Comment comment) {
    var author = kept(site, comment.author());
    var key = author.key();
    if (key == null) {
      return Future.succeededFuture(AuthorRecord.UNKNOWN);
    }
    var record = comments.authorRecord(site.id(), author, comment.id());
    var standing = standings.lately(site.id(), key);
    return Future.all(record, standing).map(both -> record.result().with(standing.result()));
  }

  /** The author without what the site does not want stored. */
  static Author kept(Site site, Author author) {
    return author.keeping(site.privacy().storeAuthorIp(), site.privacy().storeAuthorEmail());
  }

  private Future<Beside> beside(Comment comment, Surroundings around) {
    var parent = around.parent();
    Future<Optional<WordHashes>> parentWords = parent == null
        ? Future.succeededFuture(Optional.empty())
        : classifiers
            .wordHashes(parent.comment().text(), parent.comment().format())
            .map(Optional::of);
    var post = posts.of(comment.site(), comment.post(), around.post());
    return Future.join(post, parentWords)
        .map(both -> new Beside(post.result(), parentWords.result()));
  }

  /** What the text is compared with. */
  private record Beside(Optional<WordHashes> post, Optional<WordHashes> parent) {
    Relevance relevance(WordHashes own) {
      return new Relevance(share(own, post), share(own, parent));
    }

    private static @Nullable Double share(WordHashes own, Optional<WordHashes> other) {
      return other.map(own::shareIn).orElse(null);
    }
  }

  private Future<Optional<WordHashes>> before(@Nullable ModeratedComment before) {
    return before == null
        ? Future.succeededFuture(Optional.empty())
        : classifiers
            .wordHashes(before.comment().text(), before.comment().format())
            .map(Optional::of);
  }

  private static Edit edit(
      @Nullable ModeratedComment before,
      @Nullable WordHashes old,
      Classification found,
      Links now) {
    if (before == null || old == null) {
      return Edit.NONE;
    }
    var links = before.judgement().signals().links().count();
    int added = Math.max(0, now.count() - links);
    return new Edit(
        true,
        before.wasShown(),
        before.wasRejectedLast(),
        added,
        found.wordHashes().shareNotIn(old));
  }

  private Optional<Past> past(Comment comment, Surroundings around, WordHashes words) {
    var now = clock.instant();
    var newcomer = new RecentComment(
        comment.site(),
        comment.id(),
        comment.post(),
        comment.author(),
        words,
        now,
        now,
        null,
        null,
        null);
    return around.counts() ? recent.meet(newcomer) : recent.look(newcomer);
  }
}
