package io.moderato.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moderato.policy.Verdict;
import io.moderato.transfer.file.Finding;
import io.moderato.transfer.file.Findings;
import io.moderato.transfer.file.HistorySink;
import io.moderato.transfer.file.OldComment;
import io.moderato.transfer.file.OldPost;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a file holds into the order that the service wants, parents first, and under ids that are used once. Answers that come before
 * what they answer wait in a file until the rest is through.
 */
final class HistorySender implements HistorySink, AutoCloseable {
  /** More rounds than answers are nested in the store: whoever is left then is placed under the post. */
  private static final int MOST_ROUNDS = 40;

  private static final int MOST_POSTS_ASKED_FOR = 10_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final ObjLongConsumer<JsonNode> out;
  private final Consumer<JsonNode> head;
  private final Findings findings;
  private final ImportCounts counts;
  private final SeenIds comments = new SeenIds();
  private final SeenIds posts = new SeenIds();
  private final Map<String, Long> postsAskedFor = new LinkedHashMap<>();
  private boolean isEmpty = true;
  private @Nullable WaitingLines waiting;

  /**
   * @param out takes lines as the service wants them, and where each stands in the file
   * @param head takes the first line of an export
   */
  HistorySender(
      ObjLongConsumer<JsonNode> out,
      Consumer<JsonNode> head,
      Findings findings,
      ImportCounts counts) {
    this.out = out;
    this.head = head;
    this.findings = findings;
    this.counts = counts;
  }

  @Override
  public void post(OldPost post) {
    var json = JSON.createObjectNode().put("kind", "post");
    json.putObject("post")
        .put("id", post.id())
        .put("url", post.url())
        .put("title", post.title())
        .put("body", post.body());
    line(json.put("updatedAt", post.updatedAt().toString()), post.line());
  }

  @Override
  public void comment(OldComment comment) {
    var decision = comment.decision();
    var author = comment.author();
    var json = JSON.createObjectNode().put("kind", "comment").put("id", comment.id());
    json.putObject("post").put("id", comment.post());
    json.put("parentId", comment.parent());
    json.putObject("author")
        .put("id", author.id())
        .put("name", author.name())
        .put("email", author.email())
        .put("url", author.url())
        .put("ip", author.ip())
        .put("userAgent", author.userAgent());
    json.put("text", comment.text())
        .put("format", comment.format().word())
        .put("submittedAt", comment.submittedAt().toString())
        .put("verdict", decision.verdict().name())
        .put("note", decision.note());
    if (decision.spam()) {
      json.putObject("labels").put("SPAM", true);
    }
    line(json, comment.line());
  }

  @Override
  public void line(JsonNode json, long line) {
    isEmpty = false;
    switch (json.path("kind").asText()) {
      case "export" -> head.accept(json);
      case "post" -> {
        posts.see(json.path("post").path("id").asText(), "");
        out.accept(json, line);
      }
      case "record" -> {
        counts.found(verdict(json.path("record").path("status").asText()));
        comments.see(json.path("record").path("comment").asText(), json.toString());
        out.accept(json, line);
      }
      case "comment" -> comment((ObjectNode) json, line);
      default -> out.accept(json, line);
    }
  }

  private void comment(ObjectNode json, long line) {
    var id = json.path("id");
    var parent = json.path("parentId");
    if (!id.isTextual()) {
      out.accept(json, line); // the service says what is wrong with it
    } else if (parent.equals(id)) {
      send(json.putNull("parentId"), line);
    } else if (parent.isTextual() && !comments.contains(parent.textValue())) {
      waiting().add(json, line);
    } else {
      send(json, line);
    }
  }

  private void send(ObjectNode json, long line) {
    var id = json.path("id").textValue();
    var content = json.toString();
    var seen = comments.see(id, content);
    if (seen == SeenIds.Seen.OTHER) {
      var other = id + "-" + Integer.toHexString(content.hashCode());
      findings.add(Finding.DUPLICATE_ID, line, "%s becomes %s".formatted(id, other));
      json.put("id", other);
      seen = comments.see(other, content);
    }
    if (seen == SeenIds.Seen.NEVER) {
      counts.found(verdict(json.path("verdict").asText()));
      var post = json.path("post").path("id").asText();
      if (!posts.contains(post) && postsAskedFor.size() < MOST_POSTS_ASKED_FOR) {
        postsAskedFor.putIfAbsent(post, line);
      }
      out.accept(json, line);
    }
  }

  private static @Nullable Verdict verdict(String decided) {
    return switch (decided) {
      case "APPROVE", "approved" -> Verdict.APPROVE;
      case "HOLD", "held" -> Verdict.HOLD;
      case "REJECT", "rejected", "withdrawn" -> Verdict.REJECT;
      default -> null;
    };
  }

  /** Sends those who waited. Call it once, behind the last line. */
  void finish() throws IOException {
    if (isEmpty) {
      findings.add(Finding.NOTHING, 0, "");
    }
    for (int round = 0; waiting != null && round < MOST_ROUNDS; round++) {
      var before = waiting;
      waiting = null;
      before.forEach(this::comment);
      var hasMoved = waiting == null || waiting.count() < before.count();
      if (!hasMoved) {
        sendOrphans();
      }
      before.close();
    }
    sendAll();
    postsAskedFor.forEach((post, line) -> {
      if (!posts.contains(post)) {
        findings.add(Finding.NO_POST, line, post);
      }
    });
  }

  /** Of those who wait, sends the ones who wait for nobody in the file; all of them, where they wait for each other. */
  private void sendOrphans() throws IOException {
    var before = waiting();
    var ids = new SeenIds();
    before.forEach((json, line) -> ids.see(json.path("id").textValue(), ""));
    waiting = null;
    before.forEach((json, line) -> {
      if (ids.contains(json.path("parentId").textValue())) {
        waiting().add(json, line);
      } else {
        sendOrphan(json, line);
      }
    });
    if (waiting != null && waiting.count() == before.count()) {
      sendAll();
    }
    before.close();
  }

  private void sendAll() throws IOException {
    var left = waiting;
    waiting = null;
    if (left != null) {
      left.forEach(this::sendOrphan);
      left.close();
    }
  }

  private void sendOrphan(ObjectNode json, long line) {
    findings.add(
        Finding.PARENT_MISSING,
        line,
        "%s answers %s"
            .formatted(json.path("id").asText(), json.path("parentId").asText()));
    send(json, line);
  }

  private WaitingLines waiting() {
    if (waiting == null) {
      waiting = new WaitingLines();
    }
    return waiting;
  }

  @Override
  public void close() throws IOException {
    if (waiting != null) {
      waiting.close();
    }
  }
}
