package io.moderato.audit;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In memory. */
public final class FakeAuditLog implements AuditLog {
  private final List<AuditEntry> entries = new ArrayList<>();

  /** All there are, in the order in which they came. */
  public List<AuditEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public Future<Void> add(List<AuditEntry> added) {
    if (added.stream().anyMatch(entry -> find(entry.id()).result().isPresent())) {
      return Future.failedFuture("there is an entry of that id");
    }
    entries.addAll(added);
    return Future.succeededFuture();
  }

  @Override
  public Future<Optional<AuditEntry>> find(String id) {
    return Future.succeededFuture(
        entries.stream().filter(entry -> entry.id().equals(id)).findFirst());
  }

  @Override
  public Future<List<AuditEntry>> page(AuditQuery query, @Nullable String before, int limit) {
    return Future.succeededFuture(entries.stream()
        .filter(entry -> matches(query, entry))
        .filter(entry -> before == null || entry.id().compareTo(before) < 0)
        .sorted(Comparator.comparing(AuditEntry::id).reversed())
        .limit(limit)
        .toList());
  }

  @Override
  public Future<Integer> unname(SiteId site, String author, int limit) {
    var query = AuditQuery.ofAuthor(site, author);
    var about =
        entries.stream().filter(entry -> matches(query, entry)).limit(limit).toList();
    entries.replaceAll(entry -> about.contains(entry) ? unnamed(entry) : entry);
    return Future.succeededFuture(about.size());
  }

  private static AuditEntry unnamed(AuditEntry entry) {
    return new AuditEntry(
        entry.id(),
        entry.at(),
        entry.who(),
        entry.act(),
        entry.site(),
        entry.comment(),
        null,
        entry.batch(),
        null,
        null,
        entry.facts());
  }

  private static boolean matches(AuditQuery query, AuditEntry entry) {
    return (query.sites() == null || entry.site() != null && query.sites().contains(entry.site()))
        && (query.comment() == null || query.comment().equals(entry.comment()))
        && (query.author() == null || query.author().equals(entry.author()))
        && (query.who() == null || query.who().equals(entry.who()))
        && (query.acts().isEmpty() || query.acts().contains(entry.act()))
        && (query.batch() == null || query.batch().equals(entry.batch()))
        && (query.from() == null || !entry.at().isBefore(query.from()))
        && (query.until() == null || entry.at().isBefore(query.until()));
  }
}
