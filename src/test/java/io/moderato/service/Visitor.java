package io.moderato.service;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody at an address of their own, with a browser that has no scripts: keeps cookies, follows no redirect by itself, and sends forms as they stand on a page. */
final class Visitor {
  private static final HttpClient CLIENT = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(20))
      .build();

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final URI service;
  private final Map<String, String> cookies = new TreeMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  Visitor(RunningService service) {
    this(service.port());
  }

  Visitor(int port) {
    this.service = URI.create("http://127.0.0.1:" + port);
    headers.put("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    headers.put("Accept-Language", "en");
    headers.put("X-Forwarded-For", "visitor-" + NUMBERS.incrementAndGet());
  }

  /** Has each request carry the header from now on. */
  Visitor with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Map<String, String> cookies() {
    return cookies;
  }

  Answer get(String target) {
    return send(request(target).GET());
  }

  Document page(String target) {
    return page(get(target).expect(200));
  }

  static Document page(Answer answer) {
    return Jsoup.parse(answer.body());
  }

  Answer post(String target, Map<String, String> fields) {
    return send(request(target)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(encoded(fields))));
  }

  /** Sends lines, as a script of a page does. */
  Answer postLines(String target, String lines) {
    return send(request(target)
        .header("Content-Type", "application/x-ndjson")
        .POST(BodyPublishers.ofString(lines)));
  }

  /** Sends the form of the page that goes to the address, with these fields changed. */
  Answer submit(Document page, String action, Map<String, String> typed) {
    var form = page.selectFirst("form[action=%s]".formatted(action));
    if (form == null) {
      throw new AssertionError("no form goes to %s on %s".formatted(action, page));
    }
    var fields = new LinkedHashMap<String, String>();
    form.select("input[name]:not([type=checkbox]):not([type=radio]), input[checked]")
        .forEach(input ->
            fields.put(input.attr("name"), input.hasAttr("value") ? input.attr("value") : "on"));
    form.select("select").forEach(select -> {
      var chosen = select.selectFirst("option[selected]");
      fields.put(select.attr("name"), chosen == null ? "" : chosen.attr("value"));
    });
    fields.putAll(typed);
    return post(action, fields);
  }

  /** Answers where to it leads. */
  Answer signIn(String login, String password) {
    return submit(page("/login"), "/login", Map.of("login", login, "password", password));
  }

  private HttpRequest.Builder request(String target) {
    var request =
        HttpRequest.newBuilder(URI.create(service + target)).timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      response.headers().allValues("set-cookie").forEach(this::keep);
      return answer(response);
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    var answer = new Answer(response.statusCode(), response.headers().map(), response.body());
    if (answer.status() == 500) {
      throw new AssertionError("met a defect: " + answer.body());
    }
    return answer;
  }

  private void keep(String cookie) {
    var pair = cookie.split(";", 2)[0].split("=", 2);
    if (List.of(cookie.split("; ?")).contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
