package io.moderato.moderation;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.comment.Post;
import io.moderato.comment.PostId;
import io.moderato.comment.PostRepository;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.http.Violation;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class PostsApi {
  private static final int DEFAULT_LIMIT = 50;

  private final PostRepository posts;
  private final ModeratedCommentRepository comments;
  private final Clock clock;

  public PostsApi(PostRepository posts, ModeratedCommentRepository comments, Clock clock) {
    this.posts = posts;
    this.comments = comments;
    this.clock = clock;
  }

  public void getPost(RoutingContext ctx) {
    post(ctx).onSuccess(post -> Responses.json(ctx, 200, json(post))).onFailure(ctx::fail);
  }

  public void putPost(RoutingContext ctx) {
    var body = Requests.body(ctx);
    var post = new Post(
        Requests.site(ctx).id(),
        id(ctx),
        text(body, "url"),
        text(body, "title"),
        text(body, "body"),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
    posts.put(post).onSuccess(done -> Responses.json(ctx, 200, json(post))).onFailure(ctx::fail);
  }

  public void listComments(RoutingContext ctx) {
    var view = CommentView.valueOf(query(ctx, "view").orElse("flat").toUpperCase(Locale.ROOT));
    var limit = query(ctx, "limit").map(Integer::parseInt).orElse(DEFAULT_LIMIT);
    var after =
        query(ctx, "cursor").map(cursor -> position(cursor, view, id(ctx))).orElse(null);
    comments
        .approved(Requests.site(ctx).id(), id(ctx), view, after, limit + 1)
        .compose(found -> found.isEmpty() ? post(ctx).map(found) : Future.succeededFuture(found))
        .onSuccess(found -> Responses.json(ctx, 200, page(found, limit, view, id(ctx))))
        .onFailure(ctx::fail);
  }

  private Future<Post> post(RoutingContext ctx) {
    SiteId site = Requests.site(ctx).id();
    return posts
        .find(site, id(ctx))
        .map(found -> found.orElseThrow(() ->
            new ProblemException(Problem.of(ProblemType.NOT_FOUND, "The site has no such post."))));
  }

  private static JsonObject page(
      List<ModeratedComment> found, int limit, CommentView view, PostId post) {
    var shown = found.subList(0, Math.min(limit, found.size()));
    var array = new JsonArray();
    shown.forEach(comment -> array.add(CommentJson.shown(comment)));
    var next =
        found.size() > limit ? view.positionOf(shown.get(limit - 1)).cursor(view, post) : null;
    return new JsonObject().put("comments", array).put("next", next);
  }

  private static PagePosition position(String cursor, CommentView view, PostId post) {
    return PagePosition.ofCursor(cursor, view, post).orElseThrow(() -> {
      var violation =
          Violation.ofParameter("cursor", "is not the 'next' of a page of this post and view");
      return new ProblemException(new Problem(
          ProblemType.INVALID_REQUEST, "The cursor can't be read.", List.of(violation), null));
    });
  }

  private static PostId id(RoutingContext ctx) {
    return new PostId(Requests.path(ctx, "post"));
  }

  private static Optional<String> query(RoutingContext ctx, String name) {
    return Optional.ofNullable(Requests.query(ctx, name));
  }

  private static @Nullable String text(JsonNode json, String field) {
    return json.path(field).textValue();
  }

  private static JsonObject json(Post post) {
    return new JsonObject()
        .put("id", post.id().value())
        .put("site", post.site().value())
        .put("url", post.url())
        .put("title", post.title())
        .put("body", post.body())
        .put("updatedAt", post.updatedAt().toString());
  }
}
