package io.moderato.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.stream.Collectors;

/** The few files that pages load, each listed here; nothing else of the class path can be asked for. */
public final class StaticFiles {
  private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/";

  private static final Map<String, String> MEDIA_TYPES =
      Map.of("css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8");

  private final Map<String, Buffer> files;

  /** @param swaggerUiVersion the WebJar's version, which is part of its paths */
  public StaticFiles(String swaggerUiVersion) {
    var webJar = SWAGGER_UI + swaggerUiVersion + "/";
    files = Map.of(
            "swagger-ui.css",
            webJar + "swagger-ui.css",
            "swagger-ui-bundle.js",
            webJar + "swagger-ui-bundle.js",
            "docs.js",
            "/static/docs.js",
            "docs.css",
            "/static/docs.css")
        .entrySet()
        .stream()
        .collect(Collectors.toUnmodifiableMap(
            Map.Entry::getKey,
            file -> DocsApi.resource(file.getValue())
                .orElseThrow(() ->
                    new IllegalStateException(file.getValue() + " is not on the class path"))));
  }

  public void mount(Router router) {
    files.keySet().forEach(name -> router.get("/static/" + name).handler(ctx -> send(ctx, name)));
  }

  private void send(RoutingContext ctx, String name) {
    var type = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    ctx.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CACHE_CONTROL, "max-age=3600")
        .end(files.get(name));
  }
}
