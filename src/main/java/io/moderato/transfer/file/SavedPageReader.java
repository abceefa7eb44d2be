package io.moderato.transfer.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads a Blogger post page as a browser saves it, with the comments under it: the threaded ones of today's themes, and the older lists. */
final class SavedPageReader {
  /** A page is read whole. */
  static final int LARGEST = 32 * 1024 * 1024;

  private static final String POST_BODY =
      ".post-body, .entry-content, [itemprop=articleBody], [id^=post-body-]";
  private static final String POST_TITLE = ".post-title, .entry-title";
  private static final String POST_OR_COMMENT =
      POST_BODY + ", " + POST_TITLE + ", .comment-block, #comments, .comments";

  private static final Pattern NUMBER =
      Pattern.compile("(?:^|#)(?:c|Blog\\d+_cmt-)(\\d{1,30})(?:_\\w+)?$");
  private static final Pattern SHOWN_AT = Pattern.compile("[?&]showComment=(\\d{10,14})");
  private static final Pattern POST = Pattern.compile("(?:post-body-|postID=|postId=)(\\d{1,30})");

  private final Findings findings;
  private final Fields fields;
  private final Times times;
  private final HistorySink sink;
  private Instant latest = Instant.EPOCH;

  SavedPageReader(Findings findings, Clock clock, HistorySink sink) {
    this.findings = findings;
    this.fields = new Fields(findings);
    this.times = new Times(clock);
    this.sink = sink;
  }

  void read(InputStream in) throws IOException {
    var bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new UnreadableFileException("A saved page may have up to 32 MB.");
    }
    var page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "https://page.invalid/");
    if (page.selectFirst(POST_OR_COMMENT) == null) {
      throw new UnreadableFileException(
          "This page shows neither a post nor a comment; is it an error page, or one to log in?");
    }
    var post = post(page);
    sink.post(post);
    latest = post.updatedAt();
    threaded(page, post);
    listed(page, post);
    if (!new String(bytes, StandardCharsets.ISO_8859_1).contains("</html>")) {
      findings.add(Finding.CUT_OFF, 0, "the page has no </html>");
    }
  }

  private OldPost post(Document page) {
    var url = Optional.ofNullable(page.selectFirst("link[rel=canonical]"))
        .map(link -> link.attr("href"))
        .or(() -> Optional.ofNullable(page.selectFirst("meta[property=og:url]"))
            .map(meta -> meta.attr("content")))
        .orElse("");
    var body = page.selectFirst(POST_BODY);
    var title = Optional.ofNullable(page.selectFirst(POST_TITLE))
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .orElse(page.title());
    var published = page
        .select("abbr.published[title], time.published[datetime], time[itemprop=datePublished]")
        .stream()
        .map(time -> time.hasAttr("datetime") ? time.attr("datetime") : time.attr("title"))
        .flatMap(text -> times.withZone(text).stream())
        .findFirst();
    var matcher = POST.matcher((body == null ? "" : "post-body-" + body.id().replaceAll("\\D", ""))
        + " " + page.select("[href*=postID=]").eachAttr("href"));
    var id = matcher.find()
        ? Fields.id("blogger", matcher.group(1))
        : "blogger-page-" + Fields.digest(url.isEmpty() ? title : url);
    return new OldPost(
        id,
        fields.field(url, 0),
        fields.field(title, 0),
        body == null ? null : fields.body(body.html(), 0),
        published.orElse(Instant.EPOCH),
        0);
  }

  private void threaded(Document page, OldPost post) {
    for (var item : page.select("li.comment, div.comment:has(> .comment-block)")) {
      var block = item.selectFirst(".comment-block");
      if (block == null) {
        continue;
      }
      var answered = item.parents().stream()
          .filter(each -> each.is("li.comment, div.comment:has(> .comment-block)"))
          .findFirst()
          .map(SavedPageReader::number)
          .orElse("");
      comment(
          post,
          number(item),
          answered,
          block.selectFirst("cite.user, .user"),
          block.selectFirst(".datetime, .comment-timestamp"),
          block.selectFirst(".comment-content"));
    }
  }

  private static String number(Element item) {
    var block = item.selectFirst(".comment-block");
    var permalink = item.selectFirst(".datetime a[href], .comment-timestamp a[href]");
    return Stream.of(
            item.id(),
            block == null ? "" : block.id(),
            permalink == null ? "" : permalink.attr("href"))
        .map(NUMBER::matcher)
        .filter(matcher -> matcher.find())
        .map(matcher -> matcher.group(1))
        .findFirst()
        .orElse("");
  }

  private void listed(Document page, OldPost post) {
    for (var author : page.select("dt.comment-author")) {
      var body = author.nextElementSibling();
      if (body == null || !body.hasClass("comment-body")) {
        continue;
      }
      var footer = body.nextElementSibling();
      var matcher = NUMBER.matcher(author.id());
      var name = author.selectFirst("a[rel=nofollow], .user");
      comment(
          post,
          matcher.find() ? matcher.group(1) : "",
          "",
          name == null ? author : name,
          footer == null ? null : footer.selectFirst(".comment-timestamp"),
          body);
    }
  }

  private void comment(
      OldPost post,
      String number,
      String parent,
      @Nullable Element author,
      @Nullable Element time,
      @Nullable Element content) {
    var text = content == null ? "" : fields.text(content.html(), 0);
    if (text.isEmpty()) {
      findings.add(Finding.NO_TEXT, 0, number);
      return;
    }
    latest = shownAt(time).orElseGet(() -> {
      findings.add(Finding.NO_TIME, 0, time == null ? number : time.text());
      return latest;
    });
    var removed = content != null && content.selectFirst(".deleted-comment") != null;
    var link = author == null ? null : author.is("a") ? author : author.selectFirst("a[href]");
    sink.comment(new OldComment(
        number.isEmpty()
            ? "blogger-c-" + Fields.digest(post.id() + latest + text)
            : Fields.id("blogger-c", number),
        post.id(),
        parent.isEmpty() ? null : Fields.id("blogger-c", parent),
        fields.author(
            "",
            author == null ? "" : author.text().replaceFirst("(?i)\\s+said\\.*…?$", ""),
            "",
            link == null ? "" : link.attr("href"),
            "",
            "",
            0),
        text,
        Fields.format(text),
        latest,
        removed
            ? OldDecision.removed("removed at Blogger")
            : OldDecision.approved("shown on the page"),
        0));
  }

  /** The permalink of a comment bears its time in milliseconds; what the page shows has neither zone nor a language that is known. */
  private Optional<Instant> shownAt(@Nullable Element time) {
    if (time == null) {
      return Optional.empty();
    }
    var address = Stream.concat(Stream.of(time), time.select("a[href]").stream())
        .map(each -> each.attr("href"))
        .reduce("", (all, href) -> all + " " + href);
    var matcher = SHOWN_AT.matcher(address);
    if (!matcher.find()) {
      return times.withZone(time.attr("datetime"));
    }
    return Optional.of(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))))
        .filter(at -> at.isBefore(times.latest()));
  }
}
