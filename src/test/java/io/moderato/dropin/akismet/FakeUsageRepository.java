package io.moderato.dropin.akismet;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** In memory. */
final class FakeUsageRepository implements UsageRepository {
  private final Map<BlogMonth, Usage> usage = new HashMap<>();
  private boolean down;

  void setDown(boolean down) {
    this.down = down;
  }

  @Override
  public Future<Void> add(BlogMonth key, Usage more) {
    if (down) {
      return Future.failedFuture("down");
    }
    usage.merge(key, more, Usage::plus);
    return Future.succeededFuture();
  }

  @Override
  public Future<Map<BlogMonth, Usage>> since(SiteId site, YearMonth from) {
    return Future.succeededFuture(usage.entrySet().stream()
        .filter(each -> each.getKey().site().equals(site))
        .filter(each -> !each.getKey().month().isBefore(from))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
