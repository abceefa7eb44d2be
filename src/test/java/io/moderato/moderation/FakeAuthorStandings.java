package io.moderato.moderation;

import io.moderato.signals.Standing;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps standings in memory. */
public final class FakeAuthorStandings implements AuthorStandings {
  private final Map<List<Object>, Standing> standings = new ConcurrentHashMap<>();

  @Override
  public Future<Standing> of(SiteId site, String author) {
    return Future.succeededFuture(
        standings.getOrDefault(List.<Object>of(site, author), Standing.NONE));
  }

  @Override
  public Future<Standing> lately(SiteId site, String author) {
    return of(site, author);
  }

  @Override
  public Future<Standing> set(SiteId site, String author, Standing standing) {
    var before = standings.put(List.of(site, author), standing);
    return Future.succeededFuture(before == null ? Standing.NONE : before);
  }

  @Override
  public Future<List<OfAuthor>> all(SiteId site, String after, int limit) {
    return Future.succeededFuture(standings.entrySet().stream()
        .filter(each -> each.getKey().get(0).equals(site) && each.getValue() != Standing.NONE)
        .map(each -> new OfAuthor((String) each.getKey().get(1), each.getValue()))
        .filter(each -> each.author().compareTo(after) > 0)
        .sorted(Comparator.comparing(OfAuthor::author))
        .limit(limit)
        .toList());
  }
}
