package io.moderato.learning;

import io.moderato.feedback.SuggestedLabels;
import io.moderato.feedback.SuggestedLabelsRepository;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Tells of the site that something was suggested for. */
public final class TeachingSuggestions implements SuggestedLabelsRepository {
  private final SuggestedLabelsRepository suggestions;
  private final Consumer<SiteId> teaching;

  public TeachingSuggestions(SuggestedLabelsRepository suggestions, Consumer<SiteId> teaching) {
    this.suggestions = suggestions;
    this.teaching = teaching;
  }

  @Override
  public Future<Void> merge(SuggestedLabels suggested) {
    return suggestions.merge(suggested).onSuccess(done -> teaching.accept(suggested.site()));
  }

  @Override
  public Future<List<SuggestedLabels>> list(SiteId site, String after, int limit) {
    return suggestions.list(site, after, limit);
  }

  @Override
  public Future<Integer> purgeExpired(Instant now, int limit) {
    return suggestions.purgeExpired(now, limit);
  }

  @Override
  public Future<Integer> remove(SiteId site, Collection<String> ids) {
    return suggestions.remove(site, ids).onSuccess(done -> teaching.accept(site));
  }
}
