package io.moderato.classify;

import io.moderato.comment.TextFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text as a person sees it, with the way back to the text as sent. */
public final class ReadText {
  private final String sent;
  private final String seen;
  private final int @Nullable [] begins;
  private final int @Nullable [] ends;
  private final List<LinkSpan> links;

  /** Without maps, what is seen is what was sent. */
  ReadText(
      String sent,
      String seen,
      int @Nullable [] begins,
      int @Nullable [] ends,
      List<LinkSpan> links) {
    this.sent = sent;
    this.seen = seen;
    this.begins = begins;
    this.ends = ends;
    this.links = links;
  }

  /** Reads any text, in time linear in its length; broken markup is read as far as it goes. */
  public static ReadText of(String sent, TextFormat format) {
    return switch (format) {
      case TEXT -> PlainTextReader.read(sent);
      case HTML -> HtmlReader.read(sent);
      case MARKDOWN -> MarkdownReader.read(sent);
    };
  }

  /** The text as sent. */
  public String sent() {
    return sent;
  }

  /** What a person sees: markup gone, entities and escapes resolved, blocks on lines of their own. */
  public String seen() {
    return seen;
  }

  /** Where the seen code unit begins in the text as sent. */
  public int begin(int index) {
    return begins == null ? index : begins[index];
  }

  /** Where the seen code unit ends in the text as sent, exclusive. */
  public int end(int index) {
    return ends == null ? index + 1 : ends[index];
  }

  /** In reading order, with their places in the seen text; they do not overlap. */
  public List<LinkSpan> links() {
    return links;
  }
}
