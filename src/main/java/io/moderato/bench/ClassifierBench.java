package io.moderato.bench;

import io.moderato.classify.Classifier;
import io.moderato.classify.OpenNlpClassifier;
import io.moderato.comment.TextFormat;
import io.moderato.model.ModelCard;
import io.moderato.model.ModelStore;
import io.moderato.phrase.PhraseClassifier;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** CPU time of the classifier alone, all labels, on this one thread; what else the machine does hardly shows in it. */
final class ClassifierBench {
  private static final long SEED = 1;
  private static final int LONG_TEXT = 64 * 1024;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final BenchSettings settings;

  ClassifierBench(BenchSettings settings) {
    this.settings = settings;
  }

  List<Figure> run(Progress progress) {
    progress.say("models: loading");
    ModelCard.ofPhrases(); // a service has loaded the JSON library before, too
    var begin = THREADS.getCurrentThreadCpuTime();
    var models = new ModelStore(settings.modelsDir()).serving();
    var loaded = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
    var classifier = new PhraseClassifier(new OpenNlpClassifier(models.byLanguage()));
    progress.say("classifier: comments of 60 words");
    var texts = new Bodies(SEED).texts();
    measure(classifier, texts, settings.warmUp());
    var comments = measure(classifier, texts, settings.duration());
    var figures = new ArrayList<>(List.of(
        Figure.atMost(300, "models of all languages, loaded once: CPU", loaded, "ms"),
        Figure.atMost(80, "classifier, 60 words: CPU, mean", comments.meanMicros(), "µs"),
        Figure.of("classifier, 60 words: CPU, p50", comments.times().millis(0.50) * 1e3, "µs"),
        Figure.of("classifier, 60 words: CPU, p99", comments.times().millis(0.99) * 1e3, "µs")));
    var text = new BenchText(SEED);
    progress.say("classifier: comments whose language only the detector could tell");
    var foreign = Stream.generate(() -> text.foreign(Bodies.WORDS)).limit(1000).toList();
    figures.add(Figure.of(
        "classifier, 60 words of no known language: CPU, mean",
        measure(classifier, foreign, settings.warmUp()).meanMicros(),
        "µs"));
    progress.say("classifier: texts of 64 KiB");
    figures.add(longText(classifier, "words", text.ofLength(LONG_TEXT)));
    figures.add(longText(classifier, "one unbroken word", text.oneWord(LONG_TEXT)));
    figures.add(longText(classifier, "marks only", "?!".repeat(LONG_TEXT / 2)));
    figures.add(longText(classifier, "links only", "a.example/b ".repeat(LONG_TEXT / 12)));
    return figures;
  }

  private Figure longText(Classifier classifier, String what, String text) {
    var tenth = settings.duration().dividedBy(8);
    measure(classifier, List.of(text), tenth);
    var measured = measure(classifier, List.of(text), tenth);
    return Figure.of(
        "classifier, 64 KiB of %s: CPU, mean".formatted(what), measured.meanMicros() / 1e3, "ms");
  }

  /** Classifies the texts over and over for the time given, each at least once. */
  private static Measured measure(Classifier classifier, List<String> texts, Duration time) {
    var times = new Latencies();
    var begin = THREADS.getCurrentThreadCpuTime();
    var end = System.nanoTime() + time.toNanos();
    var before = begin;
    for (int i = 0; i < texts.size() || System.nanoTime() < end; i++) {
      classifier.classify(texts.get(i % texts.size()), TextFormat.of("text"));
      var now = THREADS.getCurrentThreadCpuTime();
      times.add(now - before);
      before = now;
    }
    return new Measured((before - begin) / 1e3 / times.count(), times);
  }

  private record Measured(double meanMicros, Latencies times) {}
}
