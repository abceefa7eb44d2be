package io.moderato.audit;

import io.vertx.core.json.JsonObject;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The form in which entries leave; see {@code AuditEntry} of the contract. */
public final class AuditJson {
  private AuditJson() {}

  public static JsonObject of(AuditEntry entry) {
    return new JsonObject()
        .put("id", entry.id())
        .put("at", entry.at().toString())
        .put("who", entry.who())
        .put("act", entry.act().word())
        .put("site", text(entry.site()))
        .put("comment", text(entry.comment()))
        .put("author", entry.author())
        .put("batch", entry.batch())
        .put("reason", entry.reason())
        .put("note", entry.note())
        .put("facts", new JsonObject(new TreeMap<>(entry.facts())));
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
