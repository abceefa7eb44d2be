package io.moderato.audit;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps entries for good: there is no way to erase one, and none to change what was done, when and by whom. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface AuditLog {
  /** Completes when all are durable. Where it fails, some of them may be. */
  Future<Void> add(List<AuditEntry> entries);

  default Future<Void> add(AuditEntry entry) {
    return add(List.of(entry));
  }

  Future<Optional<AuditEntry>> find(String id);

  /**
   * The newest first.
   *
   * @param before the id that the page before ended with; null for the first page
   */
  Future<List<AuditEntry>> page(AuditQuery query, @Nullable String before, int limit);

  /**
   * Takes the author, and what people wrote as a reason or a note, out of entries about an author who is to be forgotten. What was done, when
   * and by whom stays.
   *
   * @param limit at most so many; completes with how many it were
   */
  Future<Integer> unname(SiteId site, String author, int limit);
}
