package io.moderato.desk;

import io.moderato.moderation.CommentKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment in its context, with everything that helps to decide it.
 *
 * @param status in words
 * @param open whether it waits for a decision
 * @param submitted when, in words, and as a timestamp
 * @param door by which it came; empty for the service's own
 * @param order why it stands where it stands in the queue
 * @param hints what a moderator should know before deciding
 * @param thread what stands above it, the post's first comment first
 * @param similar others of its campaign
 * @param decided what people decided on comments like it
 * @param campaign how many like it wait, itself counted
 * @param campaignBulk where all of them can be decided
 * @param earlier what readers saw under the post just before it
 * @param rejectReasons from the site's list
 * @param note what was typed already
 * @param undoable the audit entry of the act that can be taken back; null for none
 */
public record CardView(
    CommentKey key,
    int version,
    String status,
    boolean open,
    boolean escalated,
    Post post,
    Writer author,
    String submitted,
    String submittedAt,
    String language,
    String door,
    String order,
    List<String> hints,
    List<Above> thread,
    List<Above> earlier,
    List<Segment> text,
    boolean harmful,
    List<ReasonView> reasons,
    List<Score> scores,
    List<Word> words,
    List<Fact> signals,
    String policy,
    String models,
    List<Similar> similar,
    List<Similar> decided,
    int campaign,
    String campaignBulk,
    List<Done> done,
    List<String> rejectReasons,
    String note,
    @Nullable String holder,
    @Nullable String undoable) {
  /** Whether it waits, and nobody else looks at it. */
  boolean isFree() {
    return open && holder == null;
  }

  /** @param url only http and https; null for none that may be followed */
  public record Post(String id, String title, @Nullable String url) {}

  /**
   * Who wrote it.
   *
   * @param key by which the author is known again; null where the platform tells none
   * @param query site and key, as an address has them
   * @param url as text, never as a link
   */
  public record Writer(
      String name,
      @Nullable String key,
      String query,
      @Nullable String url,
      int approved,
      int held,
      int rejected) {}

  /** A comment above it in the thread. */
  public record Above(String author, String age, String text) {}

  /**
   * Why it was held.
   *
   * @param verdict what the rule asks for
   * @param read the signals it read, as they were
   * @param counterfactual what would have made it not match; null where unknown
   */
  public record ReasonView(
      String rule,
      String sentence,
      String verdict,
      List<Fact> read,
      @Nullable String counterfactual,
      List<Word> words) {}

  /** @param percent 0 to 100 */
  public record Score(String label, int percent) {}

  /**
   * A word that moved a score.
   *
   * @param folded as it is read: in one spelling
   * @param share of the heaviest word's weight, 0 to 100
   * @param without what the label would score without it, 0 to 1; null where that is not known
   */
  public record Word(
      String label,
      String typed,
      String folded,
      double weight,
      int share,
      @Nullable Double without) {}

  public record Fact(String name, String value) {}

  /** An earlier comment that is nearly the same, and what became of it. */
  public record Similar(CommentKey key, String text, String outcome, String age) {}

  /** Something that was done to it. */
  public record Done(
      String who, String what, String when, @Nullable String note) {}
}
