package io.moderato.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Each method is one operation and bears its operationId from openapi.yaml. The pages need nothing from outside: Swagger UI comes as
 * a WebJar, problem pages are {@code docs/problems/*.md}.
 */
public final class DocsApi {
  private static final String HTML = "text/html; charset=utf-8";

  /** Swagger UI sets style attributes and shows icons as data URIs; scripts come from this service alone. */
  private static final String DOCS_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Contract contract;
  private final String docsPage;
  private final String problemFrame;
  private final Map<String, String> problemPages = new TreeMap<>();

  public DocsApi(Contract contract) {
    this.contract = contract;
    this.docsPage = required("/static/docs.html");
    this.problemFrame = required("/static/problem.html");
    for (var type : ProblemType.values()) {
      problemPages.put(type.slug(), required("/problems/" + type.slug() + ".md"));
    }
  }

  public void getContract(RoutingContext ctx) {
    Responses.text(ctx, "application/yaml; charset=utf-8", contract.yaml());
  }

  public void getDocs(RoutingContext ctx) {
    ctx.response().putHeader("Content-Security-Policy", DOCS_POLICY);
    Responses.text(ctx, HTML, docsPage);
  }

  public void getProblemPage(RoutingContext ctx) {
    var markdown = problemPages.get(Requests.path(ctx, "type"));
    if (markdown == null) {
      throw new ProblemException(Problem.of(ProblemType.NOT_FOUND, "No problem is called so."));
    }
    ctx.response().putHeader("Content-Security-Policy", PAGE_POLICY);
    Responses.text(ctx, HTML, problemFrame.replace("{{content}}", html(markdown)));
  }

  private static String html(String markdown) {
    return HtmlRenderer.builder()
        .escapeHtml(true)
        .build()
        .render(Parser.builder().build().parse(markdown));
  }

  private static String required(String path) {
    return resource(path)
        .orElseThrow(() -> new IllegalStateException(path + " is not on the class path"))
        .toString(StandardCharsets.UTF_8);
  }

  /** A file of the class path, or empty. */
  static Optional<Buffer> resource(String path) {
    try (var in = DocsApi.class.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(Buffer.buffer(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
