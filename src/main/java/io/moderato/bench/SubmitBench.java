package io.moderato.bench;

import io.moderato.bench.Load.Limit;
import java.util.ArrayList;
import java.util.List;

/** Submissions that are stored durably before the answer: with few and with many comments stored, and beside a fixed answer. */
final class SubmitBench {
  private static final int FEW = 1000;
  private static final int BATCH = 500;

  private final BenchSettings settings;
  private final Progress progress;
  private final Bodies bodies = new Bodies(3);

  SubmitBench(BenchSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  List<Figure> run(BenchSite service, BenchSite baseline) {
    var figures = new ArrayList<Figure>();
    fill(service, 0, FEW);
    warmUp(service);
    var few = measure(service, "submit, from 1,000 stored comments on");
    figures.addAll(figures("submit, from 1,000 stored", few));
    var filled = fill(service, FEW, settings.comments());
    figures.add(Figure.of("batches of %d".formatted(BATCH), filled.perSecond(), "comments/s"));
    var stored = String.format("%,d", settings.comments());
    warmUp(service);
    var many = measure(service, "submit, from " + stored + " stored comments on");
    figures.addAll(figures("submit, from " + stored + " stored", many));
    figures.add(Figure.of(
        "submit: service's CPU at " + stored + " stored, times that at 1,000",
        many.serverMicros() / few.serverMicros(),
        "x"));
    warmUp(baseline);
    var bare = measure(baseline, "submit without scoring and storing");
    figures.addAll(BenchFigures.baseline("submit", few, bare));
    return figures;
  }

  private LoadResult fill(BenchSite at, int from, int to) {
    progress.say("storing comments in batches up to %,d".formatted(to));
    var step = Math.max(BATCH, (to - from) / 5 / BATCH * BATCH);
    LoadResult last = null;
    for (int stored = from; stored < to || last == null; stored += step) {
      var batches = (Math.min(to, stored + step) - stored + BATCH - 1) / BATCH;
      last = at.batches()
          .post(
              BenchSite.COMMENTS + ":batch",
              at.key(),
              () -> bodies.comments(BATCH),
              BATCH,
              Limit.ofRequests(batches));
      progress.done(last);
    }
    return last;
  }

  /** With repeats of what is stored, so that there is no more of it when measuring begins. */
  private void warmUp(BenchSite at) {
    progress.say("warming up");
    at.load()
        .post(BenchSite.COMMENTS, at.key(), bodies.repeats(FEW), 1, Limit.of(settings.warmUp()));
  }

  private LoadResult measure(BenchSite at, String what) {
    progress.say(what);
    var result = submit(at, Limit.of(settings.duration()));
    progress.done(result);
    return result;
  }

  private LoadResult submit(BenchSite at, Limit limit) {
    return at.load().post(BenchSite.COMMENTS, at.key(), bodies::comment, 1, limit);
  }

  private static List<Figure> figures(String what, LoadResult result) {
    var figures = new ArrayList<Figure>();
    figures.add(Figure.atLeast(600, what, result.perSecond(), "comments/s"));
    BenchFigures.details(what, result).stream()
        .map(figure -> figure.name().endsWith(": p99")
            ? Figure.atMost(100, figure.name(), figure.value(), figure.unit())
            : figure)
        .forEach(figures::add);
    return figures;
  }
}
