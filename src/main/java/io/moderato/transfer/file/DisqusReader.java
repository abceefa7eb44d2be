package io.moderato.transfer.file;

import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads Disqus's XML export, of the older form (with addresses) and the newer one. */
final class DisqusReader {
  private final Findings findings;
  private final Fields fields;
  private final Times times;
  private final HistorySink sink;
  private final Map<String, String> posts = new HashMap<>();
  private Instant latest = Instant.EPOCH;

  DisqusReader(Findings findings, Clock clock, HistorySink sink) {
    this.findings = findings;
    this.fields = new Fields(findings);
    this.times = new Times(clock);
    this.sink = sink;
  }

  void read(Reader in) throws IOException {
    new XmlReader(in, findings, Set.of("thread", "post")).read((name, xml, line) -> {
      var node = XmlNode.read(xml);
      if (name.equals("thread")) {
        thread(node, line);
      } else {
        post(node, line);
      }
    });
  }

  private void thread(XmlNode node, long line) {
    var number = node.attribute("dsq:id");
    if (number.isEmpty()) {
      findings.add(Finding.NOT_A_POST, line, "thread without an id");
      return;
    }
    var id = Fields.post(node.text("link"), "disqus", number);
    posts.put(number, id);
    sink.post(new OldPost(
        id,
        fields.field(node.text("link"), line),
        fields.field(node.text("title"), line),
        fields.body(node.text("message"), line),
        times.withZone(node.text("createdAt")).orElse(Instant.EPOCH),
        line));
  }

  private void post(XmlNode node, long line) {
    var number = node.attribute("dsq:id");
    var thread = node.child("thread").map(each -> each.attribute("dsq:id")).orElse("");
    var text = fields.text(node.text("message"), line);
    if (thread.isEmpty()) {
      findings.add(Finding.NO_POST_ID, line, number);
      return;
    }
    if (text.isEmpty()) {
      findings.add(Finding.NO_TEXT, line, number);
      return;
    }
    var at = times.withZone(node.text("createdAt"));
    if (at.isEmpty()) {
      findings.add(Finding.NO_TIME, line, node.text("createdAt"));
    }
    latest = at.orElse(latest);
    var parent = node.child("parent").map(each -> each.attribute("dsq:id")).orElse("");
    var author = node.child("author").orElse(node);
    sink.comment(new OldComment(
        number.isEmpty()
            ? "disqus-c-" + Fields.digest(thread + latest + text)
            : Fields.id("disqus-c", number),
        posts.getOrDefault(thread, Fields.id("disqus", thread)),
        parent.isEmpty() ? null : Fields.id("disqus-c", parent),
        fields.author(
            author.text("username").isEmpty() ? "" : "disqus-" + author.text("username"),
            author.text("name"),
            author.text("email"),
            author.text("link"),
            node.text("ipAddress"),
            "",
            line),
        text,
        Fields.format(text),
        latest,
        decision(node),
        line));
  }

  private static OldDecision decision(XmlNode node) {
    if (isTrue(node, "isSpam")) {
      return OldDecision.spam("spam at Disqus");
    }
    if (isTrue(node, "isDeleted")) {
      return OldDecision.removed("deleted at Disqus");
    }
    return node.text("isApproved").equalsIgnoreCase("false")
        ? OldDecision.waiting("pending at Disqus")
        : OldDecision.approved("shown at Disqus");
  }

  private static boolean isTrue(XmlNode node, String name) {
    var text = node.text(name).toLowerCase(Locale.ROOT);
    return text.equals("true") || text.equals("1");
  }
}
