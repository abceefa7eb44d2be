package io.moderato.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditLog;
import io.moderato.audit.AuditQuery;
import io.moderato.moderation.CommentKey;
import io.moderato.review.ActOutcome.Absent;
import io.moderato.review.ActOutcome.Done;
import io.moderato.review.ActOutcome.HeldByAnother;
import io.moderato.review.ActOutcome.LostRace;
import io.moderato.review.BulkOutcome.Refused;
import io.moderato.review.BulkOutcome.Started;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same act on many comments: each is decided by itself as if it were the only one, and what could not be done is said. */
public final class BulkActs {
  private static final int AT_ONCE = 25;
  private static final int PAGE = 500;
  private static final int SAMPLE = 5;

  private final ReviewQueue queue;
  private final DecideReview decide;
  private final AuditLog audit;
  private final Supplier<String> ids;
  private final Clock clock;
  private final Cache<String, RunningBatch> running =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build();

  public BulkActs(
      ReviewQueue queue, DecideReview decide, AuditLog audit, Supplier<String> ids, Clock clock) {
    this.queue = queue;
    this.decide = decide;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  public Future<BulkPreview> preview(QueueQuery query) {
    var asOf = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var page = queue.page(query, null, SAMPLE);
    var count = queue.count(query, Selection.MOST + 1);
    return Future.all(page, count)
        .map(both -> new BulkPreview(count.result(), page.result().rows(), asOf));
  }

  /**
   * Begins; completes when it is known what is selected.
   *
   * @param who may review the sites of the selection
   */
  public Future<BulkOutcome> act(
      String who, Selection selection, Act act, @Nullable String reason, @Nullable String note) {
    return picks(selection).map(picks -> act(ids.get(), who, picks, act, reason, note));
  }

  BulkOutcome act(
      String batch,
      String who,
      List<Pick> picks,
      Act act,
      @Nullable String reason,
      @Nullable String note) {
    if (picks.isEmpty()) {
      return new Refused("Nothing is selected.");
    }
    if (picks.size() > Selection.MOST) {
      return new Refused(
          "At most %,d comments can be decided at once; select fewer.".formatted(Selection.MOST));
    }
    var orders = picks.stream()
        .map(
            pick -> Order.of(pick.site(), pick.comment(), pick.version(), act).saying(reason, note))
        .toList();
    var mistake = orders.get(0).mistake();
    return mistake.isPresent() ? new Refused(mistake.get()) : begin(batch, who, orders);
  }

  private Future<List<Pick>> picks(Selection selection) {
    return selection instanceof Selection.Filtered filtered
        ? picks(filtered, null, new ArrayList<>())
        : Future.succeededFuture(((Selection.Picked) selection).picks());
  }

  private Future<List<Pick>> picks(
      Selection.Filtered filtered, @Nullable String cursor, List<Pick> soFar) {
    return queue.comments(filtered.query(), cursor, PAGE).compose(page -> {
      page.stream()
          .filter(each -> !each.judgement().decidedAt().isAfter(filtered.asOf()))
          .map(each -> new Pick(each.comment().site(), each.comment().id(), each.version()))
          .forEach(soFar::add);
      return page.size() < PAGE || soFar.size() > Selection.MOST
          ? Future.succeededFuture(soFar)
          : picks(filtered, queue.end(filtered.query(), page), soFar);
    });
  }

  private BulkOutcome begin(String id, String who, List<Order> orders) {
    var sites = orders.stream().map(Order::site).collect(Collectors.toSet());
    var run = new RunningBatch(id, sites, orders.size());
    var batch = new Batch(run.id(), orders.size());
    running.put(run.id(), run);
    step(who, orders, batch, run).onComplete(done -> run.finished());
    return new Started(run.progress());
  }

  private Future<Void> step(String who, List<Order> left, Batch batch, RunningBatch run) {
    if (left.isEmpty()) {
      return Future.succeededFuture();
    }
    int size = Math.min(AT_ONCE, left.size());
    var acts =
        left.subList(0, size).stream().map(order -> one(who, order, batch, run)).toList();
    return Future.join(acts)
        .transform(done -> step(who, left.subList(size, left.size()), batch, run));
  }

  private Future<ActOutcome> one(String who, Order order, Batch batch, RunningBatch run) {
    var key = new CommentKey(order.site(), order.comment());
    return decide
        .act(who, order, batch)
        .onSuccess(outcome -> why(outcome).ifPresentOrElse(why -> run.failed(key, why), run::done))
        .onFailure(failure -> run.failed(key, "The store could not be used."));
  }

  private static Optional<String> why(ActOutcome outcome) {
    if (outcome instanceof Done) {
      return Optional.empty();
    }
    if (outcome instanceof LostRace lost) {
      var by = lost.by();
      return Optional.of(
          by == null
              ? "It was changed since."
              : "%s has done something to it since: %s."
                  .formatted(by.who(), by.act().word()));
    }
    if (outcome instanceof HeldByAnother held) {
      return Optional.of("%s is looking at it.".formatted(held.claim().holder()));
    }
    if (outcome instanceof Absent) {
      return Optional.of("It is no longer stored.");
    }
    return Optional.of(((ActOutcome.Refused) outcome).why());
  }

  /**
   * Of another process, or before a restart, it is told by what was written down; empty for a batch that the asker may not know of.
   *
   * @param may which sites the asker may review; one of the batch's is enough
   */
  public Future<Optional<BulkProgress>> progress(Predicate<SiteId> may, String batch) {
    var run = running.getIfPresent(batch);
    if (run != null) {
      return Future.succeededFuture(
          run.sites().stream().anyMatch(may) ? Optional.of(run.progress()) : Optional.empty());
    }
    return audit
        .page(AuditQuery.ofBatch(batch), null, 2 * Selection.MOST)
        .map(entries ->
            entries.stream().anyMatch(entry -> entry.site() != null && may.test(entry.site()))
                ? Optional.of(writtenDown(batch, entries))
                : Optional.empty());
  }

  private BulkProgress writtenDown(String batch, List<AuditEntry> all) {
    var entries = all.stream()
        .filter(entry -> !entry.facts().containsKey(StandingCampaigns.ARRIVAL))
        .toList();
    int refused =
        (int) entries.stream().filter(entry -> entry.act() == Act.REFUSED).count();
    int total = entries.stream()
        .map(entry -> entry.facts().get("of-batch"))
        .filter(Objects::nonNull)
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(0);
    int done = entries.size() - 2 * refused; // each was written down as an act first
    return new BulkProgress(batch, total, done, refused, List.of(), isOver(all));
  }

  /** The newest entry comes first. */
  private boolean isOver(List<AuditEntry> entries) {
    Instant last = entries.get(0).at();
    return last.plus(Duration.ofMinutes(1)).isBefore(clock.instant());
  }
}
