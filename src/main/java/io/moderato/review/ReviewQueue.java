package io.moderato.review;

import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.comment.Post;
import io.moderato.comment.PostId;
import io.moderato.comment.PostRepository;
import io.moderato.moderation.CommentKey;
import io.moderato.moderation.Facet;
import io.moderato.moderation.HeldComments;
import io.moderato.moderation.HeldFilter;
import io.moderato.moderation.HeldPosition;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.Priority;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The held comments of one or several sites, in order, page by page. */
public final class ReviewQueue {
  /** A larger campaign is shown as of this size. */
  static final int LARGEST_CAMPAIGN = 1000;

  /** So many that are held come before one that was drawn. */
  private static final int HELD_FOR_ONE_DRAWN = 9;

  private static final int MOST_LOOKED_AT_FOR_NEXT = 1000;
  private static final int PAGE_FOR_NEXT = 50;

  private final HeldComments held;
  private final PostRepository posts;
  private final Claims claims;

  public ReviewQueue(HeldComments held, PostRepository posts, Claims claims) {
    this.held = held;
    this.posts = posts;
    this.claims = claims;
  }

  /**
   * A page, the first with some drawn comments among the held where no filter is set; fails with {@link InvalidCursorException}.
   *
   * @param cursor of the page before; null for the first page
   */
  public Future<QueuePage> page(QueueQuery query, @Nullable String cursor, int limit) {
    return comments(query, cursor, limit)
        .map(found -> new Found(found, Map.of(), found.size() < limit ? null : end(query, found)))
        .compose(found -> page(query, cursor, limit, found));
  }

  /**
   * The same with one row for each campaign, unless one campaign or what was drawn is asked for: the first of its comments stands for all. Where
   * much is folded the page may be shorter though there is another.
   */
  public Future<QueuePage> foldedPage(QueueQuery query, @Nullable String cursor, int limit) {
    return query.canFold()
        ? new FoldCampaigns(this)
            .page(query, cursor, limit)
            .compose(found -> page(query, cursor, limit, found))
        : page(query, cursor, limit);
  }

  /** The row that stands for a campaign; empty where none of it waits, or each of its comments has a row. */
  public Future<Optional<QueueRow>> rowOf(QueueQuery query, CommentKey campaign) {
    return query.canFold()
        ? new FoldCampaigns(this).first(query, campaign).compose(this::row)
        : Future.succeededFuture(Optional.empty());
  }

  /**
   * A page's comments.
   *
   * @param sizes of those campaigns of which it is known how many wait
   * @param next null where they are the last
   */
  record Found(
      List<ModeratedComment> comments,
      Map<CommentKey, Integer> sizes,
      @Nullable String next) {
    Found {
      comments = List.copyOf(comments);
    }
  }

  private Future<QueuePage> page(
      QueueQuery query, @Nullable String cursor, int limit, Found found) {
    var all = cursor == null && query.isUnfiltered()
        ? mixed(query, found.comments(), limit)
        : Future.succeededFuture(found.comments());
    return all.compose(comments -> rows(comments, found.sizes()))
        .map(rows -> new QueuePage(rows, found.next()));
  }

  /** With some that were drawn among them: one after every few, and one at least. */
  private Future<List<ModeratedComment>> mixed(
      QueueQuery query, List<ModeratedComment> held, int limit) {
    int most = Math.max(1, Math.min(held.size(), limit) / HELD_FOR_ONE_DRAWN);
    return comments(query.drawn(QueueQuery.ANY), null, most).map(drawn -> {
      var all = new ArrayList<>(held);
      for (int i = 0; i < drawn.size(); i++) {
        all.add(Math.min(all.size(), (i + 1) * (HELD_FOR_ONE_DRAWN + 1) - 1), drawn.get(i));
      }
      return all;
    });
  }

  /** How many there are, counted up to {@code atMost}. */
  public Future<Integer> count(QueueQuery query, int atMost) {
    var counts = query.sites().stream()
        .map(site -> held.count(query.filter(site, Set.of()), atMost))
        .toList();
    return Future.all(counts).map(all -> (int) Math.min(
        atMost, all.<Integer>list().stream().mapToLong(Integer::longValue).sum()));
  }

  /**
   * Claims the first comment that nobody else looks at, drawn ones last, so that several people who ask at the same time get one each. Empty where there
   * is none.
   *
   * @param skipped not these, which the asker does not want to see again for now
   */
  public Future<Optional<QueueRow>> next(QueueQuery query, String who, Set<CommentKey> skipped) {
    return next(query, who, skipped, null, MOST_LOOKED_AT_FOR_NEXT)
        .compose(found -> found.isPresent() || !query.isUnfiltered()
            ? Future.succeededFuture(found)
            : next(query.drawn(QueueQuery.ANY), who, skipped, null, MOST_LOOKED_AT_FOR_NEXT));
  }

  private Future<Optional<QueueRow>> next(
      QueueQuery query, String who, Set<CommentKey> skipped, @Nullable String cursor, int left) {
    return comments(query, cursor, PAGE_FOR_NEXT).compose(page -> {
      var wanted =
          page.stream().filter(each -> !skipped.contains(CommentKey.of(each))).toList();
      return claims
          .of(wanted.stream().map(CommentKey::of).toList())
          .compose(claimed -> firstFree(
              wanted.stream()
                  .filter(each -> isFree(claimed.get(CommentKey.of(each)), who))
                  .toList(),
              who))
          .compose(found -> found.isPresent() || page.size() < PAGE_FOR_NEXT || left <= page.size()
              ? row(found)
              : next(query, who, skipped, end(query, page), left - page.size()));
    });
  }

  private static boolean isFree(@Nullable Claim claim, String who) {
    return claim == null || claim.isOf(who);
  }

