package io.moderato.moderation;

import com.mongodb.client.model.Projections;
import io.moderato.comment.CommentId;
import io.moderato.comment.TextFormat;
import io.moderato.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The part of a {@link CommentDocument} that a {@link PastDecision} is read from. A codec, so that thousands of them are read on the
 * driver's threads and not on an event loop.
 */
final class PastDecisionDocument implements Codec<PastDecision> {
  static final String AT = "decision.decidedAt";

  private static final List<String> FIELDS = List.of(
      "comment",
      "submittedAt",
      "format",
      "signals",
      "decision.verdict",
      AT,
      "humanDecisions.verdict",
      "shadow");

  private final DocumentCodec documents = new DocumentCodec();

  static Bson projection(boolean withText) {
    var fields = new ArrayList<>(FIELDS);
    if (withText) {
      fields.add("text");
    }
    return Projections.include(fields);
  }

  @Override
  public PastDecision decode(BsonReader reader, DecoderContext context) {
    var document = documents.decode(reader, context);
    var decision = document.get("decision", Document.class);
    var shadow = document.get("shadow", Document.class);
    return new PastDecision(
        new CommentId(document.getString("comment")),
        document.getDate("submittedAt").toInstant(),
        decision.getDate("decidedAt").toInstant(),
        SignalsDocument.read(document.get("signals", Document.class)),
        Verdict.valueOf(decision.getString("verdict")),
        human(document),
        shadow == null ? null : CommentDocument.readShadow(shadow),
        document.getString("text"),
        TextFormat.of(document.getString("format")));
  }

  private static @Nullable Verdict human(Document document) {
    var decisions = document.getList("humanDecisions", Document.class, List.of());
    return decisions.stream()
        .map(decision -> decision.getString("verdict"))
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .map(Verdict::valueOf)
        .orElse(null);
  }

  @Override
  public void encode(BsonWriter writer, PastDecision past, EncoderContext context) {
    throw new UnsupportedOperationException("past decisions are read, never written");
  }

  @Override
  public Class<PastDecision> getEncoderClass() {
    return PastDecision.class;
  }
}
