package io.moderato.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.comment.CommentId;
import io.moderato.transfer.file.Finding;
import io.moderato.transfer.file.Findings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends lines in batches, one after another; the next one is gathered while the service works on the one before. The order of lines is the
 * same for the same file, so that a resumed import passes over those that were acknowledged.
 */
final class HistoryBatches {
  private static final int MOST_LINES = 500;
  private static final int MOST_UNITS = 1 << 20;
  private static final Pattern INDEX = Pattern.compile("^/(\\d{1,6})(/.*)?$");

  private final HistoryClient client;
  private final Findings findings;
  private final ImportCounts counts;
  private final @Nullable Checkpoint checkpoint;
  private long toPass;
  private List<Line> batch = new ArrayList<>();
  private int units;
  private @Nullable UnderWay underWay;

  private record Line(String json, long number, Kind kind, String id) {}

  private enum Kind {
    POST,
    COMMENT,
    OTHER
  }

  private record UnderWay(List<Line> lines, CompletableFuture<HttpResponse<String>> sent) {}

  /** @param checkpoint null for none */
  HistoryBatches(
      HistoryClient client,
      Findings findings,
      ImportCounts counts,
      @Nullable Checkpoint checkpoint) {
    this.client = client;
    this.findings = findings;
    this.counts = counts;
    this.checkpoint = checkpoint;
    this.toPass = counts.acknowledged();
  }

  /** @param number where it stands in the file */
  void add(JsonNode json, long number) {
    if (toPass > 0) {
      toPass--;
      return;
    }
    var text = json.toString();
    if (!batch.isEmpty() && units + text.length() > MOST_UNITS) {
      flush();
    }
    batch.add(new Line(text, number, kind(json), id(json)));
    units += text.length();
    if (batch.size() == MOST_LINES) {
      flush();
    }
  }

  private static Kind kind(JsonNode json) {
    return switch (json.path("kind").asText()) {
      case "post" -> Kind.POST;
      case "comment", "record" -> Kind.COMMENT;
      default -> Kind.OTHER;
    };
  }

  private static String id(JsonNode json) {
    return Stream.of(
            json.path("id"),
            json.path("record").path("comment"),
            json.path("post").path("id"),
            json.path("list").path("name"),
            json.path("webhook").path("url"),
            json.path("kind"))
        .map(JsonNode::asText)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Waits until all is acknowledged. */
  void finish() {
    flush();
    settle();
  }

  private void flush() {
    settle();
    if (!batch.isEmpty()) {
      underWay = new UnderWay(batch, client.send(jsons(batch)));
      batch = new ArrayList<>();
      units = 0;
    }
  }

  /** Takes the answer to what is under way. */
  private void settle() {
    var waited = underWay;
    if (waited == null) {
      return;
    }
    underWay = null;
    settle(waited.lines(), client.answer(waited.sent(), jsons(waited.lines())));
    counts.acknowledge(waited.lines().size());
    if (checkpoint != null) {
      try {
        checkpoint.write(counts, findings);
      } catch (IOException e) {
        throw new StoppedException(
            "The checkpoint can't be written (%s). Name another place with --checkpoint, or 'none'."
                .formatted(e));
      }
    }
  }

  private void settle(List<Line> lines, HttpResponse<String> first) {
    var left = lines;
    var answer = first;
    while (!left.isEmpty()) {
      left = switch (answer.statusCode()) {
        case 200 -> counted(left, answer.body());
        case 400, 413 -> withoutRefused(left, answer);
        default -> throw HistoryClient.refused(answer.statusCode(), answer.body());
      };
      if (!left.isEmpty()) {
        answer = client.answer(client.send(jsons(left)), jsons(left));
      }
    }
  }

  /** The lines that are worth another try: the service was full when their turn came. */
  private List<Line> counted(List<Line> lines, String body) {
    var results = body.lines().map(HistoryClient::json).toList();
    if (results.size() != lines.size()) {
      throw new StoppedException("The service answers %d of %d lines; is --url a Moderato?"
          .formatted(results.size(), lines.size()));
    }
    var again = new ArrayList<Line>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      switch (results.get(i).path("code").asInt()) {
        case 200 -> {
          counts.storedPosts(line.kind() == Kind.POST ? 1 : 0);
          counts.storedBefore(line.kind() == Kind.COMMENT ? 1 : 0);
        }
        case 201 -> counts.storedNew(line.kind() == Kind.COMMENT ? 1 : 0);
        case 409 ->
          findings.add(
              CommentId.isOfAkismet(line.id()) ? Finding.JUDGED_WHEN_WRITTEN : Finding.ID_IN_USE,
              line.number(),
              line.id());
        case 503 -> again.add(line);
        default -> refuse(line, results.get(i).path("problem").path("detail").asText());
      }
    }
    if (!again.isEmpty()) {
      HistoryClient.sleep(Duration.ofMillis(500));
    }
    return again;
  }

  private void refuse(Line line, String why) {
    findings.add(Finding.REFUSED, line.number(), line.id() + ": " + why);
  }

  /** The batch was refused as a whole, for these lines. */
  private List<Line> withoutRefused(List<Line> lines, HttpResponse<String> answer) {
    var problem = HistoryClient.json(answer.body());
    var refused = new TreeMap<Integer, String>(Comparator.reverseOrder());
    for (var error : problem.path("errors")) {
      var pointer = error.path("pointer").asText();
      var matcher = INDEX.matcher(pointer);
      if (matcher.matches()) {
        refused.putIfAbsent(
            Integer.parseInt(matcher.group(1)),
            pointer.substring(matcher.end(1)) + " " + error.path("detail").asText());
      }
    }
    if (refused.isEmpty() && lines.size() > 1) {
      throw HistoryClient.refused(answer.statusCode(), answer.body());
    }
    if (refused.isEmpty()) {
      refused.put(0, problem.path("detail").asText());
    }
    var left = new ArrayList<>(lines);
    refused.forEach((index, why) -> refuse(left.remove((int) index), why));
    return left;
  }

  private static List<String> jsons(List<Line> lines) {
    return lines.stream().map(Line::json).toList();
  }
}
