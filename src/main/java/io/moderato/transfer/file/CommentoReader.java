package io.moderato.transfer.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moderato.comment.TextFormat;
import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Reads Commento's JSON export. Who wrote a comment stands behind all comments, so that only the writer's id is taken. */
final class CommentoReader {
  private static final JsonMapper JSON = new JsonMapper(new JsonFactory());

  private final Findings findings;
  private final Fields fields;
  private final Times times;
  private final HistorySink sink;
  private final Set<String> posts = new HashSet<>();

  CommentoReader(Findings findings, Clock clock, HistorySink sink) {
    this.findings = findings;
    this.fields = new Fields(findings);
    this.times = new Times(clock);
    this.sink = sink;
  }

  void read(Reader in) throws IOException {
    try (var parser = JSON.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableFileException("This JSON is no export of Commento's.");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        parser.nextToken();
        if (name.equals("comments") && parser.currentToken() == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            long line = parser.currentLocation().getLineNr();
            comment(parser.readValueAsTree(), line);
          }
        } else {
          parser.skipChildren();
        }
      }
    } catch (JacksonException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      findings.add(Finding.CUT_OFF, line, "not JSON from here on: " + e.getOriginalMessage());
    }
  }

  private void comment(JsonNode json, long line) {
    var number = json.path("commentHex").asText();
    var url = json.path("url").asText(json.path("path").asText());
    var markdown = json.path("markdown").asText();
    var text = fields.text(markdown.isBlank() ? json.path("html").asText() : markdown, line);
    if (text.isEmpty()) {
      findings.add(Finding.NO_TEXT, line, number);
      return;
    }
    if (url.isEmpty()) {
      findings.add(Finding.NO_POST_ID, line, number);
      return;
    }
    var at = times.withZone(json.path("creationDate").asText());
    if (at.isEmpty()) {
      findings.add(Finding.NO_TIME, line, json.path("creationDate").asText());
    }
    var post = Fields.post(address(json), "commento", json.path("domain").asText() + url);
    if (posts.add(post)) {
      sink.post(new OldPost(post, fields.field(url, line), null, null, Instant.EPOCH, line));
    }
    var parent = json.path("parentHex").asText();
    var author = json.path("commenterHex").asText();
    sink.comment(new OldComment(
        Fields.id("commento-c", number.isEmpty() ? Fields.digest(post + at + text) : number),
        post,
        parent.isEmpty() || parent.equals("root") ? null : Fields.id("commento-c", parent),
        fields.author(author.equals("anonymous") ? "" : author, "", "", "", "", "", line),
        text,
        markdown.isBlank() ? TextFormat.HTML : TextFormat.MARKDOWN,
        at.orElse(Instant.EPOCH),
        decision(json, line),
        line));
  }

  /** A domain and a path, or a whole address. */
  private static String address(JsonNode json) {
    var url = json.path("url").asText(json.path("path").asText());
    var domain = json.path("domain").asText();
    return url.contains("://") || domain.isEmpty() ? url : "https://" + domain + url;
  }

  private OldDecision decision(JsonNode json, long line) {
    if (json.path("deleted").asBoolean()) {
      return OldDecision.removed("deleted in Commento");
    }
    var state = json.path("state").asText();
    return switch (state) {
      case "approved" -> OldDecision.approved("approved in Commento");
      case "unapproved" -> OldDecision.waiting("pending in Commento");
      case "flagged", "spam" -> OldDecision.spam("flagged in Commento");
      default -> {
        findings.add(Finding.UNKNOWN_STATUS, line, state);
        yield OldDecision.waiting("unknown in Commento");
      }
    };
  }
}
