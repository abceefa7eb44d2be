package io.moderato.transfer.file;

import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads Blogger's Atom: the export with its kinds as categories, and Takeout's {@code feed.atom} with {@code blogger:type}. */
final class BloggerReader {
  private static final String KIND = "http://schemas.google.com/blogger/2008/kind#";

  private final Findings findings;
  private final Fields fields;
  private final Times times;
  private final HistorySink sink;
  private Instant latest = Instant.EPOCH;

  BloggerReader(Findings findings, Clock clock, HistorySink sink) {
    this.findings = findings;
    this.fields = new Fields(findings);
    this.times = new Times(clock);
    this.sink = sink;
  }

  void read(Reader in) throws IOException {
    new XmlReader(in, findings, Set.of("entry")).read((name, xml, line) -> {
      var entry = XmlNode.read(xml);
      switch (kind(entry)) {
        case "post", "page" -> post(entry, line);
        case "comment" -> comment(entry, line);
        default -> findings.add(Finding.NOT_A_POST, line, kind(entry) + " " + entry.text("title"));
      }
    });
  }

  private static String kind(XmlNode entry) {
    var type = entry.text("blogger:type");
    if (!type.isEmpty()) {
      return type.toLowerCase(Locale.ROOT);
    }
    return entry
        .children("category")
        .map(category -> category.attribute("term"))
        .filter(term -> term.startsWith(KIND))
        .map(term -> term.substring(KIND.length()))
        .findFirst()
        .orElse(entry.child("thr:in-reply-to").isPresent() ? "comment" : "post");
  }

  /** {@code tag:blogger.com,1999:blog-1.post-2} is 2. */
  private static String number(String tag) {
    int at = tag.lastIndexOf("post-");
    return (at < 0 ? tag : tag.substring(at + "post-".length())).strip();
  }

  private void post(XmlNode entry, long line) {
    var number = number(entry.text("id"));
    if (isDraft(entry) || number.isEmpty()) {
      findings.add(Finding.DRAFT, line, entry.text("title"));
      return;
    }
    sink.post(new OldPost(
        Fields.id("blogger", number),
        fields.field(url(entry), line),
        fields.field(entry.text("title"), line),
        fields.body(entry.text("content"), line),
        times.withZone(entry.text("published")).orElse(Instant.EPOCH),
        line));
  }

  private static boolean isDraft(XmlNode entry) {
    var draft =
        entry.child("app:control").map(control -> control.text("app:draft")).orElse("");
    var status = entry.text("blogger:status");
    return draft.equals("yes")
        || !(status.isEmpty() || status.equals("LIVE"))
        || !entry.text("blogger:trashed").isEmpty();
  }

  private static String url(XmlNode entry) {
    return links(entry, "alternate").findFirst().orElse(entry.text("blogger:filename"));
  }

  private static Stream<String> links(XmlNode entry, String rel) {
    return entry
        .children("link")
        .filter(link -> link.attribute("rel").equals(rel))
        .map(link -> link.attribute("href"));
  }

  private void comment(XmlNode entry, long line) {
    var number = number(entry.text("id"));
    var post = post(entry);
    var content = entry.child("content").or(() -> entry.child("summary"));
    var text = fields.text(content.map(XmlNode::text).orElse(""), line);
    if (post.isEmpty()) {
      findings.add(Finding.NO_POST_ID, line, number);
      return;
    }
    if (text.isEmpty()) {
      findings.add(Finding.NO_TEXT, line, number);
      return;
    }
    var at =
        times.withZone(entry.text("published")).or(() -> times.withZone(entry.text("updated")));
    if (at.isEmpty()) {
      findings.add(Finding.NO_TIME, line, entry.text("published"));
    }
    latest = at.orElse(latest);
    var parent = parent(entry);
    var author = entry.child("author").orElse(entry);
    sink.comment(new OldComment(
        number.isEmpty()
            ? "blogger-c-" + Fields.digest(post + latest + text)
            : Fields.id("blogger-c", number),
        Fields.id("blogger", post),
        parent.isEmpty() || parent.equals(post) ? null : Fields.id("blogger-c", parent),
        fields.author(
            "",
            author.text("name"),
            author.text("email").equals("noreply@blogger.com") ? "" : author.text("email"),
            author.text("uri"),
            "",
            "",
            line),
        text,
        Fields.format(text),
        latest,
        decision(entry, line),
        line));
  }

  private static String post(XmlNode entry) {
    var parent = entry.text("blogger:parent");
    return number(
        parent.isEmpty()
            ? entry.child("thr:in-reply-to").map(each -> each.attribute("ref")).orElse("")
            : parent);
  }

  /** The comment that it answers: the export links to it as related, by an address that ends with its number. */
  private static String parent(XmlNode entry) {
    var answered = entry.text("blogger:inReplyTo");
    return answered.isEmpty()
        ? links(entry, "related")
            .filter(address -> address.contains("/comments/"))
            .map(address -> address.substring(address.lastIndexOf('/') + 1))
            .findFirst()
            .orElse("")
        : number(answered);
  }

  private OldDecision decision(XmlNode entry, long line) {
    var status = entry.text("blogger:status").toUpperCase(Locale.ROOT);
    if (!entry.text("blogger:trashed").isEmpty()) {
      return OldDecision.removed("trashed at Blogger");
    }
    return switch (status) {
      case "", "LIVE" -> OldDecision.approved("shown at Blogger");
      case "SPAM", "SPAM_COMMENT" -> OldDecision.spam("spam at Blogger");
      case "PENDING", "GHOSTED", "DRAFT" -> OldDecision.waiting("pending at Blogger");
      case "EMPTIED", "DELETED", "REMOVED", "SOFT_TRASHED", "TRASHED" ->
        OldDecision.removed("removed at Blogger");
      default -> {
        findings.add(Finding.UNKNOWN_STATUS, line, status);
        yield OldDecision.waiting(
            "'%s' at Blogger".formatted(TextRepair.shortened(TextRepair.allowed(status), 100)));
      }
    };
  }
}
