package io.moderato.recent;

import org.jspecify.annotations.Nullable;

/**
 * Comments of one site that say nearly the same, each like at least one other. Where groups grow together, the larger
 * keeps its name, the one that most of them are known by.
 */
final class Group {
  private final String name;
  private final long since;
  private int size;
  private final LongInts authors = new LongInts();
  private final LongInts posts = new LongInts();
  private @Nullable Group into;

  /** @param name the id of its first comment, wherever that is by now */
  Group(String name, long since) {
    this.name = name;
    this.since = since;
  }

  /** The group that this one has become a part of, or itself. */
  Group whole() {
    var whole = this;
    while (whole.into != null) {
      whole = whole.into;
    }
    var part = this;
    while (part.into != null) {
      var next = part.into;
      part.into = whole == part ? null : whole;
      part = next;
    }
    return whole;
  }

  String name() {
    return name;
  }

  int size() {
    return size;
  }

  /** How many comments each author has in it; those that nobody knows are one. */
  LongInts authors() {
    return authors;
  }

  LongInts posts() {
    return posts;
  }

  /** By size, then by age. */
  boolean prevailsOver(Group other) {
    return size != other.size ? size > other.size : since < other.since;
  }

  void add(Remembered comment) {
    count(comment, 1);
    comment.group = this;
  }

  void remove(Remembered comment) {
    count(comment, -1);
  }

  private void count(Remembered comment, int more) {
    size += more;
    authors.add(comment.author, more);
    posts.add(comment.post, more);
  }

  /** Takes up another group; gives the whole. Both must be whole. */
  Group with(Group other) {
    if (this == other) {
      return this;
    }
    var larger = prevailsOver(other) ? this : other;
    var smaller = larger == this ? other : this;
    larger.size += smaller.size;
    larger.authors.addAll(smaller.authors);
    larger.posts.addAll(smaller.posts);
    smaller.into = larger;
    return larger;
  }
}
