package io.moderato.transfer;

import io.moderato.comment.CommentId;
import io.moderato.comment.Post;
import io.moderato.comment.PostId;
import io.moderato.comment.PostRepository;
import io.moderato.http.Requests;
import io.moderato.http.StreamedAnswer;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderation.RecordDocument;
import io.moderato.site.Site;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class ExportApi {
  /** Grows when a reader of the one before could no longer make sense of it. */
  static final int VERSION = 1;

  /** Posts and comments may be large: a page of each is in memory at once. */
  private static final int POSTS_AT_ONCE = 20;

  private static final int COMMENTS_AT_ONCE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(ExportApi.class);

  private final PostRepository posts;
  private final ModeratedCommentRepository comments;
  private final Clock clock;

  public ExportApi(PostRepository posts, ModeratedCommentRepository comments, Clock clock) {
    this.posts = posts;
    this.comments = comments;
    this.clock = clock;
  }

  /** Writes page by page, as fast as the caller reads; what breaks off ends without the line that says {@code end}. */
  public void exportSite(RoutingContext ctx) {
    var site = Requests.site(ctx);
    posts
        .all(site.id(), null, POSTS_AT_ONCE)
        .onFailure(ctx::fail) // nothing has been written yet
        .onSuccess(first -> {
          var response = ctx.response()
              .setChunked(true)
              .putHeader(HttpHeaders.CONTENT_TYPE, "application/x-ndjson");
          StreamedAnswer.write(response, line(head(site)))
              .compose(written -> posts(response, site, first, 0))
              .compose(postCount -> comments(response, site, null, 0)
                  .compose(commentCount -> response.end(line(new JsonObject()
                      .put("kind", "end")
                      .put("posts", postCount)
                      .put("comments", commentCount)))))
              .onFailure(failure -> {
                LOG.atWarn()
                    .addKeyValue("site", site.id())
                    .addKeyValue("reason", failure.getMessage())
                    .log("export broke off");
                response.reset();
              });
        });
  }

  private JsonObject head(Site site) {
    return new JsonObject()
        .put("kind", "export")
        .put("version", VERSION)
        .put("exportedAt", clock.instant().toString())
        .put(
            "site",
            new JsonObject()
                .put("id", site.id().value())
                .put("name", site.name())
                .put("url", site.url())
                .put("languages", new JsonArray(site.languages()))
                .put("retentionDays", site.retentionDays())
                .put(
                    "privacy",
                    new JsonObject()
                        .put("storeAuthorIp", site.privacy().storeAuthorIp())
                        .put("storeAuthorEmail", site.privacy().storeAuthorEmail()))
                .put("createdAt", site.createdAt().toString()));
  }

  private Future<Long> posts(HttpServerResponse response, Site site, List<Post> page, long before) {
    var text = new StringBuilder();
    page.forEach(post -> text.append(line(json(post))));
    var count = before + page.size();
    if (page.size() < POSTS_AT_ONCE) {
      return StreamedAnswer.write(response, text.toString()).map(count);
    }
    PostId last = page.get(page.size() - 1).id();
    return StreamedAnswer.write(response, text.toString())
        .compose(written -> posts.all(site.id(), last, POSTS_AT_ONCE))
        .compose(next -> posts(response, site, next, count));
  }

  private Future<Long> comments(
      HttpServerResponse response, Site site, @Nullable CommentId after, long before) {
    return comments.all(site.id(), after, COMMENTS_AT_ONCE).compose(page -> {
      var text = new StringBuilder();
      page.forEach(comment -> text.append(line(comment)));
      var count = before + page.size();
      return StreamedAnswer.write(response, text.toString())
          .compose(written -> page.size() < COMMENTS_AT_ONCE
              ? Future.succeededFuture(count)
              : comments(response, site, page.get(page.size() - 1).comment().id(), count));
    });
  }

  private static JsonObject json(Post post) {
    return new JsonObject()
        .put("kind", "post")
        .put(
            "post",
            new JsonObject()
                .put("id", post.id().value())
                .put("url", post.url())
                .put("title", post.title())
                .put("body", post.body()))
        .put("updatedAt", post.updatedAt().toString());
  }

  private static String line(ModeratedComment comment) {
    return "{\"kind\":\"record\",\"record\":" + RecordDocument.json(comment) + "}\n";
  }

  private static String line(JsonObject json) {
    return json.encode() + "\n";
  }
}
