package io.moderato.moderation;

import io.moderato.recent.RecentComments;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Collectors;

/** Finds what people have decided lately on comments like one: by the recent past in memory, and one round trip to the store. */
public final class SimilarDecisions {
  /** Of what is most alike, so many are read to find those that a person decided. */
  private static final int LOOKED_AT = 40;

  private final RecentComments recent;
  private final RelatedComments related;

  public SimilarDecisions(RecentComments recent, RelatedComments related) {
    this.recent = recent;
    this.related = related;
  }

  /** The most alike first; those alone whose verdict is a person's. */
  public Future<List<ModeratedComment>> of(ModeratedComment moderated, int limit) {
    var comment = moderated.comment();
    var alike = recent.mostAlike(comment.site(), comment.id(), LOOKED_AT);
    if (alike.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    return related.all(comment.site(), alike).map(found -> {
      var byId =
          found.stream().collect(Collectors.toMap(each -> each.comment().id(), each -> each));
      return alike.stream()
          .filter(byId::containsKey)
          .map(byId::get)
          .filter(SimilarDecisions::isDecided)
          .limit(limit)
          .toList();
    });
  }

  private static boolean isDecided(ModeratedComment moderated) {
    return moderated.status() != Status.HELD
        && moderated.humanDecisions().stream().anyMatch(each -> each.verdict() != null);
  }
}
