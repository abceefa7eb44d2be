package io.moderato.signals;

import io.moderato.classify.LinkSpan;
import io.moderato.classify.ReadText;
import java.util.ArrayList;
import java.util.List;

/** Finds every link of a text: marked ones, addresses that are written out, and domains alone. E-mail addresses are none. */
public final class LinkFinder {
  private LinkFinder() {}

  /** In reading order. */
  public static List<FoundLink> find(ReadText read) {
    var found = new ArrayList<FoundLink>();
    int from = 0;
    for (var span : read.links()) {
      addBare(read, from, span.begin(), found);
      if (span.kind() != LinkSpan.Kind.EMAIL) {
        var target = span.link().target();
        found.add(new FoundLink(
            target,
            Host.of(target),
            span.link().text(),
            sent(read, span.begin()),
            span.end() > span.begin() ? read.end(span.end() - 1) : sent(read, span.begin())));
      }
      from = Math.max(from, span.end());
    }
    addBare(read, from, read.seen().length(), found);
    return found;
  }

  private static void addBare(ReadText read, int from, int to, List<FoundLink> found) {
    for (var place : BareDomains.in(read.seen(), from, to)) {
      var written = read.seen().substring(place.begin(), place.end());
      found.add(new FoundLink(
          written,
          Host.of(written),
          written,
          read.begin(place.begin()),
          read.end(place.end() - 1)));
    }
  }

  private static int sent(ReadText read, int seen) {
    return seen < read.seen().length() ? read.begin(seen) : read.sent().length();
  }
}
