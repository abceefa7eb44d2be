package io.moderato.erasure;

import io.moderato.audit.Act;
import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.moderato.comment.CommentId;
import io.moderato.feedback.SuggestedLabelsRepository;
import io.moderato.feedback.SuggestionIds;
import io.moderato.moderation.AuthorStandings;
import io.moderato.moderation.ErasedComment;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderation.RelatedComments;
import io.moderato.recent.RecentComments;
import io.moderato.signals.Standing;
import io.moderato.site.SiteId;
import io.moderato.webhook.DeliveryRepository;
import io.moderato.webhook.TakeEvents;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Erases all that a site has of an author: the comments with what was found and decided of them, what is on its way to platforms, what was
 * learnt from them, the author's standing, and the author's name in the audit. Bounded: a repeat goes on, also after the process was killed
 * half-way, because a comment keeps its author until all else of it is gone.
 */
public final class EraseAuthor {
  /** More are told as this many. */
  public static final int MOST_COUNTED = 10_000;

  private static final int PAGE = 100;
  private static final int MOST_PAGES = 10;
  private static final int MOST_ENTRIES = 10_000;

  private final RelatedComments related;
  private final ModeratedCommentRepository comments;
  private final RecentComments recent;
  private final DeliveryRepository deliveries;
  private final SuggestedLabelsRepository suggestions;
  private final AuthorStandings standings;
  private final Function<SiteId, Future<Void>> forgetLearnt;
  private final AuditLog audit;
  private final AuditIds ids;
  private final Clock clock;

  /** @param forgetLearnt has the site's models made anew of the examples that there are */
  public EraseAuthor(
      RelatedComments related,
      ModeratedCommentRepository comments,
      RecentComments recent,
      DeliveryRepository deliveries,
      SuggestedLabelsRepository suggestions,
      AuthorStandings standings,
      Function<SiteId, Future<Void>> forgetLearnt,
      AuditLog audit,
      AuditIds ids,
      Clock clock) {
    this.related = related;
    this.comments = comments;
    this.recent = recent;
    this.deliveries = deliveries;
    this.suggestions = suggestions;
    this.standings = standings;
    this.forgetLearnt = forgetLearnt;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** How many comments there are to erase, counted up to {@link #MOST_COUNTED}. @param author key */
  public Future<Integer> count(SiteId site, String author) {
    return related.countOfAuthor(site, author, MOST_COUNTED);
  }

  /**
   * Written down before it is done, without whom it is about.
   *
   * @param author key; of an unknown one nothing is erased
   */
  public Future<Erased> erase(String who, SiteId site, String author) {
    return count(site, author)
        .compose(count -> audit.add(
            ids.entry(who, Act.ERASE_AUTHOR).on(site).with("comments", Integer.toString(count))))
        .compose(written -> pages(site, author, MOST_PAGES, 0))
        .compose(erased -> count(site, author)
            .compose(left -> left > 0
                ? Future.succeededFuture(new Erased(erased, left, false))
                : traces(site, author).map(all -> new Erased(erased, 0, all))));
  }

  private Future<Integer> pages(SiteId site, String author, int left, int soFar) {
    if (left == 0) {
      return Future.succeededFuture(soFar);
    }
    return related.ofAuthor(site, author, PAGE).compose(found -> {
      var page = found.stream().filter(this::isAtRest).toList();
      return page.isEmpty()
          ? Future.succeededFuture(soFar)
          : page(site, page).compose(count -> pages(site, author, left - 1, soFar + count));
    });
  }

  /** Whether nobody can be about to make a delivery of it, which would come after deliveries were erased. */
  private boolean isAtRest(ModeratedComment comment) {
    var leaving = comment.events().leaving();
    return leaving == null || !leaving.plus(TakeEvents.LEASE).isAfter(clock.instant());
  }

  /** The comments come last, since they are how the rest is found; models that know them are told before and after. */
  private Future<Integer> page(SiteId site, List<ModeratedComment> page) {
    var names = page.stream().map(each -> each.comment().id().value()).toList();
    var suggested = page.stream().flatMap(EraseAuthor::suggestions).distinct().toList();
    var wasTaught = page.stream().anyMatch(each -> !each.humanDecisions().isEmpty());
    return forgetLearnt(site, wasTaught)
        .compose(done -> deliveries.eraseOf(site, names))
        .compose(done -> suggestions.remove(site, suggested))
        .compose(count -> comments(page)
            .compose(erased -> forgetLearnt(site, wasTaught || count > 0).map(erased)));
  }

  private Future<Void> forgetLearnt(SiteId site, boolean wasTaught) {
    return wasTaught ? forgetLearnt.apply(site) : Future.succeededFuture();
  }

  /** Under which ids a text of the comment may stand among the suggestions: as an example that was exported and came back, or by the text alone. */
  private static Stream<String> suggestions(ModeratedComment stored) {
    CommentId id = stored.comment().id();
    var texts = Stream.concat(
        Stream.of(stored.comment().text()), stored.history().stream().map(each -> each.text()));
    return Stream.concat(
        Stream.of(SuggestionIds.ofExample("comment/" + id.value())),
        texts.map(text -> SuggestionIds.ofText("", "", text)));
  }

  /** One that is changed at the same time is found again. */
  private Future<Integer> comments(List<ModeratedComment> page) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var replaced = page.stream().map(stored -> comment(stored, now)).toList();
    return Future.join(replaced)
        .map(all -> (int) all.<Boolean>list().stream().filter(won -> won).count());
  }

  private Future<Boolean> comment(ModeratedComment stored, Instant now) {
    var erased = ErasedComment.of(stored, now);
    return comments.replace(erased).onSuccess(won -> {
      if (won) {
        recent.forget(erased.comment().site(), erased.comment().id());
      }
    });
  }

  /** False where there are more entries than are changed at once. */
  private Future<Boolean> traces(SiteId site, String author) {
    return standings
        .set(site, author, Standing.NONE)
        .compose(before -> audit.unname(site, author, MOST_ENTRIES))
        .map(count -> count < MOST_ENTRIES);
  }
}
