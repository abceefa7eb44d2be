package io.moderato.feedback;

import io.moderato.classify.Label;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In memory. */
public final class FakeSuggestedLabelsRepository implements SuggestedLabelsRepository {
  private final TreeMap<String, SuggestedLabels> byId = new TreeMap<>();

  @Override
  public Future<Void> merge(SuggestedLabels suggested) {
    byId.merge(suggested.site() + "/" + suggested.id(), suggested, (earlier, later) -> {
      var labels = new EnumMap<Label, Double>(Label.class);
      labels.putAll(earlier.labels());
      labels.putAll(later.labels());
      var others = new HashMap<>(earlier.others());
      others.putAll(later.others());
      return new SuggestedLabels(
          later.site(),
          later.id(),
          later.text(),
          labels,
          others,
          later.by(),
          later.at(),
          later.expiresAt());
    });
    return Future.succeededFuture();
  }

  @Override
  public Future<Integer> purgeExpired(Instant now, int limit) {
    var expired = byId.entrySet().stream()
        .filter(each -> {
          var expiresAt = each.getValue().expiresAt();
          return expiresAt != null && !expiresAt.isAfter(now);
        })
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
    expired.forEach(byId::remove);
    return Future.succeededFuture(expired.size());
  }

  @Override
  public Future<List<SuggestedLabels>> list(SiteId site, String after, int limit) {
    return Future.succeededFuture(byId.values().stream()
        .filter(each -> each.site().equals(site) && each.id().compareTo(after) > 0)
        .limit(limit)
        .toList());
  }

  @Override
  public Future<Integer> remove(SiteId site, Collection<String> ids) {
    int before = byId.size();
    ids.forEach(id -> byId.remove(site + "/" + id));
    return Future.succeededFuture(before - byId.size());
  }
}
