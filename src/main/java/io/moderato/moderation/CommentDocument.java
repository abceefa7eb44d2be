package io.moderato.moderation;

import io.moderato.classify.Evidence;
import io.moderato.classify.Label;
import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import io.moderato.policy.Decision;
import io.moderato.policy.ReadValue;
import io.moderato.policy.Reason;
import io.moderato.policy.Verdict;
import io.moderato.recent.Change;
import io.moderato.signals.Signals;
import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How a moderated comment lies in the store: what is searched by stands at the top (site, post, status, submittedAt, path,
 * nextDeliveryAt, expiresAt, cameAt, changedAt, outcome, campaign, repeats,
 * authorKey, queue, taught); signals, decision and evidence are documents in it.
 * Times are UTC to the millisecond.
 */
final class CommentDocument {
  private CommentDocument() {}

  static String key(SiteId site, CommentId id) {
    return site.value() + "/" + id.value();
  }

  static String key(Change change) {
    return key(change.site(), change.id());
  }

  static Document of(ModeratedComment moderated) {
    var comment = moderated.comment();
    var parent = comment.parent();
    var document = new Document("_id", key(comment.site(), comment.id()))
        .append("site", comment.site().value())
        .append("comment", comment.id().value())
        .append("post", comment.post().value())
        .append("parent", parent == null ? null : parent.value())
        .append("path", moderated.place().path())
        .append("depth", moderated.place().depth())
        .append("status", moderated.status().word())
        .append("version", moderated.version())
        .append("submittedAt", Date.from(comment.submittedAt()))
        .append("cameAt", Date.from(moderated.cameAt()))
        .append("changedAt", Date.from(moderated.changedAt()))
        .append("outcome", moderated.outcome().word())
        .append("campaign", moderated.campaign().map(CommentId::value).orElse(null))
        .append("authorKey", comment.author().key())
        .append("author", author(comment.author()))
        .append("text", comment.text())
        .append("format", comment.format().word())
        .append("door", moderated.origin().door())
        .append("callback", callback(moderated.origin().callback()))
        .append("submission", moderated.submission())
        .append("signals", SignalsDocument.of(moderated.judgement().signals()))
        .append(
            "evidence",
            moderated.judgement().evidence().stream()
                .map(CommentDocument::evidence)
                .toList())
        .append("decision", decision(moderated.judgement()))
        .append("shadow", shadow(moderated.judgement().shadow()))
        .append("humanDecisions", humanDecisions(moderated.humanDecisions()))
        .append(
            "history",
            moderated.history().stream().map(CommentDocument::revision).toList())
        .append("events", events(moderated.events()))
        .append("leaving", date(moderated.events().leaving()))
        .append("nextDeliveryAt", date(moderated.events().due()))
        .append("expiresAt", date(moderated.expiresAt()));
    moderated.taughtAt().ifPresent(at -> document.append("taught", taught(comment.site(), at)));
    queue(moderated).ifPresent(queue -> document.append("queue", queue));
    moderated.campaign().ifPresent(first -> document.append("repeats", repeats(moderated, first)));
    return document;
  }

  private static Document repeats(ModeratedComment moderated, CommentId first) {
    return new Document("first", key(moderated.comment().site(), first))
        .append("at", Date.from(moderated.judgement().decidedAt()));
  }

  /** Stands in comments alone that people decided on, for those who learn from it. */
  private static Document taught(SiteId site, Instant at) {
    return new Document("site", site.value()).append("at", Date.from(at));
  }

  /** Stands in comments alone that wait for a person; {@code site} and {@code text}, by which words are searched, in held ones alone. */
  static Optional<Document> queue(ModeratedComment moderated) {
    var site = moderated.comment().site();
    return QueuePlace.of(moderated).map(place -> {
      var queue = new Document(
              "facets", place.facets().stream().map(facet -> facet.key(site)).toList())
          .append("priority", place.priority())
          .append("since", Date.from(place.since()))
          .append("id", key(site, moderated.comment().id()));
      return place.facets().contains(Facet.ALL)
          ? queue.append("site", site.value()).append("text", SearchWords.line(place.words()))
          : queue;
    });
  }

