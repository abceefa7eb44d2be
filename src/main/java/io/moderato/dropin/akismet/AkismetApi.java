package io.moderato.dropin.akismet;

import io.moderato.dropin.akismet.Check.Magic;
import io.moderato.feedback.RecordFeedback;
import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemHandler;
import io.moderato.http.ProblemType;
import io.moderato.moderation.JudgeAgain;
import io.moderato.moderation.ModerateComment;
import io.moderato.moderation.Moderated;
import io.moderato.moderation.Moderated.Conflict;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderation.OutcomeProblems;
import io.moderato.site.Scope;
import io.moderato.site.SiteDirectory;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;

/**
 * The routes of Akismet's contract: {@code /1.1/…} and {@code /1.2/…}, also under {@code /akismet} and {@code /akismet/<key>}. Each
 * operation gives what answers the call; a failed future is answered in the contract's words.
 */
public final class AkismetApi implements Door {
  private static final String CONTENT_TYPE = "akismet.contentType";
  private static final String ROOT = "(?:/akismet(?:/(?<key>[^/]+))?)?/1\\.[12]/";

  private final AdmitCall admitCall;
  private final CheckReader checkReader;
  private final ModerateComment moderateComment;
  private final JudgeAgain judgeAgain;
  private final FindImported findImported;
  private final Report report;
  private final CountUsage countUsage;

  public AkismetApi(
      SiteDirectory sites,
      ModerateComment moderateComment,
      JudgeAgain judgeAgain,
      RecordFeedback recordFeedback,
      ModeratedCommentRepository comments,
      CountUsage countUsage,
      Clock clock) {
    this.admitCall = new AdmitCall(sites);
    this.checkReader = new CheckReader(clock);
    this.moderateComment = moderateComment;
    this.judgeAgain = judgeAgain;
    this.findImported = new FindImported(comments);
    this.report = new Report(moderateComment, recordFeedback, clock);
    this.countUsage = countUsage;
  }

  /** An operation of one call, whose response it may write to. */
  private interface Operation {
    Future<Runnable> answer(RoutingContext ctx, KeyHolder holder, Fields fields);
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    post(router, limits, "verify-key", this::verifyKey);
    post(router, limits, "comment-check", this::checkComment);
    post(router, limits, "submit-spam", (ctx, holder, fields) -> submit(ctx, holder, fields, true));
    post(router, limits, "submit-ham", (ctx, holder, fields) -> submit(ctx, holder, fields, false));
    post(router, limits, "get-stats", this::getStats);
    post(router, limits, "get-key-stats", this::getStats);
    post(router, limits, "get-subscription", this::getSubscription);
    post(router, limits, "token", this::getToken);
    post(router, limits, "deactivate", this::deactivate);
    getOrPost(router, limits, "usage-limit", this::getUsageLimit);
    getOrPost(router, limits, "key-sites", this::getKeySites);
  }

  private void post(Router router, DoorLimits limits, String name, Operation operation) {
    mount(router, limits, name, false, operation);
  }

  private void getOrPost(Router router, DoorLimits limits, String name, Operation operation) {
    mount(router, limits, name, true, operation);
  }

  private void mount(
      Router router, DoorLimits limits, String name, boolean takesGet, Operation operation) {
    var scope = name.startsWith("submit-") ? Scope.FEEDBACK : Scope.SUBMIT;
    var route = router.routeWithRegex(ROOT + name);
    limits.timed(route, "akismet." + name);
    route.handler((PlatformHandler) ctx -> requireMethod(ctx, takesGet));
    limits.bounded(route);
    route.handler((PlatformHandler) AkismetApi::keepOctets);
    limits.withBody(route);
    limits.storing(route);
    route.handler(ctx -> answer(ctx, scope, operation)).failureHandler(AkismetApi::fail);
  }

