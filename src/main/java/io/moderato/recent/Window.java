package io.moderato.recent;

import io.moderato.signals.Corrections;
import io.moderato.signals.Pace;
import io.moderato.signals.Repeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ring of comments in the order in which they came, with an index of texts, and counts of the last minute and hour that are kept up by
 * two hands that follow the newest comment around the ring. Not thread-safe.
 */
final class Window {
  private static final long MINUTE_MS = 60_000;
  private static final long HOUR_MS = 60 * MINUTE_MS;

  private final int capacity;
  private final long ageMs;
  private final @Nullable Remembered[] ring;
  private final NearIndex near;

  /** Number plus 1 by comment. */
  private final LongInts byKey = new LongInts();

  /** Number plus 1 of the latest comment with the same words. */
  private final LongInts latest = new LongInts();

  /** How many have the same words. */
  private final LongInts same = new LongInts();

  /** By author, address and network; their hashes differ. */
  private final LongInts minute = new LongInts();

  private final LongInts hour = new LongInts();
  private int next;
  private int oldest;
  private int oldestOfMinute;
  private int oldestOfHour;

  Window(int capacity, long ageMs) {
    this.capacity = capacity;
    this.ageMs = ageMs;
    this.ring = new Remembered[capacity];
    this.near = new NearIndex(capacity);
  }

  boolean knows(long key) {
    return byKey.get(key) != 0;
  }

  /** Whether nothing has happened to it since. */
  boolean isUpToDate(long key, long changedAt) {
    int number = byKey.get(key) - 1;
    return number >= 0 && at(number).changedAt >= changedAt;
  }

  /** Whether its numbers will soon be used up. */
  boolean isWorn() {
    return next > Integer.MAX_VALUE / 2;
  }

  /** All that it holds, oldest first. */
  List<Remembered> inOrder() {
    var all = new ArrayList<Remembered>();
    for (int number = oldest; number < next; number++) {
      var comment = at(number);
      if (!comment.gone) {
        all.add(comment);
      }
    }
    return all;
  }

  /** The site's latest, the comment itself left out, the latest first; empty where the comment is not here. */
  List<Remembered> beside(Remembered comment, int most) {
    var beside = new ArrayList<Remembered>();
    for (int number = next - 1; number >= oldest && beside.size() < most; number--) {
      var other = at(number);
      if (!other.gone && other.site == comment.site && other.key != comment.key) {
        beside.add(other);
      }
    }
    return beside;
  }

  @Nullable
  Remembered find(long key) {
    int number = byKey.get(key) - 1;
    return number < 0 ? null : at(number);
  }

  /** What is here beside the comment itself. @param corrections what people decided */
  Past look(Remembered comment, Corrections corrections) {
    int number = byKey.get(comment.key) - 1;
    return number < 0
        ? new Past(repeats(comment, 0), pace(comment, false, false), corrections)
        : lookBeside(at(number), comment, corrections);
  }

  private Past lookBeside(Remembered own, Remembered comment, Corrections corrections) {
    var group = own.group;
    if (group != null) {
      group.whole().remove(own);
    }
    own.gone = true;
    var repeats = repeats(comment, own.identity == comment.identity ? 1 : 0);
    own.gone = false;
    if (group != null) {
      group.whole().add(own);
    }
    return new Past(repeats, pace(comment, own.inMinute, own.inHour), corrections);
  }

  private Repeats repeats(Remembered comment, int own) {
    int exact = comment.identity == 0 ? 0 : same.get(comment.identity) - own;
    return alike(comment).repeats(exact, comment.sketch.length > 0);
  }

  /** Of an author or address that is not known, nothing is counted. */
  private Pace pace(Remembered comment, boolean ownMinute, boolean ownHour) {
    var origin = comment.origin;
    int less = ownMinute ? 1 : 0;
    int lessHour = ownHour ? 1 : 0;
    return new Pace(
        count(minute, origin.author(), less),
        count(hour, origin.author(), lessHour),
        count(minute, origin.address(), less),
        count(hour, origin.address(), lessHour),
        count(minute, origin.network(), less),
        count(hour, origin.network(), lessHour));
  }

  private static int count(LongInts counts, long key, int less) {
    return key == 0 ? 0 : Math.max(0, counts.get(key) - less);
  }

  private Alike alike(Remembered comment) {
    var alike = new Alike();
    if (comment.identity == 0) {
      return alike;
    }
    int twin = latest.get(comment.identity) - 1;
    if (twin >= oldest && (!at(twin).gone || at(twin).group != null)) {
      alike.add(at(twin));
    }
    if (comment.sketch.length > 0) {
      near.search(comment.site, comment.sketch, next - 1, number -> {
        var other = number < oldest ? null : ring[number % capacity];
        if (other != null
            && !other.gone
            && other.site == comment.site
            && !alike.holds(other)
            && Sketch.areAlike(comment.sketch, other.sketch)) {
          alike.add(other);
        }
      });
    }
    return alike;
  }

