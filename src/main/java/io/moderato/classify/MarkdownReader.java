package io.moderato.classify;

import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;

/** Reads Markdown (CommonMark) as a page shows it. The tree is walked without recursion: quotes may nest by the thousand. */
final class MarkdownReader {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

  private final String sent;
  private final MarkupText text;
  private int place;

  private MarkdownReader(String sent) {
    this.sent = sent;
    this.text = new MarkupText(sent);
  }

  static ReadText read(String sent) {
    if (MarkdownCost.isTooHigh(sent)) {
      return PlainTextReader.read(sent);
    }
    var reader = new MarkdownReader(sent);
    reader.walk(PARSER.parse(sent));
    return reader.text.read(sent);
  }

  private void walk(Node root) {
    Node node = root;
    while (node != null) {
      enter(node);
      Node next = node.getFirstChild();
      while (next == null && node != null) {
        leave(node);
        next = node == root ? null : node.getNext();
        node = node == root ? null : next == null ? node.getParent() : node;
      }
      node = next;
    }
  }

  private void enter(Node node) {
    if (node instanceof Text seen) {
      text.add(seen.getLiteral(), begin(node), end(node));
    } else if (node instanceof Code code) {
      addCode(code);
    } else if (node instanceof FencedCodeBlock code) {
      addLines(code.getLiteral(), code, 1);
    } else if (node instanceof IndentedCodeBlock code) {
      addLines(code.getLiteral(), code, 0);
    } else if (node instanceof HtmlBlock) {
      int begin = begin(node);
      text.addAll(HtmlReader.read(sent.substring(begin, end(node))), begin);
    } else if (node instanceof HtmlInline tag) {
      addTag(tag.getLiteral());
    } else if (node instanceof org.commonmark.node.Link link) {
      text.openLink(link.getDestination());
    } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      text.breakLine(place);
    }
  }

  private void leave(Node node) {
    if (node instanceof org.commonmark.node.Link) {
      text.closeLink();
    } else if (node instanceof Block) {
      text.breakLine(place);
    }
  }

  private void addCode(Code code) {
    int begin = begin(code);
    int end = end(code);
    while (begin < end && sent.charAt(begin) == '`' && sent.charAt(end - 1) == '`') {
      begin++;
      end--;
    }
    text.add(code.getLiteral(), begin, Math.max(begin, end));
  }

  /** Adds a code block line by line; its first lines may be no code but a fence. */
  private void addLines(String code, Node block, int fences) {
    var spans = block.getSourceSpans();
    int line = fences;
    for (String content : code.split("\n", -1)) {
      if (line < spans.size() && !content.isEmpty()) {
        place = end(spans.get(line));
        text.add(content, spans.get(line).getInputIndex(), place);
        text.breakLine(place);
      }
      line++;
    }
  }

  private void addTag(String tag) {
    if (tag.startsWith("<a ") || tag.startsWith("<A ")) {
      var link = Jsoup.parseBodyFragment(tag).selectFirst("a");
      text.openLink(link == null ? "" : link.attr("href"));
    } else if (tag.startsWith("</a") || tag.startsWith("</A")) {
      text.closeLink();
    }
  }

  private int begin(Node node) {
    var spans = node.getSourceSpans();
    return spans.isEmpty() ? place : spans.get(0).getInputIndex();
  }

  private int end(Node node) {
    var spans = node.getSourceSpans();
    if (!spans.isEmpty()) {
      place = end(spans.get(spans.size() - 1));
    }
    return place;
  }

  private static int end(SourceSpan span) {
    return span.getInputIndex() + span.getLength();
  }
}