  private Future<Optional<ModeratedComment>> firstFree(List<ModeratedComment> free, String who) {
    if (free.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    var others = free.subList(1, free.size());
    var first = CommentKey.of(free.get(0));
    return claims
        .claim(first.site(), first.comment(), who, false)
        .compose(
            claim -> claim.isOf(who) ? stillHeld(claim) : Future.succeededFuture(Optional.empty()))
        .compose(
            found -> found.isPresent() ? Future.succeededFuture(found) : firstFree(others, who));
  }

  /** Who was first may have decided it and gone. */
  private Future<Optional<ModeratedComment>> stillHeld(Claim claim) {
    return held.find(new CommentKey(claim.site(), claim.comment()))
        .compose(found -> found.isPresent()
            ? Future.succeededFuture(found)
            : claims.release(claim.site(), claim.comment(), claim.holder()).map(found));
  }

  private Future<Optional<QueueRow>> row(Optional<ModeratedComment> comment) {
    return rows(comment.stream().toList(), Map.of()).map(rows -> rows.stream().findFirst());
  }

  /** A page's comments alone. */
  Future<List<ModeratedComment>> comments(QueueQuery query, @Nullable String cursor, int limit) {
    if (cursor == null) {
      return comments(query, 0, null, limit);
    }
    return QueueCursor.of(cursor, query.order())
        .map(end -> comments(query, end.group(), end.position(), limit))
        .orElseGet(() -> Future.failedFuture(new InvalidCursorException()));
  }

  /** The cursor behind these comments. */
  String end(QueueQuery query, List<ModeratedComment> comments) {
    var last = comments.get(comments.size() - 1);
    var groups = query.order().groups();
    int group = groups.size() == 1 ? 0 : groups.indexOf(Set.of(Facet.worst(worst(last))));
    return new QueueCursor(group, query.order().order().positionOf(last)).text();
  }

  private static @Nullable Label worst(ModeratedComment moderated) {
    return Priority.of(moderated).label();
  }

  private Future<List<ModeratedComment>> comments(
      QueueQuery query, int group, @Nullable HeldPosition after, int limit) {
    if (group == query.order().groups().size() || limit == 0) {
      return Future.succeededFuture(List.of());
    }
    return ofGroup(query, query.order().groups().get(group), after, limit)
        .compose(first -> comments(query, group + 1, null, limit - first.size()).map(others -> {
          var all = new ArrayList<>(first);
          all.addAll(others);
          return all;
        }));
  }

  /** Each site's come in order, and are put together. */
  private Future<List<ModeratedComment>> ofGroup(
      QueueQuery query, Set<Facet> group, @Nullable HeldPosition after, int limit) {
    var order = query.order().order();
    var pages = query.sites().stream()
        .map(site -> held.page(query.filter(site, group), order, after, limit))
        .toList();
    return Future.all(pages)
        .map(all -> all.<List<ModeratedComment>>list().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparing(order::positionOf, order.comparator()))
            .limit(limit)
            .toList());
  }

  /** @param known how many wait of some campaigns */
  private Future<List<QueueRow>> rows(
      List<ModeratedComment> comments, Map<CommentKey, Integer> known) {
    var titles = titles(comments);
    var sizes = campaignSizes(comments, known);
    var holders = claims.of(comments.stream().map(CommentKey::of).toList());
    return Future.all(titles, sizes, holders)
        .map(all -> comments.stream()
            .map(each -> QueueRow.of(
                each,
                titles.result().get(PostKey.of(each)),
                sizes.result().getOrDefault(campaign(each), 1),
                holders.result().get(CommentKey.of(each))))
            .toList());
  }

  private record PostKey(SiteId site, PostId post) {
    static PostKey of(ModeratedComment moderated) {
      return new PostKey(moderated.comment().site(), moderated.comment().post());
    }
  }

  private Future<Map<PostKey, String>> titles(List<ModeratedComment> comments) {
    return each(
            comments.stream().map(PostKey::of).distinct().toList(),
            key -> posts.find(key.site(), key.post()).map(found -> found.map(Post::title)))
        .map(found -> {
          var titles = new HashMap<PostKey, String>();
          found.forEach((key, title) -> title.ifPresent(text -> titles.put(key, text)));
          return titles;
        });
  }

  /** How many wait of each campaign, counted up to {@link #LARGEST_CAMPAIGN}. @param known of some of them */
  Future<Map<CommentKey, Integer>> campaignSizes(
      List<ModeratedComment> comments, Map<CommentKey, Integer> known) {
    return each(
            comments.stream()
                .map(ReviewQueue::campaign)
                .distinct()
                .filter(key -> !known.containsKey(key))
                .toList(),
            key -> held.count(
                new HeldFilter(key.site(), Set.of(Facet.campaign(key.comment())), List.of()),
                LARGEST_CAMPAIGN))
        .map(found -> {
          var all = new HashMap<>(known);
          all.putAll(found);
          return all;
        });
  }

  /** What a comment repeats, or itself. */
  static CommentKey campaign(ModeratedComment moderated) {
    CommentId own = moderated.comment().id();
    return new CommentKey(moderated.comment().site(), moderated.campaign().orElse(own));
  }

  private static <K, V> Future<Map<K, V>> each(List<K> keys, Function<K, Future<V>> ask) {
    var answers = new ArrayList<Future<V>>();
    keys.forEach(key -> answers.add(ask.apply(key)));
    return Future.all(answers).map(all -> {
      var byKey = new HashMap<K, V>();
      for (int i = 0; i < keys.size(); i++) {
        byKey.put(keys.get(i), answers.get(i).result());
      }
      return byKey;
    });
  }
}
