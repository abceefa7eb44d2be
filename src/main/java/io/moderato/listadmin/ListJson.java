package io.moderato.listadmin;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.moderation.ListHitJson;
import io.moderato.wordlist.ListField;
import io.moderato.wordlist.ListOwner;
import io.moderato.wordlist.ListSummary;
import io.moderato.wordlist.WordList;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Lists as they come in and leave; the JSON that comes in has been validated against the contract. */
public final class ListJson {
  private ListJson() {}

  /** Each once, without white space around. */
  public static List<String> entries(JsonNode body) {
    var entries = new LinkedHashSet<String>();
    body.path("entries").forEach(entry -> entries.add(entry.textValue().strip()));
    return new ArrayList<>(entries);
  }

  public static Set<ListField> fields(JsonNode fields) {
    return StreamSupport.stream(fields.spliterator(), false)
        .map(field -> ListField.of(field.textValue()))
        .collect(Collectors.toSet());
  }

  public static JsonObject summary(ListSummary list) {
    var fields = new JsonArray();
    list.fields().stream().sorted().map(ListField::word).forEach(fields::add);
    return new JsonObject()
        .put("name", list.name())
        .put("shared", list.owner().equals(ListOwner.OPERATOR))
        .put("description", list.description())
        .put("format", list.format().word())
        .put("fields", fields)
        .put("size", list.size())
        .put("version", list.version())
        .put("updatedAt", list.updatedAt().toString());
  }

  static JsonObject full(WordList list) {
    return summary(list.summary()).put("entries", new JsonArray(list.entries()));
  }

  static JsonObject preview(Preview preview) {
    var verdicts = new JsonObject();
    preview.verdicts().forEach((verdict, count) -> verdicts.put(verdict.name(), count));
    var first = new JsonArray();
    preview.first().forEach(comment -> {
      var hits = new JsonArray();
      comment.hits().forEach(hit -> hits.add(ListHitJson.of(hit)));
      first.add(new JsonObject()
          .put("comment", comment.id().value())
          .put("decidedAt", comment.decidedAt().toString())
          .put("verdict", comment.verdict().name())
          .put("listHits", hits));
    });
    return new JsonObject()
        .put("searched", preview.searched())
        .put("hit", preview.hit())
        .put("share", preview.searched() == 0 ? 0.0 : (double) preview.hit() / preview.searched())
        .put("verdicts", verdicts)
        .put("first", first);
  }
}
