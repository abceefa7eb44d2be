package io.moderato.learning;

import io.moderato.classify.HashedLinearModel;
import io.moderato.training.Lesson;
import io.moderato.training.TasteTrainer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Makes a site's model of its examples: the same examples give the same model, whatever was decided and taken back in between. */
final class FitTaste {
  /** With fewer examples of either kind nothing is learnt. */
  static final int FEWEST = 50;

  /** Texts of the same words count as so many at most, however often they come. */
  private static final double MOST_OF_A_TEXT = 3;

  private final TasteTrainer trainer;

  FitTaste(TasteTrainer trainer) {
    this.trainer = trainer;
  }

  static boolean isEnough(List<StudiedExample> examples) {
    long rejected = examples.stream().filter(StudiedExample::rejected).count();
    return rejected >= FEWEST && examples.size() - rejected >= FEWEST;
  }

  /** @param examples in their order, enough of both kinds */
  HashedLinearModel fit(List<StudiedExample> examples, List<Account> accounts) {
    var weights = accounts.stream().collect(Collectors.toMap(Account::name, Account::weight));
    return trainer.train(lessons(examples, example -> weights.getOrDefault(example.by(), 1.0)));
  }

  /** @param weight of an example beside the others */
  static List<Lesson> lessons(
      List<StudiedExample> examples, ToDoubleFunction<StudiedExample> weight) {
    Map<Long, Integer> alike = new HashMap<>();
    examples.forEach(example -> alike.merge(example.text(), 1, Integer::sum));
    return examples.stream()
        .map(example -> new Lesson(
            example.buckets(),
            example.rejected() ? 1 : 0,
            weight.applyAsDouble(example) * Math.min(1, MOST_OF_A_TEXT / alike.getOrDefault(example.text(), 1)),
            example.text()))
        .toList();
  }
}
