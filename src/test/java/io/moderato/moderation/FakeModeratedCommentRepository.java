package io.moderato.moderation;

import static java.util.Comparator.comparing;

import com.mongodb.MongoTimeoutException;
import io.moderato.comment.Author;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.mongo.StoreUnavailableException;
import io.moderato.signals.AuthorRecord;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps comments in memory; can be made to be down, and to let others write between a read and a replace. */
final class FakeModeratedCommentRepository implements ModeratedCommentRepository, CommentOutbox {
  private final Map<List<Object>, ModeratedComment> comments = new ConcurrentHashMap<>();
  private final Map<List<Object>, Instant> leases = new ConcurrentHashMap<>();
  private final Queue<Runnable> rivals = new ArrayDeque<>();
  private volatile boolean down;

  void isDown(boolean down) {
    this.down = down;
  }

  /** Somebody else's write, done just before the next replace that has none yet. */
  void beforeReplace(Runnable rival) {
    rivals.add(rival);
  }

  /** Whatever stood there. */
  void store(ModeratedComment comment) {
    comments.put(key(comment), comment);
  }

  List<ModeratedComment> all() {
    return List.copyOf(comments.values());
  }

  @Override
  public Future<Boolean> addIfNew(ModeratedComment comment) {
    return unlessDown(() -> comments.putIfAbsent(key(comment), comment) == null);
  }

  @Override
  public Future<Optional<ModeratedComment>> find(SiteId site, CommentId id) {
    return unlessDown(() -> Optional.ofNullable(comments.get(List.of(site, id))));
  }

  @Override
  public Future<List<ModeratedComment>> findAll(SiteId site, Collection<CommentId> ids) {
    return unlessDown(() -> ids.stream()
        .distinct()
        .map(id -> comments.get(List.of(site, id)))
        .filter(Objects::nonNull)
        .toList());
  }

  @Override
  public Future<Boolean> replace(ModeratedComment comment) {
    var rival = rivals.poll();
    if (rival != null) {
      rival.run();
    }
    return unlessDown(() -> {
      var stored = comments.get(key(comment));
      var replaced = stored != null
          && stored.version() == comment.version() - 1
          && Objects.equals(stored.events().leaving(), comment.events().leaving())
          && comments.replace(key(comment), stored, comment);
      if (replaced) {
        leases.remove(key(comment));
      }
      return replaced;
    });
  }

  @Override
  public Future<List<ModeratedComment>> approved(
      SiteId site, PostId post, CommentView view, @Nullable PagePosition after, int limit) {
    return unlessDown(() -> shown(site, post)
        .filter(each -> after == null || order(view).compare(view.positionOf(each), after) > 0)
        .sorted(comparing(view::positionOf, order(view)))
        .limit(limit)
        .toList());
  }

  @Override
  public Future<List<PastDecision>> decided(
      SiteId site,
      Period period,
      PastDecision.@Nullable Place before,
      int limit,
      boolean withText) {
    var order =
        comparing(PastDecision.Place::at).thenComparing(place -> place.id().value());
    return unlessDown(() -> comments.values().stream()
        .filter(each -> each.comment().site().equals(site))
        .filter(each -> period.contains(each.judgement().decidedAt()))
        .map(each -> past(each, withText))
        .filter(each -> before == null || order.compare(each.place(), before) < 0)
        .sorted(comparing(PastDecision::place, order.reversed()))
        .limit(limit)
        .toList());
  }

  private static PastDecision past(ModeratedComment moderated, boolean withText) {
    var comment = moderated.comment();
    var judgement = moderated.judgement();
    return new PastDecision(
        comment.id(),
        comment.submittedAt(),
        judgement.decidedAt(),
        judgement.signals(),
        moderated.verdict(),
        moderated.humanVerdict().orElse(null),
        judgement.shadow(),
        withText ? comment.text() : null,
        comment.format());
  }

