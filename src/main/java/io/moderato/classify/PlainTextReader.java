package io.moderato.classify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkType;

/** Reads plain text: all of it is seen, and addresses in it are links. */
final class PlainTextReader {
  private static final LinkExtractor ADDRESSES = LinkExtractor.builder()
      .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
      .build();

  private PlainTextReader() {}

  static ReadText read(String sent) {
    return new ReadText(sent, sent, null, null, addresses(sent));
  }

  /** The addresses in a text that a person sees, in reading order. */
  static List<LinkSpan> addresses(String seen) {
    List<LinkSpan> links = new ArrayList<>();
    for (var found : ADDRESSES.extractLinks(seen)) {
      String address = seen.substring(found.getBeginIndex(), found.getEndIndex());
      var kind = found.getType() == LinkType.EMAIL ? LinkSpan.Kind.EMAIL : LinkSpan.Kind.BARE;
      links.add(new LinkSpan(
          new Link(address, address), found.getBeginIndex(), found.getEndIndex(), kind));
    }
    return links;
  }
}
