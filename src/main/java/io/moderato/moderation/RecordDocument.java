package io.moderato.moderation;

import io.moderato.site.SiteId;
import java.util.List;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * A stored comment as it is exported: {@link CommentDocument} as MongoDB's relaxed extended JSON, without its site, and without whom
 * to call back and what others were still to be told.
 */
public final class RecordDocument {
  private static final JsonWriterSettings RELAXED = JsonWriterSettings.builder()
      .outputMode(JsonMode.RELAXED)
      .int64Converter(
          (value, writer) -> writer.writeRaw("{\"$numberLong\": \"%d\"}".formatted(value)))
      .build();

  /** Whom to call back, and what others were still to be told. */
  private static final List<String> UNSENT =
      List.of("callback", "events", "leaving", "nextDeliveryAt");

  private RecordDocument() {}

  public static String json(ModeratedComment comment) {
    var document = CommentDocument.of(comment);
    List.of("_id", "site").forEach(document::remove);
    UNSENT.forEach(document::remove);
    return document.toJson(RELAXED);
  }

  /**
   * The comment in the site that it is taken into.
   *
   * @throws InvalidRecordException for a JSON object that is no such record
   */
  public static ModeratedComment read(SiteId site, String json) {
    try {
      var document = Document.parse(json);
      UNSENT.forEach(document::remove);
      document.append("site", site.value()).append("events", List.of());
      var comment = CommentDocument.read(document);
      CommentDocument.of(comment); // whatever reading left open, such as a missing time, shows here
      return comment;
    } catch (RuntimeException e) {
      // Of the driver or a record: a field is missing, or of another type.
      throw new InvalidRecordException(e);
    }
  }
}
