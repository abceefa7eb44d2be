package io.moderato.moderator;

import io.moderato.http.Problem;
import io.moderato.http.ProblemHandler;
import io.moderato.http.ProblemType;
import io.moderato.page.Messages;
import io.moderato.page.Pages;
import io.moderato.page.Shell;
import io.moderato.template.StaticTemplates;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers what failed in the form in which it was asked for: a page for who follows a link or sends a form, a sentence for a part of a page,
 * which leaves the page and what was typed on it as it is.
 */
final class ProblemPages {
  private static final StaticTemplates TEMPLATES = new StaticTemplates();

  private ProblemPages() {}

  static void answer(RoutingContext ctx) {
    if (!ProblemHandler.canAnswer(ctx)) {
      return;
    }
    if (ctx.failure() instanceof SessionOverException) {
      answerSessionOver(ctx);
    } else {
      answer(ctx, ProblemHandler.problem(ctx, ctx.failure()));
    }
  }

  private static void answerSessionOver(RoutingContext ctx) {
    var target = ReturnPath.of(ctx.request().uri());
    if (isPage(ctx) && ctx.request().method().equals(HttpMethod.GET)) {
      redirect(ctx, target.signIn());
    } else if (isPage(ctx)) {
      redirect(ctx, "/login");
    } else {
      Pages.answer(ctx, 401, TEMPLATES.signinOver(words(ctx)));
    }
  }

  private static void answer(RoutingContext ctx, Problem problem) {
    var shell = SignedIn.find(ctx)
        .map(signedIn -> signedIn.shell(ctx, ""))
        .orElseGet(() -> Shell.signedOut(words(ctx)));
    var kind = "problem." + problem.type().slug();
    var title = shell.t().textOr(kind, problem.type().title());
    var sentence = shell.t().textOr(kind + ".sentence", problem.detail());
    var status = problem.type().status();
    if (isPage(ctx)) {
      Pages.answer(ctx, status, TEMPLATES.signinProblem(shell, title, sentence));
    } else {
      Pages.answer(ctx, status, TEMPLATES.signinSentence(sentence));
    }
  }

  /** Of an address at which there is no page. */
  static void answerLost(RoutingContext ctx) {
    answer(ctx, Problem.of(ProblemType.NOT_FOUND, ""));
  }

  static void redirect(RoutingContext ctx, String path) {
    ctx.response().setStatusCode(303).putHeader(HttpHeaders.LOCATION, path).end();
  }

  static Messages words(RoutingContext ctx) {
    return Messages.accepted(ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  static boolean isPage(RoutingContext ctx) {
    var accepted = ctx.request().getHeader(HttpHeaders.ACCEPT);
    return ctx.request().getHeader("HX-Request") == null
        && accepted != null
        && accepted.contains("text/html");
  }
}
