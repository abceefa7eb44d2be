package io.moderato.learning;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.FamiliarWords;
import io.moderato.comment.TextFormat;
import io.moderato.model.ModelStore;
import io.moderato.training.CommonLessons;
import io.moderato.training.PublicData;
import io.moderato.training.TasteTrainer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What training a model of 50,000 examples costs, in seconds of one thread's CPU, so that it does not matter what else runs:
 * {@code java -Xmx256m -cp target/test-classes:target/classes:<libraries> io.moderato.learning.TasteTrainingBenchmark}. Public comments from
 * YouTube, of which those with links and advertising words are rejected.
 */
final class TasteTrainingBenchmark {
  private static final Pattern ADVERTISING =
      Pattern.compile("http|www\\.|subscribe|check out|my channel", Pattern.CASE_INSENSITIVE);

  private TasteTrainingBenchmark() {}

  public static void main(String[] arguments) {
    var base = new ModelStore(Path.of("models")).load("base").model();
    double begun = cpuSeconds();
    var examples = examples();
    double read = cpuSeconds();
    var trainer = new TasteTrainer(base, CommonLessons.shipped());
    var model = new FitTaste(trainer).fit(examples, List.of());
    double trained = cpuSeconds();
    System.out.printf(
        "%,d examples, %,d features: read %.1f s, trained %.1f s of CPU; file of %,d bytes; heap %,d MB%n",
        examples.size(),
        examples.stream().mapToLong(each -> each.buckets().length).sum(),
        read - begun,
        trained - read,
        TasteFile.of(model, FamiliarWords.NONE).length,
        Runtime.getRuntime().totalMemory() >> 20);
  }

  static List<StudiedExample> examples() {
    var features = new CommentFeatures();
    List<StudiedExample> examples = new ArrayList<>();
    for (var row : PublicData.rows("youtube_2013_unlabelled/youtube_2013_unlabelled.tsv.gz")) {
      if (examples.size() == ReadExamples.MOST) {
        break;
      }
      features.extract(ReadExamples.beginning(row.text()), TextFormat.TEXT);
      int[] sorted = features.sorted();
      examples.add(new StudiedExample(
          "c" + examples.size(),
          Instant.EPOCH.plusSeconds(examples.size()),
          ADVERTISING.matcher(row.text()).find(),
          "moderator:anna",
          sorted,
          StudiedExample.hash(sorted)));
    }
    return examples;
  }

  private static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
