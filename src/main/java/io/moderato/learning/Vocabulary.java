package io.moderato.learning;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.HashedLinearModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The words of a site's examples, read from the latest on: what is said, and how much of it is new. */
final class Vocabulary {
  /** Of that many examples the words are looked at, twice. */
  private static final int SPAN = 200;

  private static final int MOST_EXAMPLES = 5000;
  private static final int MOST_WORDS = 60_000;
  private static final int LONGEST_WORD = 30;

  /** A word of fewer examples might tell who wrote it. */
  private static final int FEWEST = 5;

  private static final int SHOWN = 25;

  private final Map<String, Seen> words = new HashMap<>();
  private int examples;

  /** How often and when a word was seen. */
  private static final class Seen {
    private final int bucket;
    private int count;
    private boolean inLatest;
    private boolean inBefore;
    private boolean earlier;

    Seen(int bucket) {
      this.bucket = bucket;
    }
  }

  /** Takes the next older example. */
  void read(CommentFeatures features) {
    if (examples < MOST_EXAMPLES) {
      features.eachWord(LONGEST_WORD, this::read);
      examples++;
    }
  }

  private void read(String word, int bucket) {
    var seen = words.get(word);
    if (seen == null) {
      if (words.size() >= MOST_WORDS) {
        return;
      }
      seen = new Seen(bucket);
      words.put(word, seen);
    }
    seen.count++;
    if (examples < SPAN) {
      seen.inLatest = true;
    } else if (examples < 2 * SPAN) {
      seen.inBefore = true;
    } else {
      seen.earlier = true;
    }
  }

  /** What a model has learnt of it. */
  Learnt learnt(HashedLinearModel model) {
    var byWeight = words.entrySet().stream()
        .filter(each -> each.getValue().count >= FEWEST)
        .map(each -> new Learnt.Word(
            each.getKey(), model.weight(0, each.getValue().bucket), each.getValue().count))
        .sorted(Comparator.comparingDouble(Learnt.Word::weight).thenComparing(Learnt.Word::word))
        .toList();
    var against = byWeight.subList(Math.max(0, byWeight.size() - SHOWN), byWeight.size()).stream()
        .filter(word -> word.weight() > 0)
        .sorted(Comparator.comparingDouble(Learnt.Word::weight).reversed())
        .toList();
    var approving =
        byWeight.stream().limit(SHOWN).filter(word -> word.weight() < 0).toList();
    return new Learnt(
        against,
        approving,
        newShare(each -> each.inLatest, each -> each.inBefore || each.earlier),
        newShare(each -> each.inBefore, each -> each.earlier));
  }

  private double newShare(Predicate<Seen> of, Predicate<Seen> known) {
    if (examples < 4 * SPAN) {
      return Double.NaN;
    }
    List<Seen> all = words.values().stream().filter(of).toList();
    return all.isEmpty()
        ? Double.NaN
        : (double) all.stream().filter(known.negate()).count() / all.size();
  }
}
