package io.moderato.wordlist;

import io.moderato.signals.FoundLink;
import io.moderato.signals.Host;
import io.moderato.signals.ListHit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds links to the domains of a list and what lies below them. Immutable. */
final class LinkMatcher {
  private final Map<String, List<Listed>> byHost;

  private record Listed(String written, String path) {}

  private LinkMatcher(Map<String, List<Listed>> byHost) {
    this.byHost = byHost;
  }

  /** Gathers entries and makes a matcher of them. */
  static final class Builder {
    private final Map<String, List<Listed>> byHost = new HashMap<>();

    void add(String written, Entry.Site site) {
      byHost
          .computeIfAbsent(site.host(), host -> new ArrayList<>(1))
          .add(new Listed(written, site.path()));
    }

    LinkMatcher build() {
      return new LinkMatcher(byHost);
    }
  }

  void find(String list, Searched searched, Hits hits) {
    if (byHost.isEmpty()) {
      return;
    }
    for (var link : searched.links()) {
      var host = link.host();
      if (host != null && !hits.isFull()) {
        find(list, searched, link, host, hits);
      }
    }
  }

  private void find(String list, Searched searched, FoundLink link, Host host, Hits hits) {
    int label = 0;
    while (label >= 0) {
      var name = host.name().substring(label);
      for (var listed : byHost.getOrDefault(name, List.of())) {
        if (listed.path().isEmpty() || path(link).startsWith(listed.path())) {
          hits.addListedLink(new ListHit(
              list, listed.written(), searched.field().word(), link.begin(), link.end()));
        }
      }
      label = host.isAddress() ? -1 : host.name().indexOf('.', label) + 1;
      label = label == 0 ? -1 : label;
    }
  }

  /** What stands behind the host. */
  private static String path(FoundLink link) {
    var target = link.target();
    int scheme = target.indexOf("//");
    int path = target.indexOf('/', scheme < 0 ? 0 : scheme + 2);
    return path < 0 ? "" : target.substring(path);
  }
}
