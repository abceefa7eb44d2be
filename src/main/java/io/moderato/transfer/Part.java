package io.moderato.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;

/** Something of a site that is neither a post nor a comment; it leaves in lines of one kind, and comes back in them. */
public interface Part {
  /** Of its lines: {@code {"kind": "policy", "policy": {…}}}. */
  String kind();

  /**
   * Hands on each line's content.
   *
   * @param out completes when there is room for more
   */
  Future<Void> export(Site site, Function<JsonObject, Future<Void>> out);

  /**
   * What a line's content adds; it has been held against the contract. The same again changes nothing.
   *
   * @param pointer to the content
   * @throws io.moderato.http.ProblemException for what the contract can't tell
   */
  HistoryLine read(Site site, JsonNode json, String pointer);
}
