package io.moderato.classify;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Reads HTML as a browser shows it: tags, comments, scripts and styles are not seen. */
final class HtmlReader implements NodeVisitor {
  /** More tags than an honest comment has: it is then read as plain text, so that reading stays cheap. */
  private static final int MOST_TAGS = 2_000;

  private final MarkupText text;
  private int place;

  private HtmlReader(String source) {
    this.text = new MarkupText(source);
  }

  static ReadText read(String sent) {
    boolean plain = sent.indexOf('<') < 0 && sent.indexOf('&') < 0;
    if (plain || sent.chars().filter(c -> c == '<').count() > MOST_TAGS) {
      return PlainTextReader.read(sent);
    }
    // jsoup makes one character of CR LF, and its positions would no longer be those of the text as
    // sent
    String lines = sent.replace("\r\n", " \n");
    var reader = new HtmlReader(lines);
    Parser.htmlParser().setTrackPosition(true).parseInput(lines, "").traverse(reader);
    return reader.text.read(sent);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode seen) {
      var range = seen.sourceRange();
      int begin = range.isTracked() ? range.startPos() : place;
      place = range.isTracked() ? range.endPos() : place;
      text.add(seen.getWholeText(), begin, place);
    } else if (node instanceof Element element) {
      if (breaksLine(element)) {
        text.breakLine(place);
      }
      if (isLink(element)) {
        text.openLink(element.attr("href"));
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (isLink(element)) {
        text.closeLink();
      }
      if (element.isBlock()) {
        text.breakLine(place);
      }
    }
  }

  private static boolean isLink(Element element) {
    return element.nameIs("a") && element.hasAttr("href");
  }

  private static boolean breaksLine(Element element) {
    return element.isBlock() || element.nameIs("br");
  }
}
