package io.moderato.bench;

import io.moderato.bench.Load.Limit;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/** A moderator's day with 20,000 comments waiting: pages of the queue under several filters, and acts, one request after the other. */
final class ReviewBench {
  private static final int HELD = 20_000;
  private static final int BATCH = 500;
  private static final int CALLS = 200;
  private static final int WARM_UP = 100;
  private static final int MOST_ROWS = 200;
  private static final String REVIEW = "/v1/review/bench";
  private static final String POLICY = """
      {"name": "careful", "rules": [
        {"name": "everything", "sentence": "Everything waits.", "when": "shape.words > 0", "verdict": "HOLD"},
        {"name": "short", "sentence": "It is short.", "when": "shape.words < 30", "verdict": "HOLD"}]}
      """;

  private final Progress progress;
  private final Bodies bodies = new Bodies(4);

  ReviewBench(Progress progress) {
    this.progress = progress;
  }

  List<Figure> run(BenchSite service) {
    hold(service);
    var figures = new ArrayList<Figure>();
    progress.say("reading the queue");
    figures.addAll(page(service, "by priority", "order=priority"));
    figures.addAll(page(service, "by age", "order=age"));
    figures.addAll(page(service, "by label", "order=label"));
    figures.addAll(page(service, "of a rule and a language", "rule=short&language=en"));
    figures.addAll(page(service, "of a post", "post=" + post(service)));
    figures.addAll(page(service, "with a word that most have", "words=the"));
    figures.addAll(page(service, "with a word that few have", "words=" + rareWord(service)));
    figures.addAll(page(service, "with a word that none has", "words=zyzzyva"));
    progress.say("deciding");
    figures.addAll(acts(service));
    return figures;
  }

  private void hold(BenchSite at) {
    progress.say("holding %,d comments".formatted(HELD));
    var load = at.load();
    var policy = load.send(
            HttpMethod.PUT, "/v1/sites/bench/policy", at.key(), Buffer.buffer(POLICY))
        .toJsonObject()
        .getString("version");
    load.post(
        "/v1/sites/bench/policy/activate",
        at.key(),
        new JsonObject().put("version", policy).toBuffer());
    at.batches()
        .post(
            BenchSite.COMMENTS + ":batch",
            at.key(),
            () -> bodies.comments(BATCH),
            BATCH,
            Limit.ofRequests(HELD / BATCH));
  }

  private List<Figure> page(BenchSite at, String which, String query) {
    var latencies = new Latencies();
    for (int i = 0; i < WARM_UP + CALLS; i++) {
      var begin = System.nanoTime();
      get(at, "/queue?limit=50&" + query);
      if (i >= WARM_UP) {
        latencies.add(System.nanoTime() - begin);
      }
    }
    return figures("queue page " + which, latencies);
  }

  private List<Figure> acts(BenchSite at) {
    Queue<JsonObject> rows = new ArrayDeque<>();
    var latencies = new Latencies();
    for (int i = 0; i < WARM_UP + CALLS; i++) {
      if (rows.isEmpty()) {
        rows(at, MOST_ROWS).forEach(row -> rows.add((JsonObject) row));
      }
      var row = rows.remove();
      var act = new JsonObject().put("act", "reject").put("version", row.getInteger("version"));
      var path = REVIEW + "/comments/" + row.getString("comment") + "/acts";
      var begin = System.nanoTime();
      at.load().post(path, at.key(), act.toBuffer());
      if (i >= WARM_UP) {
        latencies.add(System.nanoTime() - begin);
      }
    }
    return figures("act on a comment", latencies);
  }

  private static String post(BenchSite at) {
    return rows(at, 1).getJsonObject(0).getString("post");
  }

  /** The longest of some comment's first line, which is put together from syllables. */
  private static String rareWord(BenchSite at) {
    return Arrays.stream(rows(at, 1).getJsonObject(0).getString("firstLine").split("[^a-zA-Z]+"))
        .max(Comparator.comparing(String::length))
        .orElseThrow();
  }

  private static JsonArray rows(BenchSite at, int limit) {
    return get(at, "/queue?limit=" + limit).toJsonObject().getJsonArray("rows");
  }

  private static Buffer get(BenchSite at, String path) {
    return at.load().send(HttpMethod.GET, REVIEW + path, at.key(), Buffer.buffer());
  }

  private static List<Figure> figures(String what, Latencies latencies) {
    return List.of(
        Figure.of(what + ": p50", latencies.millis(0.50), "ms"),
        Figure.atMost(100, what + ": p95", latencies.millis(0.95), "ms"));
  }
}
