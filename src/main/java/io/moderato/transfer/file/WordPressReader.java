package io.moderato.transfer.file;

import io.moderato.comment.CommentId;
import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads WordPress eXtended RSS (WXR), 1.0 to 1.2. The comments of a post are handed on one by one, however many they are. */
final class WordPressReader {
  private static final Set<String> PINGS = Set.of("pingback", "trackback");
  private static final Set<String> INTERNAL = Set.of("order_note", "note", "action_log");
  private static final Set<String> UNPUBLISHED = Set.of("draft", "auto-draft", "trash", "inherit");
  private static final Set<String> POSTS = Set.of("post", "page", "");

  /** Comments that stand before their post's id wait for it; no export that is known has any. */
  private static final int MOST_WAITING = 10_000;

  private final Findings findings;
  private final Fields fields;
  private final Times times;
  private final boolean withPings;
  private final HistorySink sink;
  private ZoneOffset zone = ZoneOffset.UTC;

  WordPressReader(Findings findings, Clock clock, boolean withPings, HistorySink sink) {
    this.findings = findings;
    this.fields = new Fields(findings);
    this.times = new Times(clock);
    this.withPings = withPings;
    this.sink = sink;
  }

  void read(Reader in) throws IOException {
    new XmlReader(in, findings, Set.of("item")).read((name, xml, line) -> new Item(line).read(xml));
  }

  /** One item: a post, a page, a picture, a menu's entry. */
  private final class Item {
    private final long line;
    private final Map<String, String> told = new HashMap<>();
    private final List<XmlNode> waiting = new ArrayList<>();
    private final Map<String, String> judgedWhenWritten = new HashMap<>();
    private boolean isTold;
    private Instant latest = Instant.EPOCH;

    Item(long line) {
      this.line = line;
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
      while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
        if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
          var at = line + xml.getLocation().getLineNumber() - 1;
          var child = XmlNode.read(xml);
          if (child.name().equals("wp:comment")) {
            comment(child, at);
          } else if (!child.name().equals("wp:postmeta") && !child.name().equals("category")) {
            told.putIfAbsent(child.name(), child.text().strip());
          }
        }
      }
      if (!waiting.isEmpty()) {
        told.putIfAbsent(
            "wp:post_id", "url-" + Fields.digest(get("link") + get("guid") + get("title")));
        waiting.forEach(comment -> comment(comment, line));
      }
      if (!isTold) {
        withoutComments();
      }
    }

    private String get(String name) {
      return told.getOrDefault(name, "");
    }

    private void withoutComments() {
      if (!POSTS.contains(get("wp:post_type")) || get("wp:post_id").isEmpty()) {
        findings.add(Finding.NOT_A_POST, line, get("wp:post_type") + " " + get("title"));
      } else if (UNPUBLISHED.contains(get("wp:status"))) {
        findings.add(Finding.DRAFT, line, get("title"));
      } else {
        tell();
      }
    }

    private void tell() {
      isTold = true;
      zone = times.zone(get("wp:post_date"), get("wp:post_date_gmt")).orElse(zone);
      var at = time(get("wp:post_date_gmt"), get("wp:post_date"))
          .or(() -> times.rfc1123(get("pubDate")));
      latest = at.orElse(Instant.EPOCH);
      sink.post(new OldPost(
          postId(),
          fields.field(get("link"), line),
          fields.field(get("title"), line),
          fields.body(get("content:encoded"), line),
          latest,
          line));
    }

    private String postId() {
      return Fields.post(get("link"), "wp", get("wp:post_id"));
    }

    private Optional<Instant> time(String utc, String local) {
      return times.at(utc, ZoneOffset.UTC).or(() -> times.at(local, zone));
    }

    private void comment(XmlNode node, long at) {
      if (get("wp:post_id").isEmpty()) {
        if (waiting.size() < MOST_WAITING) {
          waiting.add(node);
        } else {
          findings.add(Finding.NO_POST_ID, at, node.text("wp:comment_id"));
        }
        return;
      }
      var type = node.text("wp:comment_type").toLowerCase(Locale.ROOT);
      if (PINGS.contains(type) && !withPings) {
        findings.add(Finding.PINGBACK, at, type + " " + node.text("wp:comment_id"));
      } else if (INTERNAL.contains(type)) {
        findings.add(Finding.INTERNAL_NOTE, at, type + " " + node.text("wp:comment_id"));
      } else {
        ofPerson(node, at);
      }
    }

    private void ofPerson(XmlNode node, long at) {
      var number = node.text("wp:comment_id");
      var text = fields.text(node.child("wp:comment_content").map(XmlNode::text).orElse(""), at);
      if (text.isEmpty()) {
        findings.add(Finding.NO_TEXT, at, number);
        return;
      }
      if (!isTold) {
        tell();
      }
      var submittedAt = submittedAt(node, at);
      var parent = node.text("wp:comment_parent");
      var user = node.text("wp:comment_user_id");
      sink.comment(new OldComment(
          id(node, number).orElseGet(() -> "wp-c-" + Fields.digest(postId() + submittedAt + text)),
          postId(),
          parent.isEmpty() || parent.equals("0")
              ? null
              : judgedWhenWritten.getOrDefault(parent, Fields.id("wp-c", parent)),
          fields.author(
              user.equals("0") || user.isEmpty() ? "" : "wp-" + user,
              node.text("wp:comment_author"),
              node.text("wp:comment_author_email"),
              node.text("wp:comment_author_url"),
              node.text("wp:comment_author_IP"),
              node.text("wp:comment_agent"),
              at),
          text,
          Fields.format(text),
          submittedAt,
          decision(node.text("wp:comment_approved"), at),
          at));
    }

    /** One that this service has judged when it was written is the same comment still. Empty without a number. */
    private Optional<String> id(XmlNode node, String number) {
      var guid = node.children("wp:commentmeta")
          .filter(meta -> meta.text("wp:meta_key").equals("akismet_guid"))
          .map(meta -> meta.text("wp:meta_value"))
          .filter(CommentId::isOfAkismet)
          .findFirst();
      guid.ifPresent(id -> judgedWhenWritten.put(number, id));
      return guid.or(
          () -> number.isEmpty() ? Optional.empty() : Optional.of(Fields.id("wp-c", number)));
    }

    private Instant submittedAt(XmlNode node, long at) {
      var utc = node.text("wp:comment_date_gmt");
      var local = node.text("wp:comment_date");
      zone = times.zone(local, utc).orElse(zone);
      var found = time(utc, local);
      if (found.isEmpty()) {
        findings.add(Finding.NO_TIME, at, utc + " " + local);
      } else if (times.at(utc, ZoneOffset.UTC).isEmpty()) {
        findings.add(Finding.LOCAL_TIME, at, local);
      }
      latest = found.orElse(latest);
      return latest;
    }
  }

  private OldDecision decision(String approved, long line) {
    return switch (approved.toLowerCase(Locale.ROOT)) {
      case "1", "approve", "approved" -> OldDecision.approved("approved in WordPress");
      case "0", "hold", "pending", "unapproved", "moderated" ->
        OldDecision.waiting("pending in WordPress");
      case "spam" -> OldDecision.spam("spam in WordPress");
      case "trash", "post-trashed", "delete", "deleted" ->
        OldDecision.removed("trash in WordPress");
      default -> {
        findings.add(Finding.UNKNOWN_STATUS, line, approved);
        yield OldDecision.waiting(
            "'%s' in WordPress".formatted(TextRepair.shortened(TextRepair.allowed(approved), 100)));
      }
    };
  }
}
