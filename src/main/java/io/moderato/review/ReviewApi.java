package io.moderato.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.audit.Act;
import io.moderato.audit.AuditJson;
import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.http.Violation;
import io.moderato.moderation.CommentKey;
import io.moderato.review.ActOutcome.Done;
import io.moderato.review.ActOutcome.HeldByAnother;
import io.moderato.review.ActOutcome.LostRace;
import io.moderato.review.ActOutcome.Refused;
import io.moderato.review.BulkOutcome.Started;
import io.moderato.signals.Standing;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class ReviewApi {
  private static final int DEFAULT_LIMIT = 50;

  private final ReviewQueue queue;
  private final ClaimReview claims;
  private final ReadContext readContext;
  private final DecideReview decide;
  private final UndoActs undo;
  private final BulkActs bulk;
  private final ReviewAuthor author;
  private final Clock clock;

  public ReviewApi(
      ReviewQueue queue,
      ClaimReview claims,
      ReadContext readContext,
      DecideReview decide,
      UndoActs undo,
      BulkActs bulk,
      ReviewAuthor author,
      Clock clock) {
    this.queue = queue;
    this.claims = claims;
    this.readContext = readContext;
    this.decide = decide;
    this.undo = undo;
    this.bulk = bulk;
    this.author = author;
    this.clock = clock;
  }

  public void listHeld(RoutingContext ctx) {
    var query = QueueFilterReader.read(site(ctx), name -> Requests.query(ctx, name));
    var asked = Requests.query(ctx, "limit");
    int limit = asked == null ? DEFAULT_LIMIT : Integer.parseInt(asked);
    var cursor = Requests.query(ctx, "cursor");
    var page = Requests.query(ctx, "fold") == null
        ? queue.page(query, cursor, limit)
        : queue.foldedPage(query, cursor, limit);
    page.recover(failure -> Future.failedFuture(
            failure instanceof InvalidCursorException ? invalidCursor(failure) : failure))
        .onSuccess(found -> Responses.json(ctx, 200, ReviewJson.page(found, clock.instant())))
        .onFailure(ctx::fail);
  }

  private static ProblemException invalidCursor(Throwable failure) {
    var detail = String.valueOf(failure.getMessage());
    return new ProblemException(new Problem(
        ProblemType.INVALID_REQUEST,
        detail,
        List.of(Violation.ofParameter("cursor", detail)),
        null));
  }

  public void takeNext(RoutingContext ctx) {
    var body = Requests.body(ctx);
    var site = site(ctx);
    Set<CommentKey> skipped = texts(body.path("skip")).stream()
        .map(id -> new CommentKey(site, new CommentId(id)))
        .collect(Collectors.toSet());
    queue
        .next(QueueFilterReader.read(site, body), who(ctx, body), skipped)
        .onSuccess(found -> found.ifPresentOrElse(
            row -> Responses.json(ctx, 200, ReviewJson.row(row, clock.instant())),
            () -> Responses.noContent(ctx)))
        .onFailure(ctx::fail);
  }

  public void readForReview(RoutingContext ctx) {
    readContext
        .read(site(ctx), comment(ctx))
        .onSuccess(found -> found.ifPresentOrElse(
            context -> Responses.json(ctx, 200, ReviewJson.context(context)),
            () -> ctx.fail(noSuchComment())))
        .onFailure(ctx::fail);
  }

  public void claimComment(RoutingContext ctx) {
    var body = Requests.body(ctx);
    var who = who(ctx, body);
    readContext
        .isStored(site(ctx), comment(ctx))
        .compose(stored -> stored
            ? claims.claim(site(ctx), comment(ctx), who, body.path("takeOver").asBoolean(false))
            : Future.failedFuture(noSuchComment()))
        .onSuccess(claim -> {
          if (claim.isOf(who)) {
            Responses.json(ctx, 200, ReviewJson.claim(claim));
          } else {
            ctx.fail(new ProblemException(heldBy(claim)));
          }
        })
        .onFailure(ctx::fail);
  }

  public void releaseComment(RoutingContext ctx) {
    readContext
        .isStored(site(ctx), comment(ctx))
        .compose(stored -> stored
            ? claims.release(site(ctx), comment(ctx), who(ctx, Requests.query(ctx, "as")))
            : Future.failedFuture(noSuchComment()))
        .onSuccess(done -> Responses.noContent(ctx))
        .onFailure(ctx::fail);
  }

  public void actOnComment(RoutingContext ctx) {
    var body = Requests.body(ctx);
    var order = new Order(
        site(ctx),
        comment(ctx),
        body.path("version").intValue(),
        Act.of(body.path("act").textValue()),
        body.path("reason").textValue(),
        body.path("note").textValue(),
        labels(body.path("labels")));
    decide
        .act(who(ctx, body), order)
        .onSuccess(outcome -> answer(ctx, outcome))
        .onFailure(ctx::fail);
  }

  private static void answer(RoutingContext ctx, ActOutcome outcome) {
    if (outcome instanceof Done done) {
      Responses.json(ctx, 200, ReviewJson.done(done.comment(), done.entry()));
    } else if (outcome instanceof LostRace lost) {
      ctx.fail(new ProblemException(lostRace(lost)));
    } else if (outcome instanceof HeldByAnother held) {
      ctx.fail(new ProblemException(heldBy(held.claim())));
    } else if (outcome instanceof Refused refused) {
      ctx.fail(new ProblemException(Problem.of(ProblemType.INVALID_REQUEST, refused.why())));
    } else {
      ctx.fail(noSuchComment());
    }
  }

  private static Problem lostRace(LostRace lost) {
    var now = lost.now();
    var problem = Problem.of(
            ProblemType.CONFLICT,
            "The comment is %s at version %d by now. Read it and decide again."
                .formatted(now.status().word(), now.version()))
        .with(
            "now",
            new JsonObject().put("status", now.status().word()).put("version", now.version()));
    var by = lost.by();
    return by == null ? problem : problem.with("by", AuditJson.of(by));
  }

  private static Problem heldBy(Claim claim) {
    return Problem.of(
            ProblemType.CONFLICT,
            "%s is looking at the comment until %s.".formatted(claim.holder(), claim.until()))
        .with("claim", ReviewJson.claim(claim));
  }

  public void undoAct(RoutingContext ctx) {
    var site = site(ctx);
    undo.undo(who(ctx, Requests.body(ctx)), site::equals, Requests.path(ctx, "act"))
        .onSuccess(found -> found.ifPresentOrElse(
            undone -> Responses.json(ctx, 200, ReviewJson.undone(undone)),
            () -> ctx.fail(absent("There is no such act."))))
        .onFailure(ctx::fail);
  }

  public void previewMany(RoutingContext ctx) {
    bulk.preview(QueueFilterReader.read(site(ctx), Requests.body(ctx)))
        .onSuccess(preview -> Responses.json(ctx, 200, ReviewJson.preview(preview)))
        .onFailure(ctx::fail);
  }

  public void actOnMany(RoutingContext ctx) {
    var body = Requests.body(ctx);
    bulk.act(
            who(ctx, body),
            selection(site(ctx), body),
            Act.of(body.path("act").textValue()),
            body.path("reason").textValue(),
            body.path("note").textValue())
        .onSuccess(outcome -> {
          if (outcome instanceof Started started) {
            Responses.json(ctx, 202, ReviewJson.batch(started.progress()));
          } else {
            var why = ((BulkOutcome.Refused) outcome).why();
            ctx.fail(new ProblemException(Problem.of(ProblemType.INVALID_REQUEST, why)));
          }
        })
        .onFailure(ctx::fail);
  }

  private static Selection selection(SiteId site, JsonNode body) {
    if (body.has("comments") == body.has("filter")) {
      throw new ProblemException(Problem.at(
          ProblemType.INVALID_REQUEST, "/comments", "Either 'comments' or a 'filter' is wanted."));
    }
    if (body.has("comments")) {
      return new Selection.Picked(StreamSupport.stream(body.path("comments").spliterator(), false)
          .map(each -> new Pick(
              site,
              new CommentId(each.path("comment").textValue()),
              each.path("version").intValue()))
          .toList());
    }
    if (!body.has("asOf")) {
      throw new ProblemException(Problem.at(
          ProblemType.INVALID_REQUEST, "/asOf", "A filter wants the 'asOf' of its preview."));
    }
    return new Selection.Filtered(
        QueueFilterReader.read(site, body.path("filter")),
        OffsetDateTime.parse(body.path("asOf").textValue()).toInstant());
  }

  public void getBatch(RoutingContext ctx) {
    bulk.progress(site(ctx)::equals, Requests.path(ctx, "batch"))
        .onSuccess(found -> found.ifPresentOrElse(
            progress -> Responses.json(ctx, 200, ReviewJson.batch(progress)),
            () -> ctx.fail(absent("There is no such batch."))))
        .onFailure(ctx::fail);
  }

  public void getAuthor(RoutingContext ctx) {
    author
        .history(site(ctx), Requests.path(ctx, "author"))
        .onSuccess(history -> Responses.json(ctx, 200, ReviewJson.author(history)))
        .onFailure(ctx::fail);
  }

  public void judgeAuthor(RoutingContext ctx) {
    var body = Requests.body(ctx);
    author
        .judge(
            who(ctx, body),
            site(ctx),
            Requests.path(ctx, "author"),
            Standing.of(body.path("standing").textValue()),
            body.path("note").textValue())
        .onSuccess(entry -> Responses.json(ctx, 200, AuditJson.of(entry)))
        .onFailure(ctx::fail);
  }

  private static SiteId site(RoutingContext ctx) {
    return Requests.site(ctx).id();
  }

  private static CommentId comment(RoutingContext ctx) {
    return new CommentId(Requests.path(ctx, "comment"));
  }

  static String who(RoutingContext ctx, JsonNode body) {
    return who(ctx, body.path("as").textValue());
  }

  /** @param person as the platform names who acts under its key; null where it does not say */
  static String who(RoutingContext ctx, @Nullable String person) {
    return person == null ? Requests.caller(ctx) : Requests.caller(ctx) + "/" + person;
  }

  private static Map<Label, Boolean> labels(JsonNode json) {
    var labels = new EnumMap<Label, Boolean>(Label.class);
    json.properties()
        .forEach(
            label -> labels.put(Label.valueOf(label.getKey()), label.getValue().asBoolean()));
    return labels;
  }

  private static List<String> texts(JsonNode json) {
    return StreamSupport.stream(json.spliterator(), false)
        .map(JsonNode::textValue)
        .toList();
  }

  private static ProblemException noSuchComment() {
    return absent("The site has no such comment.");
  }

  private static ProblemException absent(String detail) {
    return new ProblemException(Problem.of(ProblemType.NOT_FOUND, detail));
  }
}