  static ModeratedComment read(Document document) {
    var signals = SignalsDocument.read(document.get("signals", Document.class));
    var parent = document.getString("parent");
    var comment = new Comment(
        new SiteId(document.getString("site")),
        new CommentId(document.getString("comment")),
        new PostId(document.getString("post")),
        parent == null ? null : new CommentId(parent),
        readAuthor(document.get("author", Document.class)),
        document.getString("text"),
        TextFormat.of(document.getString("format")),
        document.getDate("submittedAt").toInstant(),
        signals.form().honeypotFilled(),
        signals.form().seconds());
    var expiresAt = document.getDate("expiresAt");
    return new ModeratedComment(
        comment,
        readOrigin(document),
        new ThreadPlace(document.getString("path"), document.getInteger("depth")),
        readJudgement(document, signals),
        readHumanDecisions(document),
        Status.of(document.getString("status")),
        document.getInteger("version"),
        document.getString("submission"),
        document.getList("history", Document.class).stream()
            .map(CommentDocument::readRevision)
            .toList(),
        readEvents(document),
        expiresAt == null ? null : expiresAt.toInstant());
  }

  private static @Nullable Document callback(@Nullable Callback callback) {
    return callback == null
        ? null
        : new Document("url", callback.url())
            .append("key", callback.key())
            .append("references", new Document(callback.references()));
  }

  private static Origin readOrigin(Document document) {
    var callback = document.get("callback", Document.class);
    return new Origin(
        document.get("door", Origin.NATIVE.door()),
        callback == null ? null : readCallback(callback));
  }

  private static Callback readCallback(Document document) {
    var references = new HashMap<String, String>();
    document
        .get("references", Document.class)
        .forEach((name, value) -> references.put(name, (String) value));
    return new Callback(document.getString("url"), document.getString("key"), references);
  }

  private static Document author(Author author) {
    return new Document("id", author.id())
        .append("name", author.name())
        .append("email", author.email())
        .append("url", author.url())
        .append("ip", author.ip())
        .append("userAgent", author.userAgent());
  }

  static Author readAuthor(Document document) {
    return new Author(
        document.getString("id"),
        document.getString("name"),
        document.getString("email"),
        document.getString("url"),
        document.getString("ip"),
        document.getString("userAgent"));
  }

  private static Document decision(Judgement judgement) {
    var draw = judgement.draw();
    return new Document("verdict", judgement.decision().verdict().name())
        .append(
            "reasons",
            judgement.decision().reasons().stream().map(CommentDocument::reason).toList())
        .append("policy", judgement.decision().policy())
        .append("models", judgement.models())
        .append("degraded", judgement.degraded())
        .append("unfamiliar", judgement.unfamiliar() ? true : null)
        .append("draw", draw == null ? null : draw.word())
        .append("decidedAt", Date.from(judgement.decidedAt()));
  }

  private static Judgement readJudgement(Document document, Signals signals) {
    var decision = document.get("decision", Document.class);
    var shadow = document.get("shadow", Document.class);
    var draw = decision.getString("draw");
    var reasons = decision.getList("reasons", Document.class).stream()
        .map(CommentDocument::readReason)
        .toList();
    return new Judgement(
        signals,
        document.getList("evidence", Document.class).stream()
            .map(CommentDocument::readEvidence)
            .toList(),
        new Decision(
            Verdict.valueOf(decision.getString("verdict")), reasons, decision.getString("policy")),
        decision.getBoolean("degraded"),
        decision.getString("models"),
        decision.getDate("decidedAt").toInstant(),
        shadow == null ? null : readShadow(shadow),
        decision.getBoolean("unfamiliar", false),
        draw == null ? null : Draw.of(draw));
  }

  private static @Nullable Document shadow(@Nullable ShadowDecision shadow) {
    if (shadow == null) {
      return null;
    }
    var scores = shadow.scores();
    return new Document("id", shadow.shadow())
        .append("verdict", shadow.verdict().name())
        .append("rules", shadow.rules())
        .append("scores", scores == null ? null : SignalsDocument.scores(scores));
  }

  static ShadowDecision readShadow(Document document) {
    var scores = document.get("scores", Document.class);
    return new ShadowDecision(
        document.getString("id"),
        Verdict.valueOf(document.getString("verdict")),
        document.getList("rules", String.class),
        scores == null ? null : SignalsDocument.readScores(scores));
  }

  private static Document reason(Reason reason) {
    var label = reason.label();
    return new Document("rule", reason.rule())
        .append("text", reason.text())
        .append("verdict", reason.verdict().name())
        .append("label", label == null ? null : label.name())
        .append("score", reason.score())
        .append("read", reason.read().stream().map(CommentDocument::readValue).toList())
        .append("listHits", reason.listHits().stream().map(SignalsDocument::hit).toList())
        .append("counterfactual", reason.counterfactual());
  }