  @Override
  public Future<AuthorRecord> authorRecord(SiteId site, Author author, CommentId except) {
    return unlessDown(() -> Outcome.record(comments.values().stream()
        .filter(each -> each.comment().site().equals(site))
        .filter(each -> Objects.equals(each.comment().author().key(), author.key()))
        .sorted(comparing((ModeratedComment each) -> each.comment().submittedAt())
            .thenComparing(each -> each.comment().id().value())
            .reversed())
        .limit(MOST_OF_AN_AUTHOR)
        .filter(each -> !each.comment().id().equals(except))
        .map(ModeratedComment::outcome)));
  }

  @Override
  public Future<List<ModeratedComment>> all(SiteId site, @Nullable CommentId after, int limit) {
    return unlessDown(() -> comments.values().stream()
        .filter(each -> each.comment().site().equals(site))
        .filter(each -> after == null || each.comment().id().value().compareTo(after.value()) > 0)
        .sorted(comparing(each -> each.comment().id().value()))
        .limit(limit)
        .toList());
  }

  @Override
  public Future<Integer> purgeExpired(Instant now, int limit) {
    return unlessDown(() -> {
      var expired = comments.values().stream()
          .filter(each -> each.expiresAt() != null && !each.expiresAt().isAfter(now))
          .limit(limit)
          .toList();
      expired.forEach(each -> comments.remove(key(each)));
      return expired.size();
    });
  }

  @Override
  public Future<List<Due>> due(Instant now, int limit) {
    return unlessDown(() -> comments.values().stream()
        .flatMap(each -> dueOf(each).stream())
        .filter(due -> !due.since().isAfter(now))
        .sorted(comparing(Due::since))
        .limit(limit)
        .toList());
  }

  private Optional<Due> dueOf(ModeratedComment comment) {
    return Optional.ofNullable(next(comment))
        .map(since -> new Due(comment.comment().site(), comment.comment().id(), since));
  }

  private @Nullable Instant next(ModeratedComment comment) {
    var lease = leases.get(key(comment));
    return lease == null ? comment.events().due() : lease;
  }

  @Override
  public Future<Optional<ModeratedComment>> claim(Due due, Instant now, Instant leaseEnd) {
    return unlessDown(() -> {
      var key = List.<Object>of(due.site(), due.id());
      var stored = comments.get(key);
      if (stored == null || !due.since().equals(next(stored))) {
        return Optional.empty();
      }
      var events = stored.events();
      var leaving =
          events.leaving() == null || events.leaving().isBefore(now) ? now : events.leaving();
      comments.put(
          key, with(stored, new PendingEvents(events.waiting(), leaving, events.changedAt())));
      leases.put(key, leaseEnd);
      return Optional.of(comments.get(key));
    });
  }

  @Override
  public Future<Void> left(ModeratedComment claimed, Instant leaseEnd) {
    return unlessDown(() -> {
      if (claimed.equals(comments.get(key(claimed))) && leaseEnd.equals(leases.get(key(claimed)))) {
        comments.put(key(claimed), with(claimed, claimed.events().afterLeaving()));
        leases.remove(key(claimed));
      }
      return null;
    });
  }

  private static ModeratedComment with(ModeratedComment comment, PendingEvents events) {
    return new ModeratedComment(
        comment.comment(),
        comment.origin(),
        comment.place(),
        comment.judgement(),
        comment.humanDecisions(),
        comment.status(),
        comment.version(),
        comment.submission(),
        comment.history(),
        events,
        comment.expiresAt());
  }

  private Stream<ModeratedComment> shown(SiteId site, PostId post) {
    return comments.values().stream()
        .filter(each -> each.status() == Status.APPROVED)
        .filter(
            each -> each.comment().site().equals(site) && each.comment().post().equals(post));
  }

  private static Comparator<PagePosition> order(CommentView view) {
    Comparator<PagePosition> byKey = view == CommentView.FLAT
        ? comparing(position -> Long.parseLong(position.key()))
        : comparing(PagePosition::key);
    return byKey.thenComparing(position -> position.id().value());
  }

  private static List<Object> key(ModeratedComment moderated) {
    return List.of(moderated.comment().site(), moderated.comment().id());
  }

  private <T> Future<T> unlessDown(Supplier<T> answer) {
    return down
        ? Future.failedFuture(new StoreUnavailableException(new MongoTimeoutException("down")))
        : Future.succeededFuture(answer.get());
  }
}
