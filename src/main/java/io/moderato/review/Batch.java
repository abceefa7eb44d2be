package io.moderato.review;

import io.moderato.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the acts of one selection have in common.
 *
 * @param id null for an act by itself
 * @param size how many acts were wanted
 */
record Batch(@Nullable String id, int size) {
  static final Batch NONE = new Batch(null, 1);

  AuditEntry mark(AuditEntry entry) {
    return id == null ? entry : entry.in(id).with("of-batch", Integer.toString(size));
  }
}
