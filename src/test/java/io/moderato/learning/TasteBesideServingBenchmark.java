package io.moderato.learning;

import io.moderato.classify.OpenNlpClassifier;
import io.moderato.comment.TextFormat;
import io.moderato.model.ModelStore;
import io.moderato.training.CommonLessons;
import io.moderato.training.PublicData;
import io.moderato.training.TasteTrainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What training a site's model of 50,000 examples does to classifying beside it: comments come one each two milliseconds, by turns while nothing
 * and while a model is trained on one thread of the lowest priority, and each is timed from when it was due.
 * {@code java -cp target/test-classes:target/classes:<libraries> io.moderato.learning.TasteBesideServingBenchmark [rounds]}.
 */
final class TasteBesideServingBenchmark {
  private static final long EACH_NS = 2_000_000;
  private static final long ALONE_NS = 10_000_000_000L;
  private static final int LENGTH = 300;

  private TasteBesideServingBenchmark() {}

  public static void main(String[] arguments) {
    int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
    var base = new ModelStore(Path.of("models")).load("base").model();
    var classifier = new OpenNlpClassifier(io.moderato.classify.Models.serving(base));
    var texts = PublicData.rows("youtube_2013_unlabelled/youtube_2013_unlabelled.tsv.gz").stream()
        .map(row -> row.text().substring(0, Math.min(LENGTH, row.text().length())))
        .limit(5000)
        .toList();
    var fit = new FitTaste(new TasteTrainer(base, CommonLessons.shipped(), new Rests()));
    var examples = TasteTrainingBenchmark.examples();
    alone(classifier, texts);
    for (int round = 0; round < rounds; round++) {
      long[] alone = alone(classifier, texts);
      var training = new CompletableFuture<Void>();
      var thread = new Thread(() -> {
        fit.fit(examples, List.of());
        training.complete(null);
      });
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
      long[] beside = timed(classifier, texts, () -> !training.isDone());
      System.out.printf(
          "p50 %,d and %,d us (x %.2f), p99 %,d and %,d us (x %.2f), %,d and %,d comments%n",
          at(alone, 0.5),
          at(beside, 0.5),
          ratio(alone, beside, 0.5),
          at(alone, 0.99),
          at(beside, 0.99),
          ratio(alone, beside, 0.99),
          alone.length,
          beside.length);
    }
  }

  private static long[] alone(OpenNlpClassifier classifier, List<String> texts) {
    long end = System.nanoTime() + ALONE_NS;
    return timed(classifier, texts, () -> System.nanoTime() < end);
  }

  /** Nanoseconds, ascending. */
  private static long[] timed(
      OpenNlpClassifier classifier, List<String> texts, BooleanSupplier goesOn) {
    var times = new ArrayList<Long>();
    long due = System.nanoTime();
    for (int i = 0; goesOn.getAsBoolean(); i++) {
      due += EACH_NS;
      LockSupport.parkNanos(due - System.nanoTime());
      while (System.nanoTime() < due) {
        Thread.onSpinWait();
      }
      classifier.classify(texts.get(i % texts.size()), TextFormat.TEXT);
      times.add(System.nanoTime() - due);
    }
    long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static long at(long[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))] / 1000;
  }

  private static double ratio(long[] alone, long[] beside, double share) {
    return (double) at(beside, share) / at(alone, share);
  }
}