  private static Document readValue(ReadValue read) {
    return new Document("signal", read.signal()).append("value", read.value());
  }

  private static Reason readReason(Document document) {
    var label = document.getString("label");
    return new Reason(
        document.getString("rule"),
        document.getString("text"),
        Verdict.valueOf(document.getString("verdict")),
        label == null ? null : Label.valueOf(label),
        document.getDouble("score"),
        document.getList("read", Document.class).stream()
            .map(read -> new ReadValue(read.getString("signal"), read.get("value")))
            .toList(),
        document.getList("listHits", Document.class, List.of()).stream()
            .map(SignalsDocument::readHit)
            .toList(),
        document.getString("counterfactual"));
  }

  private static Document evidence(Evidence evidence) {
    return new Document("label", evidence.label().name())
        .append("begin", evidence.begin())
        .append("end", evidence.end())
        .append("text", evidence.text())
        .append("weight", evidence.weight())
        .append("without", evidence.without());
  }

  private static Evidence readEvidence(Document document) {
    return new Evidence(
        Label.valueOf(document.getString("label")),
        document.getInteger("begin"),
        document.getInteger("end"),
        document.getString("text"),
        document.getDouble("weight"),
        document.getDouble("without"));
  }

  private static List<Document> humanDecisions(List<HumanDecision> decisions) {
    return decisions.stream().map(CommentDocument::humanDecision).toList();
  }

  static List<HumanDecision> readHumanDecisions(Document document) {
    return document.getList("humanDecisions", Document.class).stream()
        .map(CommentDocument::readHumanDecision)
        .toList();
  }

  private static Document humanDecision(HumanDecision decision) {
    var verdict = decision.verdict();
    var labels = new Document();
    decision.labels().forEach((label, carried) -> labels.append(label.name(), carried));
    return new Document("verdict", verdict == null ? null : verdict.name())
        .append("labels", labels)
        .append("by", decision.by())
        .append("at", Date.from(decision.at()))
        .append("note", decision.note())
        .append("reason", decision.reason());
  }

  private static HumanDecision readHumanDecision(Document document) {
    var verdict = document.getString("verdict");
    var labels = new EnumMap<Label, Boolean>(Label.class);
    document
        .get("labels", Document.class)
        .forEach((label, carried) -> labels.put(Label.valueOf(label), (Boolean) carried));
    return new HumanDecision(
        verdict == null ? null : Verdict.valueOf(verdict),
        labels,
        document.getString("by"),
        document.getDate("at").toInstant(),
        document.getString("note"),
        document.getString("reason"));
  }

  private static Document revision(Revision revision) {
    return new Document("version", revision.version())
        .append("text", revision.text())
        .append("format", revision.format().word())
        .append("verdict", revision.verdict().name())
        .append("humanDecisions", humanDecisions(revision.humanDecisions()))
        .append("decidedAt", Date.from(revision.decidedAt()));
  }

  private static Revision readRevision(Document document) {
    return new Revision(
        document.getInteger("version"),
        document.getString("text"),
        TextFormat.of(document.getString("format")),
        Verdict.valueOf(document.getString("verdict")),
        readHumanDecisions(document),
        document.getDate("decidedAt").toInstant());
  }

  static List<Document> events(PendingEvents events) {
    return events.waiting().stream().map(CommentDocument::event).toList();
  }

  private static Document event(PendingEvent event) {
    return new Document("id", event.id())
        .append("status", event.status().word())
        .append("version", event.version())
        .append("at", Date.from(event.at()))
        .append("due", Date.from(event.due()));
  }

  private static PendingEvents readEvents(Document document) {
    var leaving = document.getDate("leaving");
    var changedAt = document.getDate("changedAt");
    return new PendingEvents(
        document.getList("events", Document.class).stream()
            .filter(
                event -> event.containsKey("due")) // what the first builds wrote, nobody waits for
            .map(CommentDocument::readEvent)
            .toList(),
        leaving == null ? null : leaving.toInstant(),
        changedAt == null ? null : changedAt.toInstant());
  }

  private static PendingEvent readEvent(Document document) {
    return new PendingEvent(
        document.getString("id"),
        Status.of(document.getString("status")),
        document.getInteger("version"),
        document.getDate("at").toInstant(),
        document.getDate("due").toInstant());
  }

  static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }
}
