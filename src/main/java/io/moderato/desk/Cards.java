package io.moderato.desk;

import io.moderato.moderation.CommentKey;
import io.moderato.moderator.SignedIn;
import io.moderato.page.Shell;
import io.moderato.review.ClaimReview;
import io.moderato.review.QueueRow;
import io.moderato.review.ReviewQueue;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Finds the comment to show, claims it for who looks at it, and puts it into words. */
public final class Cards {
  private final ShowComment show;
  private final ReviewableSites sites;
  private final ReviewQueue queue;
  private final ClaimReview claims;
  private final Names names;
  private final Clock clock;

  public Cards(
      ShowComment show,
      ReviewableSites sites,
      ReviewQueue queue,
      ClaimReview claims,
      Names names,
      Clock clock) {
    this.show = show;
    this.sites = sites;
    this.queue = queue;
    this.claims = claims;
    this.names = names;
    this.clock = clock;
  }

  /** One comment; empty where it is not there, or not for them. @param note what was typed already */
  Future<Optional<CardView>> of(SignedIn who, Shell shell, CommentKey key, String note) {
    return names
        .known()
        .compose(named -> show.of(who.moderator(), key))
        .map(found -> found.map(
            shown -> new CardViews(shell.t(), who.moderator().who(), names, clock.instant())
                .card(shown, note)));
  }

  /** The same, claimed if nobody else looks at it. */
  Future<Optional<CardView>> claimed(SignedIn who, Shell shell, CommentKey key) {
    return who.moderator().mayReview(key.site())
        ? claims
            .claim(key.site(), key.comment(), who.moderator().who(), false)
            .compose(claim -> of(who, shell, key, ""))
        : Future.succeededFuture(Optional.empty());
  }

  /**
   * What to look at next: the comment that was asked for if it still waits for them, else the first of the queue that nobody looks at.
   *
   * @param wanted empty where none is known
   */
  Future<Optional<CardView>> next(
      SignedIn who, Shell shell, Optional<CommentKey> wanted, QueueParameters parameters) {
    var asked = wanted.isPresent()
        ? claimed(who, shell, wanted.get()).map(card -> card.filter(CardView::isFree))
        : Future.succeededFuture(Optional.<CardView>empty());
    return asked.compose(card -> card.isPresent() ? asked : first(who, shell, parameters));
  }

  private Future<Optional<CardView>> first(SignedIn who, Shell shell, QueueParameters parameters) {
    return sites
        .of(who.moderator())
        .compose(own ->
            queue.next(parameters.wanted(QueueViews.ids(own)), who.moderator().who(), Set.of()))
        .compose(row -> row.isPresent()
            ? of(who, shell, key(row.get()), "")
            : Future.succeededFuture(Optional.empty()));
  }

  private static CommentKey key(QueueRow row) {
    return new CommentKey(row.site(), row.comment());
  }
}
