package io.moderato.recent;

import io.moderato.signals.Corrections;
import io.moderato.signals.Corrections.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What people decided lately, by text and by author. It outlives the window's comments, since a person may decide on an old one; what is
 * taken back is forgotten. Not thread-safe.
 */
final class DecidedLately {
  /** Of one text or author; older ones say no more than these. */
  private static final int MOST_OF_A_KIND = 64;

  private final int capacity;
  private final long ageMs;

  /** The one that was learnt of first is the first to go. */
  private final LinkedHashMap<Long, Decided> byComment = new LinkedHashMap<>();

  private final Map<Long, Queue<Decided>> byText = new HashMap<>();
  private final Map<Long, Queue<Decided>> byAuthor = new HashMap<>();

  DecidedLately(int capacity, long ageMs) {
    this.capacity = capacity;
    this.ageMs = ageMs;
  }

  private record Decided(
      long comment, long text, long author, boolean approved, boolean corrects, long at) {
    static Decided of(Remembered comment, HumanVerdict said) {
      return new Decided(
          comment.key,
          comment.identity,
          comment.author,
          said.approved(),
          said.corrects(),
          said.at().toEpochMilli());
    }
  }

  /** Stored or stored anew: what a person had said of it before stands no longer. */
  void remember(Remembered comment) {
    forget(comment.key);
    var said = comment.said;
    if (said == null) {
      return;
    }
    var decided = Decided.of(comment, said);
    byComment.put(decided.comment(), decided);
    add(byText, decided.text(), decided);
    add(byAuthor, decided.author(), decided);
    if (byComment.size() > capacity) {
      forget(byComment.keySet().iterator().next());
    }
  }

  private static void add(Map<Long, Queue<Decided>> kind, long key, Decided decided) {
    if (key != 0) {
      var same = kind.computeIfAbsent(key, first -> new ArrayDeque<>(1));
      if (same.size() == MOST_OF_A_KIND) {
        same.remove();
      }
      same.add(decided);
    }
  }

  void forget(long comment) {
    var decided = byComment.remove(comment);
    if (decided != null) {
      remove(byText, decided.text(), decided);
      remove(byAuthor, decided.author(), decided);
    }
  }

  private static void remove(Map<Long, Queue<Decided>> kind, long key, Decided decided) {
    kind.computeIfPresent(key, (same, all) -> {
      all.remove(decided);
      return all.isEmpty() ? null : all;
    });
  }

  void forgetExpired(long nowMs) {
    byComment.values().stream()
        .filter(decided -> decided.at() <= nowMs - ageMs)
        .map(Decided::comment)
        .toList()
        .forEach(this::forget);
  }

  /** What is known beside the comment itself. */
  Corrections look(Remembered comment, long nowMs) {
    Predicate<Decided> lately = each -> each.comment() != comment.key && each.at() > nowMs - ageMs;
    return new Corrections(
        text(of(byText, comment.identity).stream()
            .filter(lately.and(each -> comment.telling || isOf(comment.author, each)))
            .toList()),
        author(of(byAuthor, comment.author).stream().filter(lately).toList()));
  }

  /** Short texts are anybody's: what is decided of one tells of its author's alone. */
  private static boolean isOf(long author, Decided decided) {
    return author != 0 && author == decided.author();
  }

  private static Queue<Decided> of(Map<Long, Queue<Decided>> kind, long key) {
    return kind.getOrDefault(key, new ArrayDeque<>(0));
  }

  private static @Nullable Word text(List<Decided> same) {
    long approved = same.stream().filter(Decided::approved).count();
    if (same.isEmpty() || approved != 0 && approved != same.size()) {
      return null;
    }
    return new Word(approved > 0, latest(same, each -> true));
  }

  private static @Nullable Word author(List<Decided> own) {
    long rejected = own.stream().filter(each -> !each.approved()).count();
    long corrected = own.stream().filter(DecidedLately::isCorrection).count();
    if (corrected > 0 && rejected == 0) {
      return new Word(true, latest(own, DecidedLately::isCorrection));
    }
    return rejected > 0 && rejected >= corrected
        ? new Word(false, latest(own, each -> !each.approved()))
        : null;
  }

  private static boolean isCorrection(Decided decided) {
    return decided.approved() && decided.corrects();
  }

  private static LocalDate latest(List<Decided> decided, Predicate<Decided> which) {
    long at = decided.stream().filter(which).mapToLong(Decided::at).max().orElseThrow();
    return Instant.ofEpochMilli(at).atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