  /** Stored or stored anew: a text that says the same is left where it is, another one takes its place without counting as another comment. */
  void remember(Remembered comment, long nowMs) {
    int number = byKey.get(comment.key) - 1;
    comment.kept = true;
    if (number < 0) {
      if (comment.cameAt > nowMs - ageMs) {
        add(comment, nowMs);
      }
      return;
    }
    var known = at(number);
    if (known.saysTheSame(comment)) {
      known.expiresAt = comment.expiresAt;
      known.changedAt = comment.changedAt;
      known.kept = true;
    } else {
      dropText(known);
      place(comment);
    }
  }

  /** Takes over from another window what is not here yet. */
  void take(Remembered comment, long nowMs) {
    if (!knows(comment.key)) {
      add(comment, nowMs);
    }
  }

  void add(Remembered comment, long nowMs) {
    place(comment);
    comment.inMinute = comment.cameAt > nowMs - MINUTE_MS;
    comment.inHour = comment.cameAt > nowMs - HOUR_MS;
    if (comment.inMinute) {
      count(minute, comment, 1);
    }
    if (comment.inHour) {
      count(hour, comment, 1);
    } else {
      comment.origin = Origin.UNKNOWN;
    }
  }

  private void place(Remembered comment) {
    if (next - oldest == capacity) {
      evict();
    }
    join(comment);
    comment.number = next++;
    comment.gone = false;
    comment.inMinute = false;
    comment.inHour = false;
    ring[comment.number % capacity] = comment;
    byKey.set(comment.key, comment.number + 1);
    if (comment.identity != 0) {
      same.add(comment.identity, 1);
      latest.set(comment.identity, comment.number + 1);
    }
    if (comment.sketch.length > 0) {
      near.add(comment.site, comment.sketch, comment.number);
    }
  }

  private void join(Remembered comment) {
    comment.group = null;
    var alike = alike(comment);
    if (!alike.isEmpty()) {
      alike.joined().add(comment);
    } else if (comment.campaign != null) {
      new Group(comment.campaign, comment.cameAt).add(comment);
    }
  }

  /** It was stored. */
  void keep(long key, long changedAt, long expiresAt) {
    int number = byKey.get(key) - 1;
    if (number >= 0) {
      at(number).kept = true;
      at(number).changedAt = changedAt;
      at(number).expiresAt = expiresAt;
    }
  }

  /** It was not stored, unless another submission of it was. */
  void takeBack(long key) {
    int number = byKey.get(key) - 1;
    if (number >= 0 && !at(number).kept) {
      forget(key);
    }
  }

  void forget(long key) {
    int number = byKey.get(key) - 1;
    if (number >= 0) {
      var comment = at(number);
      dropText(comment);
      uncountMinute(comment);
      uncountHour(comment);
    }
  }

  void forgetExpired(long nowMs) {
    for (int number = oldest; number < next; number++) {
      var comment = at(number);
      if (!comment.gone && comment.expiresAt <= nowMs) {
        forget(comment.key);
      }
    }
  }

  /** Moves the hands on. */
  void advance(long nowMs) {
    while (oldest < next && at(oldest).cameAt <= nowMs - ageMs) {
      evict();
    }
    while (oldestOfMinute < next && at(oldestOfMinute).cameAt <= nowMs - MINUTE_MS) {
      uncountMinute(at(oldestOfMinute++));
    }
    while (oldestOfHour < next && at(oldestOfHour).cameAt <= nowMs - HOUR_MS) {
      uncountHour(at(oldestOfHour++));
    }
  }

  private void evict() {
    var comment = at(oldest);
    if (!comment.gone) {
      dropText(comment);
    }
    if (latest.get(comment.identity) == oldest + 1) {
      latest.set(comment.identity, 0);
    }
    uncountMinute(comment);
    uncountHour(comment);
    ring[oldest % capacity] = null;
    oldest++;
    oldestOfMinute = Math.max(oldestOfMinute, oldest);
    oldestOfHour = Math.max(oldestOfHour, oldest);
  }

  private void dropText(Remembered comment) {
    comment.gone = true;
    byKey.set(comment.key, 0);
    if (comment.identity != 0) {
      same.add(comment.identity, -1);
    }
    if (comment.group != null) {
      comment.group.whole().remove(comment);
    }
  }

  private void uncountMinute(Remembered comment) {
    if (comment.inMinute) {
      count(minute, comment, -1);
      comment.inMinute = false;
    }
  }

  /** From now on nothing is kept of where it came from. */
  private void uncountHour(Remembered comment) {
    if (comment.inHour) {
      count(hour, comment, -1);
      comment.inHour = false;
    }
    comment.origin = Origin.UNKNOWN;
  }

  private static void count(LongInts counts, Remembered comment, int more) {
    var origin = comment.origin;
    for (long key : new long[] {origin.author(), origin.address(), origin.network()}) {
      if (key != 0) {
        counts.add(key, more);
      }
    }
  }

  private Remembered at(int number) {
    return Objects.requireNonNull(ring[number % capacity]);
  }
}
