package io.moderato.service;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls the service as a client of Akismet does, under one key. */
record AkismetCaller(RunningService service, String key) {
  static final String FORM = "application/x-www-form-urlencoded";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** With a key of 12 characters that may submit and give feedback. */
  static AkismetCaller of(TestSite site) {
    return new AkismetCaller(site.service(), newKey(site, "submit", "feedback"));
  }

  static String newKey(TestSite site, String... scopes) {
    return site.caller()
        .post(site.address() + "/keys", Json.object("scopes", List.of(scopes), "form", "akismet"))
        .expect(201)
        .json()
        .path("key")
        .asText();
  }

  /** The fields of an ordinary comment, with these in place of or beside them; a value of null takes one out. */
  static Map<String, String> comment(@Nullable String... changes) {
    var fields = new TreeMap<>(Map.of(
        "blog", "https://blog.example.org/",
        "permalink", "https://blog.example.org/bridges/",
        "user_ip", "192.0.2.7",
        "user_agent", "Mozilla/5.0",
        "comment_type", "comment",
        "comment_author", "Ada",
        "comment_author_email", "ada@example.org",
        "comment_content", TestSite.HARMLESS));
    for (int i = 0; i < changes.length; i += 2) {
      var name = Objects.requireNonNull(changes[i]);
      var value = changes[i + 1];
      if (value == null) {
        fields.remove(name);
      } else {
        fields.put(name, value);
      }
    }
    return fields;
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** With the key in the body. */
  Answer call(String operation, Map<String, String> fields) {
    var withKey = new TreeMap<>(fields);
    withKey.put("api_key", key);
    return post("/1.1/" + operation, FORM, form(withKey).getBytes(StandardCharsets.UTF_8));
  }

  Answer check(@Nullable String... changes) {
    return call("comment-check", comment(changes));
  }

  Answer post(String path, String contentType, byte[] body) {
    return send(request(path)
        .header("Content-Type", contentType)
        .POST(BodyPublishers.ofByteArray(body))
        .build());
  }

  Answer get(String pathAndQuery) {
    return send(request(pathAndQuery).GET().build());
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + target))
        .timeout(Duration.ofSeconds(60));
  }

  /** The status 500 is a defect whatever was asked. */
  private static Answer send(HttpRequest request) {
    try {
      var response = CLIENT.send(request, BodyHandlers.ofString());
      if (response.statusCode() == 500) {
        throw new AssertionError("%s met a defect: %s".formatted(request, response.body()));
      }
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new AssertionError(request + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
