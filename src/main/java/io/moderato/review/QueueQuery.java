package io.moderato.review;

import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.moderation.CommentKey;
import io.moderato.moderation.Draw;
import io.moderato.moderation.Facet;
import io.moderato.moderation.HeldFilter;
import io.moderato.site.SiteId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which held comments are wanted, and in which order: those that all of it is true of.
 *
 * @param sites of these; of none where it is empty
 * @param rule that matched
 * @param language BCP 47
 * @param author key of the author, as comments have it
 * @param campaign the comment that the campaign is named after
 * @param door the contract that it came by
 * @param drawn approved comments that were drawn, in place of held ones: {@code any}, or the word of a {@link Draw}; null for held ones
 * @param escalated whether only what was passed on is wanted
 * @param words of the text or of the author's name, as somebody types them; empty for any
 */
public record QueueQuery(
    Set<SiteId> sites,
    QueueOrder order,
    @Nullable Label label,
    @Nullable String rule,
    @Nullable String language,
    @Nullable String author,
    @Nullable PostId post,
    @Nullable CommentId campaign,
    @Nullable String door,
    @Nullable String drawn,
    boolean escalated,
    String words) {
  /** Whatever it was drawn for. */
  public static final String ANY = "any";

  public QueueQuery {
    sites = Set.copyOf(sites);
  }

  /** All that waits. */
  public static QueueQuery of(Set<SiteId> sites, QueueOrder order) {
    return new QueueQuery(sites, order, null, null, null, null, null, null, null, null, false, "");
  }

  /** What was drawn of the same sites. */
  QueueQuery drawn(String kind) {
    return new QueueQuery(
        sites, QueueOrder.AGE, null, null, null, null, null, null, null, kind, false, "");
  }

  /** Whether anything that is held is wanted. */
  boolean isUnfiltered() {
    return equals(of(sites, order));
  }

  /** Whether comments of the same campaign may stand in one row. */
  boolean canFold() {
    return campaign == null && drawn == null;
  }

  /** What of it is of one campaign. */
  QueueQuery within(CommentKey campaign) {
    return new QueueQuery(
        Set.of(campaign.site()),
        order,
        label,
        rule,
        language,
        author,
        post,
        campaign.comment(),
        door,
        drawn,
        escalated,
        words);
  }

  /** All of an author's. */
  public static QueueQuery ofAuthor(SiteId site, String author) {
    return new QueueQuery(
        Set.of(site), QueueOrder.AGE, null, null, null, author, null, null, null, null, false, "");
  }

  /** All of a campaign. */
  public static QueueQuery ofCampaign(SiteId site, CommentId campaign) {
    return new QueueQuery(
        Set.of(site),
        QueueOrder.AGE,
        null,
        null,
        null,
        null,
        null,
        campaign,
        null,
        null,
        false,
        "");
  }

  HeldFilter filter(SiteId site, Set<Facet> group) {
    var facets = new HashSet<>(group);
    add(facets, label, Facet::label);
    add(facets, rule, Facet::rule);
    add(facets, language, Facet::language);
    add(facets, author, Facet::author);
    add(facets, post, Facet::post);
    add(facets, campaign, Facet::campaign);
    add(facets, door, Facet::door);
    add(facets, drawn, QueueQuery::drawnFacet);
    if (escalated) {
      facets.add(Facet.ESCALATED);
    }
    return HeldFilter.of(site, facets, words);
  }

  private static Facet drawnFacet(String kind) {
    return kind.equals(ANY) ? Facet.DRAWN : Facet.drawn(Draw.of(kind));
  }

  private static <T> void add(Set<Facet> facets, @Nullable T value, Function<T, Facet> facet) {
    Optional.ofNullable(value).map(facet).ifPresent(facets::add);
  }
}
