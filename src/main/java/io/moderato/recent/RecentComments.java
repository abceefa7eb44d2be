package io.moderato.recent;

import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest comments of all sites, each site by itself, oldest first to go. Bounded: 50,000 comments take some 35 MB. Thread-safe; each
 * call takes microseconds, whatever the window holds. It knows the past from {@link #fill} on, and tells nothing before.
 */
public final class RecentComments {
  /** So many are compared at most. */
  static final int LOOKED_AT = 10_000;

  private final int capacity;
  private final Duration age;
  private final Clock clock;
  private final long seed = new SecureRandom().nextLong();
  private final DecidedLately decided;
  private Window window;
  private boolean filled;

  /**
   * An empty window.
   *
   * @param capacity so many comments at most
   * @param age older ones are forgotten
   */
  public RecentComments(int capacity, Duration age, Clock clock) {
    this.capacity = capacity;
    this.age = age;
    this.clock = clock;
    this.decided = new DecidedLately(capacity, age.toMillis());
    this.window = new Window(capacity, age.toMillis());
  }

  public int capacity() {
    return capacity;
  }

  public Duration age() {
    return age;
  }

  /** What came before this comment; empty as long as the past is not known. The comment is not remembered. */
  public synchronized Optional<Past> look(RecentComment comment) {
    var window = window();
    return filled ? Optional.of(past(window, remembered(comment))) : Optional.empty();
  }

  /**
   * What came before this comment, which is remembered in the same moment, so that two that come together see each other. To be followed
   * by {@link #keep} or {@link #takeBack}.
   */
  public synchronized Optional<Past> meet(RecentComment comment) {
    var window = window();
    var newcomer = remembered(comment);
    var past = past(window, newcomer);
    if (!window.knows(newcomer.key)) {
      window.add(newcomer, clock.millis());
    }
    return filled ? Optional.of(past) : Optional.empty();
  }

  private Past past(Window window, Remembered comment) {
    return window.look(comment, decided.look(comment, clock.millis()));
  }

  /**
   * The comment was stored.
   *
   * @param expiresAt when it is erased; null for never
   */
  public synchronized void keep(Change stored, @Nullable Instant expiresAt) {
    window.keep(
        key(stored.site(), stored.id()), stored.at().toEpochMilli(), Remembered.millis(expiresAt));
  }

  /**
   * Those of the site's latest {@link #LOOKED_AT} comments that have the most words in common with the comment, or all of them, the most
   * alike first. Some milliseconds, and none of them with the lock; empty where the comment is not remembered.
   */
  public List<CommentId> mostAlike(SiteId site, CommentId id, int limit) {
    Remembered comment;
    List<Remembered> others;
    synchronized (this) {
      comment = window().find(key(site, id));
      others = comment == null ? List.of() : window.beside(comment, LOOKED_AT);
    }
    return comment == null ? List.of() : MostAlike.of(comment, others, limit);
  }

  /** Whether the change is known already. */
  synchronized boolean isUpToDate(Change change) {
    return window.isUpToDate(key(change.site(), change.id()), change.at().toEpochMilli());
  }

  /** The comment was not stored, as far as is known; unless another submission of it was, it is forgotten. */
  public synchronized void takeBack(SiteId site, CommentId id) {
    window.takeBack(key(site, id));
  }

  /** Remembers a comment that was stored, in place of its earlier text; what says the same is left as it is. What a person decided of it now counts. */
  public synchronized void remember(RecentComment comment) {
    var window = window();
    var stored = remembered(comment);
    window.remember(stored, clock.millis());
    decided.remember(stored);
  }

  /** Forgets a comment that was withdrawn or erased. */
  public synchronized void forget(SiteId site, CommentId id) {
    window.forget(key(site, id));
    decided.forget(key(site, id));
  }

  /** Forgets what expired; for now and then. */
  public synchronized void forgetExpired() {
    var window = window();
    window.forgetExpired(clock.millis());
    decided.forgetExpired(clock.millis());
  }

  /** Puts the past before what came since the start. @param past oldest first */
  void fill(List<Remembered> past) {
    var whole = new Window(capacity, age.toMillis());
    past.forEach(comment -> whole.remember(comment, clock.millis()));
    synchronized (this) {
      past.stream().filter(comment -> !window.knows(comment.key)).forEach(decided::remember);
      window.inOrder().forEach(comment -> whole.take(comment, clock.millis()));
      window = whole;
      filled = true;
    }
  }

  /** The window at this moment. */
  private Window window() {
    long now = clock.millis();
    if (window.isWorn()) {
      var anew = new Window(capacity, age.toMillis());
      window.inOrder().forEach(comment -> anew.take(comment, now));
      window = anew;
    }
    window.advance(now);
    return window;
  }

  private long key(SiteId site, CommentId id) {
    return Remembered.key(site.value(), id.value(), seed);
  }

  /** A comment in the window's own form, made without its lock. */
  Remembered remembered(RecentComment comment) {
    return new Remembered(comment, seed);
  }
}
