package io.moderato.audit;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps entries for good: there is no way to change or to erase one. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
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
}
