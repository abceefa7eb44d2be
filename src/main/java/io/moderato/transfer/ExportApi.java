package io.moderato.transfer;

import io.moderato.comment.Post;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class ExportApi {
  /** Grows when a reader of the one before could no longer make sense of it. */
  static final int VERSION = 2;

  /** Posts and comments may be large: a page of each is in memory at once. */
  private static final int POSTS_AT_ONCE = 20;

  private static final int COMMENTS_AT_ONCE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(ExportApi.class);

  private final PostRepository posts;
  private final ModeratedCommentRepository comments;
  private final List<Part> parts;
  private final Clock clock;

  public ExportApi(
      PostRepository posts, ModeratedCommentRepository comments, List<Part> parts, Clock clock) {
    this.posts = posts;
    this.comments = comments;
    this.parts = List.copyOf(parts);
    this.clock = clock;
  }

  /** Writes page by page, as fast as the caller reads; what breaks off ends without the line that says {@code end}. */
  public void exportSite(RoutingContext ctx) {
    var site = Requests.site(ctx);
    posts
        .all(site.id(), null, 1)
        .onFailure(ctx::fail) // nothing has been written yet
        .onSuccess(readable -> {
          var response = ctx.response()
              .setChunked(true)
              .putHeader(HttpHeaders.CONTENT_TYPE, "application/x-ndjson");
          StreamedAnswer.write(response, line(head(site)))
              .compose(written -> parts(response, site))
              .compose(written -> posts(response, site))
              .compose(postCount -> comments(response, site)
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
                .put(
                    "doors",
                    new JsonObject()
                        .put("leaveOutUnsupported", site.doors().leaveOutUnsupported())
                        .put("ignoreImages", site.doors().ignoreImages()))
                .put("sharedLists", new JsonArray(site.sharedLists()))
                .put("createdAt", site.createdAt().toString()));
  }

  private Future<Void> parts(HttpServerResponse response, Site site) {
    return InTurn.each(
        parts,
        part -> part.export(
            site,
            content -> StreamedAnswer.write(
                response,
                line(new JsonObject().put("kind", part.kind()).put(part.kind(), content)))));
  }

  private Future<Long> posts(HttpServerResponse response, Site site) {
    return Pages.<Post>each(
        last -> posts.all(site.id(), last == null ? null : last.id(), POSTS_AT_ONCE),
        POSTS_AT_ONCE,
        page -> StreamedAnswer.write(response, lines(page, post -> line(json(post)))));
  }

  private Future<Long> comments(HttpServerResponse response, Site site) {
    return Pages.<ModeratedComment>each(
        last ->
            comments.all(site.id(), last == null ? null : last.comment().id(), COMMENTS_AT_ONCE),
        COMMENTS_AT_ONCE,
        page -> StreamedAnswer.write(response, lines(page, ExportApi::line)));
  }

  private static <T> String lines(List<T> page, Function<T, String> line) {
    return page.stream().map(line).collect(Collectors.joining());
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
