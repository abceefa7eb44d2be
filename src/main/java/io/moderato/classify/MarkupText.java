package io.moderato.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what a person sees of a marked-up text, piece by piece, each with its place in the text as sent. */
final class MarkupText {
  /** How far a piece may be ahead of what it is made from before the two count as unrelated. */
  private static final int LOOK_AHEAD = 8;

  private final String source;
  private final MappedText seen = new MappedText();
  private final List<LinkSpan> marked = new ArrayList<>();
  private @Nullable String target;
  private int targetBegin;

  /** Made from a source whose offsets are those of the text as sent. */
  MarkupText(String source) {
    this.source = source;
  }

  /**
   * Adds a text made from a stretch of the text as sent by resolving entities and escapes. Both are walked side by side, once.
   *
   * @param begin where the stretch begins, inclusive
   * @param end where it ends, exclusive
   */
  void add(String text, int begin, int end) {
    int at = begin;
    int i = 0;
    while (i < text.length()) {
      int entityEnd = at < end && source.charAt(at) == '&' ? HtmlEntity.end(source, at, end) : at;
      String entity = entityEnd > at ? HtmlEntity.text(source, at, entityEnd) : "";
      if (!entity.isEmpty() && text.startsWith(entity, i)) {
        seen.addAll(entity, at, entityEnd);
        i += entity.length();
        at = entityEnd;
      } else {
        at = place(text.charAt(i), at, end);
        int last = Math.min(at, Math.max(end - 1, 0));
        seen.add(text.charAt(i), last, Math.min(last + 1, source.length()));
        at++;
        i++;
      }
    }
  }

  /** Where the unit stands from here on, or here if it is not near. */
  private int place(char unit, int from, int end) {
    for (int at = from; at < Math.min(end, from + LOOK_AHEAD); at++) {
      if (source.charAt(at) == unit) {
        return at;
      }
    }
    return from;
  }

  /** Begins a line of its own, unless one has begun. */
  void breakLine(int at) {
    if (seen.length > 0 && seen.chars[seen.length - 1] != '\n') {
      int place = Math.min(at, source.length());
      seen.add('\n', place, place);
    }
  }

  /** Begins a link; one that is still open ends here. */
  void openLink(String leadsTo) {
    closeLink();
    target = leadsTo;
    targetBegin = seen.length;
  }

  /** Ends the link that was begun last, if any. */
  void closeLink() {
    if (target != null) {
      String text = new String(seen.chars, targetBegin, seen.length - targetBegin);
      marked.add(
          new LinkSpan(new Link(target, text), targetBegin, seen.length, LinkSpan.Kind.MARKED));
      target = null;
    }
  }

  /** Adds all of another text, which was made from this one's from an offset on. */
  void addAll(ReadText part, int offset) {
    int shift = seen.length;
    for (int i = 0; i < part.seen().length(); i++) {
      seen.add(part.seen().charAt(i), part.begin(i) + offset, part.end(i) + offset);
    }
    for (LinkSpan link : part.links()) {
      if (link.kind() == LinkSpan.Kind.MARKED) {
        marked.add(
            new LinkSpan(link.link(), link.begin() + shift, link.end() + shift, link.kind()));
      }
    }
  }

  /** What was gathered, as the reading of a text. */
  ReadText read(String sent) {
    closeLink();
    String text = seen.toString();
    int[] begins = Arrays.copyOf(seen.begins, seen.length);
    int[] ends = Arrays.copyOf(seen.ends, seen.length);
    return new ReadText(sent, text, begins, ends, merge(PlainTextReader.addresses(text)));
  }

  /** Marked links and bare addresses in reading order; an address inside a marked link is that link. */
  private List<LinkSpan> merge(List<LinkSpan> bare) {
    List<LinkSpan> links = new ArrayList<>();
    int next = 0;
    for (LinkSpan link : marked) {
      while (next < bare.size() && bare.get(next).begin() < link.begin()) {
        links.add(bare.get(next));
        next++;
      }
      boolean isAddress = false;
      while (next < bare.size() && bare.get(next).begin() < link.end()) {
        isAddress |= bare.get(next).begin() == link.begin() && bare.get(next).end() == link.end();
        next++;
      }
      var kind = isAddress ? LinkSpan.Kind.BARE : LinkSpan.Kind.MARKED;
      links.add(new LinkSpan(link.link(), link.begin(), link.end(), kind));
    }
    links.addAll(bare.subList(next, bare.size()));
    return links;
  }
}
