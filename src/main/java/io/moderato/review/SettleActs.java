package io.moderato.review;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditLog;
import io.moderato.audit.AuditQuery;
import io.moderato.comment.CommentId;
import io.moderato.moderation.HumanDecision;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acts are written down before they are done, so that the end of a process may leave some that were never done: these are written down
 * as having come to nothing. Afterwards what is written down and the comments agree.
 */
public final class SettleActs {
  private static final Logger LOG = LoggerFactory.getLogger(SettleActs.class);

  /** More than are ever under way at once. */
  private static final int LATEST = 5000;

  /** Decisions of one text; older ones may be gone. */
  private static final int MOST_KEPT = 50;

  private final AuditLog audit;
  private final ModeratedCommentRepository comments;
  private final WriteDown writeDown;

  /** @param ids of audit entries */
  public SettleActs(
      AuditLog audit, ModeratedCommentRepository comments, Supplier<String> ids, Clock clock) {
    this.audit = audit;
    this.comments = comments;
    this.writeDown = new WriteDown(audit, ids, clock);
  }

  /**
   * Completes with how many acts were found that were never done.
   *
   * @param before what was written down later may still be under way
   */
  public Future<Integer> settle(Instant before) {
    return audit
        .page(AuditQuery.ALL.of(WriteDown.CHANGING), null, LATEST)
        .compose(entries -> {
          var open = open(entries, before);
          return read(open)
              .compose(found -> refuse(
                  open.stream().filter(entry -> wasNeverDone(entry, found)).toList()));
        })
        .onSuccess(count -> {
          if (count > 0) {
            LOG.atWarn().addKeyValue("acts", count).log("acts were cut short by a stop");
          }
        });
  }

  /** Those that may not have been done, and of which that is not known yet. */
  private static List<AuditEntry> open(List<AuditEntry> entries, Instant before) {
    var settled = entries.stream()
        .filter(entry -> entry.act() == Act.REFUSED || entry.act() == Act.UNDO)
        .map(entry -> entry.facts().get("of"))
        .filter(Objects::nonNull)
        .collect(toSet());
    return entries.stream()
        .filter(entry -> entry.act() != Act.REFUSED && entry.act() != Act.UNDO)
        .filter(entry -> entry.site() != null && entry.comment() != null)
        .filter(SettleActs::decides)
        .filter(entry -> !settled.contains(entry.id()) && entry.at().isBefore(before))
        .toList();
  }

  /** A wrong reason without labels leaves no trace in the comment. */
  private static boolean decides(AuditEntry entry) {
    return entry.act() != Act.WRONG_REASON
        || entry.facts().keySet().stream().anyMatch(name -> name.startsWith("label."));
  }

  private Future<Map<SiteId, Map<CommentId, ModeratedComment>>> read(List<AuditEntry> entries) {
    Map<SiteId, Set<CommentId>> ids = entries.stream()
        .collect(groupingBy(
            entry -> Objects.requireNonNull(entry.site()),
            mapping(entry -> Objects.requireNonNull(entry.comment()), toSet())));
    var found = new HashMap<SiteId, Map<CommentId, ModeratedComment>>();
    var reads = new ArrayList<Future<?>>();
    ids.forEach((site, ofSite) -> reads.add(comments.findAll(site, ofSite).onSuccess(all -> {
      var byId = new HashMap<CommentId, ModeratedComment>();
      all.forEach(each -> byId.put(each.comment().id(), each));
      found.put(site, byId);
    })));
    return Future.all(reads).map(done -> found);
  }

  /** Of what is erased nothing can be told; of what was decided very often, no more than the latest is kept. */
  private static boolean wasNeverDone(
      AuditEntry entry, Map<SiteId, Map<CommentId, ModeratedComment>> found) {
    var comment = found.getOrDefault(entry.site(), Map.of()).get(entry.comment());
    return comment != null
        && decisions(comment).count() < MOST_KEPT
        && decisions(comment)
            .noneMatch(
                decision -> decision.by().equals(entry.who()) && decision.at().equals(entry.at()));
  }

  private static Stream<HumanDecision> decisions(ModeratedComment comment) {
    return Stream.concat(
        comment.humanDecisions().stream(),
        comment.history().stream().flatMap(revision -> revision.humanDecisions().stream()));
  }

  private Future<Integer> refuse(List<AuditEntry> entries) {
    var refusals = entries.stream()
        .map(entry -> writeDown.refused(entry, "The service stopped before it was done."))
        .toList();
    return Future.all(refusals).map(done -> refusals.size());
  }
}
