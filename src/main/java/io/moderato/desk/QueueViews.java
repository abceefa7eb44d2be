package io.moderato.desk;

import io.moderato.classify.Label;
import io.moderato.moderation.CommentKey;
import io.moderato.moderation.Draw;
import io.moderato.moderation.ModeratedComment;
import io.moderato.page.Messages;
import io.moderato.review.QueuePage;
import io.moderato.review.QueueQuery;
import io.moderato.review.QueueRow;
import io.moderato.review.ReviewQueue;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for a page of the queue and puts it into words. */
public final class QueueViews {
  /** Rows that come at once. */
  private static final int PAGE = 50;

  /** The count stops here, so that it costs the same however much waits. */
  private static final int MOST_COUNTED = 10_000;

  private final ReviewQueue queue;
  private final Names names;
  private final Clock clock;

  public QueueViews(ReviewQueue queue, Names names, Clock clock) {
    this.queue = queue;
    this.names = names;
    this.clock = clock;
  }

  /**
   * A page of rows.
   *
   * @param after the cursor where the page before ended; null for the first page
   */
  Future<QueueView> of(
      Messages t, List<Site> sites, QueueParameters parameters, @Nullable String after) {
    var query = parameters.wanted(ids(sites));
    var page = queue.foldedPage(query, after, PAGE);
    var count = queue.count(query, MOST_COUNTED);
    return Future.all(page, count, names.known())
        .map(all -> view(t, sites, parameters, page.result(), count.result()));
  }

  Future<String> waiting(Messages t, List<Site> sites, QueueParameters parameters) {
    return queue.count(parameters.wanted(ids(sites)), MOST_COUNTED).map(count -> waiting(t, count));
  }

  /** Rows by themselves. */
  Future<List<RowView>> rows(Messages t, List<QueueRow> rows) {
    return names
        .known()
        .map(named -> rows.stream().map(row -> row(t, row, false)).toList());
  }

  /** The row that stands for the rest of a campaign, of which a comment was decided; empty where none of it waits any more. */
  Future<Optional<RowView>> rest(
      Messages t, List<Site> sites, QueueParameters parameters, ModeratedComment decided) {
    var query = parameters.wanted(ids(sites));
    var campaign = new CommentKey(
        decided.comment().site(), decided.campaign().orElse(decided.comment().id()));
    var row = query.sites().contains(campaign.site())
        ? queue.rowOf(query, campaign)
        : Future.succeededFuture(Optional.<QueueRow>empty());
    return Future.all(row, names.known())
        .map(both -> row.result()
            .filter(rest -> rest.campaignSize() > 1
                || !rest.comment().equals(decided.comment().id()))
            .map(rest -> row(t, rest, true)));
  }

  static Set<SiteId> ids(List<Site> sites) {
    return sites.stream().map(Site::id).collect(Collectors.toSet());
  }

  private QueueView view(
      Messages t, List<Site> sites, QueueParameters parameters, QueuePage page, int count) {
    var query = parameters.query();
    var next = page.next();
    return new QueueView(
        page.rows().stream()
            .map(row -> row(t, row, parameters.value("campaign").isEmpty()))
            .toList(),
        waiting(t, count),
        next == null
            ? null
            : "/review/rows?after=" + URLEncoder.encode(next, StandardCharsets.UTF_8) + "&" + query,
        QueueParameters.FILTERS.stream()
            .map(name -> filter(t, sites, parameters, name))
            .toList(),
        parameters.order().word(),
        parameters.value("q"),
        query);
  }

  private static String waiting(Messages t, int count) {
    return count >= MOST_COUNTED
        ? t.text("queue.waiting.atLeast", MOST_COUNTED)
        : t.text("queue.waiting", count);
  }

  private static QueueView.Filter filter(
      Messages t, List<Site> sites, QueueParameters parameters, String name) {
    var choices = switch (name) {
      case "site" ->
        sites.stream()
            .map(site -> new QueueView.Choice(site.id().value(), site.name()))
            .toList();
      case "label" ->
        Arrays.stream(Label.values())
            .map(label -> new QueueView.Choice(label.name(), t.text("label." + label)))
            .toList();
      case "drawn" ->
        Stream.concat(Stream.of(QueueQuery.ANY), Arrays.stream(Draw.values()).map(Draw::word))
            .map(kind -> new QueueView.Choice(kind, t.text("filter.drawn." + kind)))
            .toList();
      case "escalated" -> List.of(new QueueView.Choice("yes", t.text("filter.yes")));
      default -> List.<QueueView.Choice>of();
    };
    return new QueueView.Filter(name, parameters.value(name), choices);
  }

  /** @param folded whether it stands for its campaign */
  private RowView row(Messages t, QueueRow row, boolean folded) {
    var label = row.label();
    var score = row.score();
    var reason = row.reason();
    var claim = row.claim();
    var author = row.author();
    var title = row.title();
    var draw = row.draw();
    return new RowView(
        PageKeys.rowId(new CommentKey(row.site(), row.comment())),
        new CommentKey(row.site(), row.comment()),
        row.version(),
        label == null ? "" : t.text("label." + label),
        score == null ? 0 : (int) Math.round(score * 100),
        label != null && score != null && CardViews.isHarmful(label, score),
        author == null || author.isBlank() ? t.text("row.anonymous") : Highlighter.line(author),
        Ages.ago(t, row.waitingSince(), clock.instant()),
        row.waitingSince().toString(),
        Highlighter.line(row.firstLine()),
        reason == null ? "" : reason.text(),
        title == null ? row.post().value() : Highlighter.line(title),
        claim == null ? null : names.name(t, claim.holder()),
        row.escalated(),
        draw == null ? "" : t.text("row.drawn." + draw.word()),
        row.campaignSize() > 1 ? row.campaignSize() : 0,
        folded && row.campaignSize() > 1
            ? "/review?site=" + row.site() + "&campaign="
                + PageKeys.encoded(row.campaign().value())
            : "");
  }
}
