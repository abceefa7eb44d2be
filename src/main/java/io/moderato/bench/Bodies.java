package io.moderato.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Request bodies made of 60-word comments, encoded ahead where they may repeat. */
final class Bodies {
  static final int WORDS = 60;

  private static final int DISTINCT = 2000;

  /** Comments of one post, as many as a popular one has. */
  private static final int COMMENTS_PER_POST = 100;

  private final List<String> texts;
  private int next;

  Bodies(long seed) {
    var text = new BenchText(seed);
    this.texts = IntStream.range(0, DISTINCT).mapToObj(i -> text.comment(WORDS)).toList();
  }

  List<String> texts() {
    return texts;
  }

  /** For {@code POST /v1/classify}: one text. */
  Supplier<Buffer> text() {
    return cycling(texts.stream()
        .map(text -> new JsonObject().put("text", text).toBuffer())
        .toList());
  }

  /** For {@code comments:analyze}. */
  Supplier<Buffer> analyzed() {
    return cycling(texts.stream()
        .map(text -> new JsonObject()
            .put("comment", new JsonObject().put("text", text))
            .put("languages", new JsonArray().add("en"))
            .put("requestedAttributes", new JsonObject().put("TOXICITY", new JsonObject()))
            .toBuffer())
        .toList());
  }

  /** For {@code comment-check}: a form with a comment of its own. */
  Buffer check(String key) {
    var number = next++;
    return Buffer.buffer(
        "api_key=%s&blog=https%%3A%%2F%%2Fbench.example&permalink=https%%3A%%2F%%2Fbench.example%%2Fp-%d&user_ip=192.0.2.7&user_agent=Bench&comment_author=Reader+%d&comment_content=%s"
            .formatted(
                key,
                number / COMMENTS_PER_POST,
                number,
                URLEncoder.encode(texts.get(number % DISTINCT), StandardCharsets.UTF_8)));
  }

  /** For {@code POST /v1/classify}: so many texts. */
  Supplier<Buffer> texts(int count) {
    return cycling(IntStream.range(0, 64)
        .mapToObj(body -> {
          var array = new JsonArray();
          for (int i = 0; i < count; i++) {
            array.add(new JsonObject().put("text", texts.get((body * count + i) % DISTINCT)));
          }
          return array.toBuffer();
        })
        .toList());
  }

  /** A comment to submit, each with an id of its own. */
  Buffer comment() {
    return comment(next++).toBuffer();
  }

  /** The first comments over and over: of a service that has them, each is a repeat, and nothing more is stored. */
  Supplier<Buffer> repeats(int count) {
    return cycling(
        IntStream.range(0, count).mapToObj(number -> comment(number).toBuffer()).toList());
  }

  /** So many comments to submit, each with an id of its own. */
  Buffer comments(int count) {
    var array = new JsonArray();
    for (int i = 0; i < count; i++) {
      array.add(comment(next++));
    }
    return array.toBuffer();
  }

  private JsonObject comment(int number) {
    return new JsonObject()
        .put("id", "c-" + number)
        .put(
            "post",
            new JsonObject()
                .put("id", "p-" + number / COMMENTS_PER_POST)
                .put("title", "Post " + number / COMMENTS_PER_POST))
        .put("author", new JsonObject().put("id", "u-" + number % 997).put("name", "Reader"))
        .put("text", texts.get(number % DISTINCT));
  }

  private static Supplier<Buffer> cycling(List<Buffer> bodies) {
    var next = new int[1];
    return () -> bodies.get(next[0]++ % bodies.size());
  }
}
