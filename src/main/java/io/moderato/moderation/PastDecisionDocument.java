package io.moderato.moderation;

import com.mongodb.client.model.Projections;
import io.moderato.comment.CommentId;
import io.moderato.comment.TextFormat;
import io.moderato.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;

/** The part of a {@link CommentDocument} that a {@link PastDecision} is read from. */
final class PastDecisionDocument {
  static final String AT = "decision.decidedAt";
  private static final DocumentCodec CODEC = new DocumentCodec();

  private PastDecisionDocument() {}

  static Bson projection(boolean withText) {
    var fields = new ArrayList<>(
        List.of("comment", "format", "signals", "decision.verdict", "decision.policy", AT));
    if (withText) {
      fields.add("text");
    }
    return Projections.include(fields);
  }

  static PastDecision read(RawBsonDocument raw) {
    var document = raw.decode(CODEC);
    var decision = document.get("decision", Document.class);
    return new PastDecision(
        new CommentId(document.getString("comment")),
        decision.getDate("decidedAt").toInstant(),
        SignalsDocument.read(document.get("signals", Document.class)),
        Verdict.valueOf(decision.getString("verdict")),
        decision.getString("policy"),
        document.getString("text"),
        TextFormat.of(document.getString("format")));
  }
}
