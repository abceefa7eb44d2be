package io.moderato.review;

import io.moderato.audit.Act;
import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.policy.Verdict;
import io.moderato.site.SiteId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants done with a comment.
 *
 * @param version that the person saw
 * @param act one of {@link #ACTS}
 * @param reason from the site's list; of a wrong reason, the rule
 * @param note in the person's own words
 * @param labels what the comment truly is and is not
 */
public record Order(
    SiteId site,
    CommentId comment,
    int version,
    Act act,
    @Nullable String reason,
    @Nullable String note,
    Map<Label, Boolean> labels) {
  public static final Set<Act> ACTS =
      Set.of(Act.APPROVE, Act.REJECT, Act.SPAM, Act.ESCALATE, Act.NOTE, Act.WRONG_REASON);

  /** In code points. */
  public static final int LONGEST_NOTE = 2000;

  public static final int LONGEST_REASON = 200;

  public Order {
    labels = Map.copyOf(labels);
  }

  public static Order of(SiteId site, CommentId comment, int version, Act act) {
    return new Order(site, comment, version, act, null, null, Map.of());
  }

  public Order saying(@Nullable String reason, @Nullable String note) {
    return new Order(site, comment, version, act, reason, note, labels);
  }

  /** What keeps it from being done, whatever the comment is. */
  Optional<String> mistake() {
    if (!ACTS.contains(act)) {
      return Optional.of("'%s' is nothing that is done to a comment.".formatted(act.word()));
    }
    if (isLonger(note, LONGEST_NOTE)) {
      return Optional.of("A note has at most %,d characters.".formatted(LONGEST_NOTE));
    }
    if (isLonger(reason, LONGEST_REASON)) {
      return Optional.of("A reason has at most %,d characters.".formatted(LONGEST_REASON));
    }
    if (act == Act.NOTE && isBlank(note)) {
      return Optional.of("A note wants some words.");
    }
    if (act == Act.WRONG_REASON && labels.isEmpty() && isBlank(reason)) {
      return Optional.of("A wrong reason is named by its rule, or by the labels that are wrong.");
    }
    return Optional.empty();
  }

  private static boolean isLonger(@Nullable String text, int most) {
    return text != null && text.codePointCount(0, text.length()) > most;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /** Null where the act decides nothing. */
  @Nullable
  Verdict verdict() {
    return switch (act) {
      case APPROVE -> Verdict.APPROVE;
      case REJECT, SPAM -> Verdict.REJECT;
      case ESCALATE -> Verdict.HOLD;
      default -> null;
    };
  }

  /** With what the act itself says. */
  Map<Label, Boolean> allLabels() {
    var all = new EnumMap<Label, Boolean>(Label.class);
    all.putAll(labels);
    if (act == Act.SPAM) {
      all.put(Label.SPAM, true);
    }
    return all;
  }
}
