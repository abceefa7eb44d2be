package io.moderato.http;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The few files that pages load, each listed here; nothing else of the class path can be asked for. */
public final class StaticFiles {
  private static final Map<String, String> MEDIA_TYPES = Map.of(
      "css", "text/css; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "svg", "image/svg+xml");

  private static final List<String> OWN = List.of(
      "docs.js",
      "docs.css",
      "pages.js",
      "queue.js",
      "keys.js",
      "live.js",
      "plots.js",
      "examples.js",
      "pages.css",
      "icon.svg");

  private final Map<String, StaticFile> files = new TreeMap<>();

  /** @param tag changes with the content */
  private record StaticFile(Buffer content, String mediaType, String tag) {
    static StaticFile of(String name, Buffer content) {
      var type = requireNonNull(MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1)), name);
      var tag = Hashing.sha256().hashBytes(content.getBytes()).toString().substring(0, 16);
      return new StaticFile(content, type, '"' + tag + '"');
    }
  }

  /** @param version of a WebJar, by its name; it is part of the jar's paths */
  public StaticFiles(UnaryOperator<String> version) {
    OWN.forEach(name -> add(name, "/static/" + name));
    addWebJar("swagger-ui.css", "swagger-ui", "swagger-ui.css", version);
    addWebJar("swagger-ui-bundle.js", "swagger-ui", "swagger-ui-bundle.js", version);
    addWebJar("htmx.js", "htmx.org", "dist/htmx.min.js", version);
    addWebJar("uplot.js", "uplot", "dist/uPlot.iife.min.js", version);
    addWebJar("uplot.css", "uplot", "dist/uPlot.min.css", version);
  }

  private void addWebJar(String name, String jar, String path, UnaryOperator<String> version) {
    add(name, "/META-INF/resources/webjars/%s/%s/%s".formatted(jar, version.apply(jar), path));
  }

  private void add(String name, String path) {
    var content = DocsApi.resource(path)
        .orElseThrow(() -> new IllegalStateException(path + " is not on the class path"));
    files.put(name, StaticFile.of(name, content));
  }

  public void mount(Router router) {
    files.forEach((name, file) -> router.get("/static/" + name).handler(ctx -> send(ctx, file)));
  }

  /** A browser asks each time whether its copy is still good, so that pages and scripts are never of two versions. */
  private static void send(RoutingContext ctx, StaticFile file) {
    var response = ctx.response()
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader(HttpHeaders.ETAG, file.tag());
    if (file.tag().equals(ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
    } else {
      response.putHeader(HttpHeaders.CONTENT_TYPE, file.mediaType()).end(file.content());
    }
  }
}
