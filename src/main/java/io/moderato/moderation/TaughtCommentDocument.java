package io.moderato.moderation;

import com.mongodb.client.model.Projections;
import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.comment.TextFormat;
import io.moderato.policy.Verdict;
import java.util.EnumSet;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;

/**
 * The part of a {@link CommentDocument} that a {@link TaughtComment} is read from. A codec, so that tens of thousands of them are read on the
 * driver's threads and not on an event loop.
 */
final class TaughtCommentDocument implements Codec<TaughtComment> {
  static final Bson FIELDS = Projections.include(
      "comment",
      "text",
      "format",
      "humanDecisions",
      "decision.verdict",
      "decision.reasons.label",
      "decision.reasons.verdict",
      "decision.policy",
      "decision.models",
      "signals",
      "taught");

  private final DocumentCodec documents = new DocumentCodec();

  @Override
  public TaughtComment decode(BsonReader reader, DecoderContext context) {
    var document = documents.decode(reader, context);
    var decision = document.get("decision", Document.class);
    var named = EnumSet.noneOf(Label.class);
    boolean others = false;
    for (var reason : decision.getList("reasons", Document.class)) {
      var label = reason.getString("label");
      if (label != null) {
        named.add(Label.valueOf(label));
      } else {
        others |= !Verdict.APPROVE.name().equals(reason.getString("verdict"));
      }
    }
    return new TaughtComment(
        new CommentId(document.getString("comment")),
        document.getString("text"),
        TextFormat.of(document.getString("format")),
        CommentDocument.readHumanDecisions(document),
        Verdict.valueOf(decision.getString("verdict")),
        named,
        others,
        decision.getString("policy"),
        decision.getString("models"),
        SignalsDocument.read(document.get("signals", Document.class)),
        document.get("taught", Document.class).getDate("at").toInstant());
  }

  @Override
  public void encode(BsonWriter writer, TaughtComment taught, EncoderContext context) {
    throw new UnsupportedOperationException("what was taught is read, never written");
  }

  @Override
  public Class<TaughtComment> getEncoderClass() {
    return TaughtComment.class;
  }
}