  private static void requireMethod(RoutingContext ctx, boolean takesGet) {
    var method = ctx.request().method();
    if (method != HttpMethod.POST && !(takesGet && method == HttpMethod.GET)) {
      throw new ProblemException(
          Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This call is made with POST."));
    }
    ctx.next();
  }

  /** The server would decode a form as UTF-8 by itself; blogs have other charsets, too. */
  private static void keepOctets(RoutingContext ctx) {
    ctx.put(
        CONTENT_TYPE,
        Objects.requireNonNullElse(ctx.request().getHeader(HttpHeaders.CONTENT_TYPE), ""));
    ctx.request().headers().remove(HttpHeaders.CONTENT_TYPE);
    ctx.next();
  }

  private void answer(RoutingContext ctx, Scope scope, Operation operation) {
    var fields = fields(ctx);
    admitCall
        .admit(fields, ctx.pathParam("key"), ctx.request().getHeader(HttpHeaders.HOST), scope)
        .compose(holder -> operation.answer(ctx, holder, fields))
        .onSuccess(Runnable::run)
        .onFailure(ctx::fail);
  }

  private static Fields fields(RoutingContext ctx) {
    if (ctx.request().method() == HttpMethod.GET) {
      var query = Objects.requireNonNullElse(ctx.request().query(), "");
      return FieldsReader.read(null, query.getBytes(StandardCharsets.UTF_8));
    }
    var body = Objects.requireNonNullElse(ctx.body().buffer(), Buffer.buffer());
    return FieldsReader.read(ctx.get(CONTENT_TYPE), body.getBytes());
  }

  private Future<Runnable> verifyKey(RoutingContext ctx, KeyHolder holder, Fields fields) {
    return fields.firstOf("blog") == null
        ? Future.failedFuture(Refusal.invalid("Empty \"blog\" value"))
        : answer(() -> Answers.text(ctx.response(), "valid"));
  }

  private Future<Runnable> checkComment(RoutingContext ctx, KeyHolder holder, Fields fields) {
    if (fields.firstOf("blog") == null) {
      return Future.failedFuture(Refusal.missing("blog"));
    }
    if (!fields.has("user_ip")) { // some platforms send an empty one
      return Future.failedFuture(Refusal.missing("user_ip"));
    }
    var check = checkReader.read(holder.site().id(), holder.key(), fields);
    if (check.magic() != Magic.NONE) {
      var isSpam = check.magic() == Magic.GUARANTEED_SPAM;
      count(holder, fields, check, Usage.ofCheck(isSpam));
      return answer(() -> Answers.magic(ctx.response(), fields, isSpam));
    }
    return findImported.find(check).compose(found -> judged(holder, found)).map(moderated -> {
      count(holder, fields, check, Usage.ofCheck(Answers.isSpam(moderated)));
      return () -> Answers.verdict(ctx.response(), fields, moderated);
    });
  }

  private Future<ModeratedComment> judged(KeyHolder holder, Check check) {
    var comment = check.submission().comment();
    return moderateComment
        .moderate(holder.site(), check.submission())
        .compose(outcome -> outcome instanceof Conflict
                || outcome instanceof Unchanged && check.recheck() && !check.isTest()
            ? judgeAgain.judge(holder.site(), comment.id(), comment.text(), comment.format())
            : Future.succeededFuture(outcome))
        .map(AkismetApi::standing);
  }

  private static ModeratedComment standing(Moderated outcome) {
    if (outcome instanceof Stored stored) {
      return stored.comment();
    }
    if (outcome instanceof Unchanged unchanged) {
      return unchanged.comment();
    }
    throw new ProblemException(OutcomeProblems.of(outcome));
  }

  private Future<Runnable> submit(
      RoutingContext ctx, KeyHolder holder, Fields fields, boolean isSpam) {
    var check = checkReader.read(holder.site().id(), holder.key(), fields);
    count(holder, fields, check, Usage.ofReport(isSpam));
    var recorded = check.isTest()
        ? Future.succeededFuture()
        : findImported
            .find(check)
            .compose(found ->
                report.record(holder, found.submission(), isSpam, fields.firstOf("reporter")));
    return recorded.map(done -> () -> Answers.text(ctx.response(), Answers.THANKS));
  }

  private void count(KeyHolder holder, Fields fields, Check check, Usage usage) {
    if (!check.submission().test()) {
      var blog = CallbackRule.host(fields.get("blog"));
      countUsage.count(holder.site().id(), blog == null ? "unknown" : blog, usage);
    }
  }

  private Future<Runnable> getUsageLimit(RoutingContext ctx, KeyHolder holder, Fields fields) {
    return countUsage
        .since(holder.site().id(), countUsage.month())
        .map(months -> () -> Answers.json(ctx.response(), UsageJson.limit(months)));
  }

  private Future<Runnable> getKeySites(RoutingContext ctx, KeyHolder holder, Fields fields) {
    var month = month(fields);
    return countUsage.since(holder.site().id(), month).map(months -> () -> {
      if (fields.get("format").equals("csv")) {
        ctx.response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
            .end(UsageJson.sitesAsCsv(month, months, fields));
      } else {
        Answers.json(ctx.response(), UsageJson.sites(month, months, fields));
      }
    });
  }

  private YearMonth month(Fields fields) {
    try {
      return YearMonth.parse(fields.get("month"));
    } catch (DateTimeException e) {
      return countUsage.month();
    }
  }

  /** Counted by month, so that 60 days are the last three. */
  private Future<Runnable> getStats(RoutingContext ctx, KeyHolder holder, Fields fields) {
    var from = switch (fields.get("from")) {
      case "60-days" -> countUsage.month().minusMonths(2);
      case "6-months" -> countUsage.month().minusMonths(6);
      default -> YearMonth.of(1970, 1);
    };
    return countUsage
        .since(holder.site().id(), from)
        .map(months -> () -> Answers.json(ctx.response(), UsageJson.stats(months)));
  }

  private Future<Runnable> getSubscription(RoutingContext ctx, KeyHolder holder, Fields fields) {
    var subscription = new JsonObject()
        .put("account_id", holder.site().id().value())
        .put("account_type", "moderato")
        .put("account_name", holder.site().name())
        .put("status", "active")
        .put("next_billing_date", false)
        .put("limit_reached", false);
    return answer(() -> Answers.json(ctx.response(), subscription));
  }

  /** For pages of statistics that the vendor serves; we have none, so nothing is behind it. */
  private Future<Runnable> getToken(RoutingContext ctx, KeyHolder holder, Fields fields) {
    return answer(() -> Answers.text(ctx.response(), UUID.randomUUID().toString()));
  }

  private Future<Runnable> deactivate(RoutingContext ctx, KeyHolder holder, Fields fields) {
    return answer(() -> Answers.text(ctx.response(), "deactivated"));
  }

  private static Future<Runnable> answer(Runnable answer) {
    return Future.succeededFuture(answer);
  }

  private static void fail(RoutingContext ctx) {
    if (!ProblemHandler.canAnswer(ctx)) {
      return;
    }
    if (ctx.failure() instanceof Refusal refusal) {
      Answers.refusal(ctx.response(), refusal);
    } else {
      Answers.problem(ctx.response(), ProblemHandler.problem(ctx, ctx.failure()));
    }
  }
}
