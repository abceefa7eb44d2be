package io.moderato.listadmin;

import io.moderato.comment.Author;
import io.moderato.listadmin.Preview.HitComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderation.PastDecision;
import io.moderato.moderation.Period;
import io.moderato.policy.Verdict;
import io.moderato.site.SiteId;
import io.moderato.wordlist.CompiledList;
import io.moderato.wordlist.Searched;
import io.moderato.wordlist.SiteLists;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks for entries in the texts of a site's latest comments, page by page. What their authors told of themselves is not looked at. */
public final class PreviewEntries {
  static final int MOST_COMMENTS = 10_000;
  private static final int PAGE = 1_000;

  private final ModeratedCommentRepository comments;
  private final Vertx vertx;

  public PreviewEntries(ModeratedCommentRepository comments, Vertx vertx) {
    this.comments = comments;
    this.vertx = vertx;
  }

  Future<Preview> preview(SiteId site, CompiledList entries) {
    return search(site, new SiteLists(List.of(entries)), new Tally(), null);
  }

  private Future<Preview> search(
      SiteId site, SiteLists entries, Tally tally, PastDecision.@Nullable Place before) {
    return comments
        .decided(site, Period.ALWAYS, before, PAGE, true)
        .compose(page -> vertx
            .executeBlocking(() -> tally.add(page, entries), false)
            .compose(done -> page.size() < PAGE || tally.searched >= MOST_COMMENTS
                ? Future.succeededFuture(tally.preview())
                : search(site, entries, tally, page.get(page.size() - 1).place())));
  }

  /** Counts page after page, by one thread at a time. */
  private static final class Tally {
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final List<HitComment> first = new ArrayList<>();
    private int searched;

    Tally add(List<PastDecision> page, SiteLists entries) {
      for (var decision : page) {
        add(decision, entries);
      }
      searched += page.size();
      return this;
    }

    private void add(PastDecision decision, SiteLists entries) {
      var text = Searched.text(Objects.requireNonNull(decision.text()), decision.format());
      var hits = entries.find(text, Author.UNKNOWN).hits().hits();
      if (!hits.isEmpty()) {
        verdicts.merge(decision.verdict(), 1, Integer::sum);
        if (first.size() < Preview.MOST_SHOWN) {
          first.add(new HitComment(decision.id(), decision.decidedAt(), decision.verdict(), hits));
        }
      }
    }

    Preview preview() {
      return new Preview(searched, verdicts, first);
    }
  }
}
