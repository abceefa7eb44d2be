package io.moderato.bench;

import io.moderato.bench.Load.Limit;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code POST /v1/classify}, with one text and with many texts in a request, beside the same server with a fixed answer. */
final class ClassifyBench {
  private static final String PATH = "/v1/classify";
  private static final int MANY = 32;

  private final BenchSettings settings;
  private final Progress progress;
  private final Bodies bodies = new Bodies(2);

  ClassifyBench(BenchSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  List<Figure> run(BenchSite service, BenchSite baseline) {
    var figures = new ArrayList<Figure>();
    var one = measure(service, "classify, 1 text a request", bodies.text(), 1);
    figures.addAll(figures("classify, 1 text a request", one));
    var many = measure(service, "classify, 32 texts a request", bodies.texts(MANY), MANY);
    figures.addAll(figures("classify, 32 texts a request", many));
    var bare = measure(baseline, "classify without scoring, 1 text a request", bodies.text(), 1);
    figures.addAll(BenchFigures.baseline("classify, 1 text a request", one, bare));
    var bareMany =
        measure(baseline, "classify without scoring, 32 texts a request", bodies.texts(MANY), MANY);
    figures.addAll(BenchFigures.baseline("classify, 32 texts a request", many, bareMany));
    return figures;
  }

  private LoadResult measure(BenchSite at, String what, Supplier<Buffer> bodies, int each) {
    progress.say(what);
    at.load().post(PATH, at.key(), bodies, each, Limit.of(settings.warmUp()));
    var result = at.load().post(PATH, at.key(), bodies, each, Limit.of(settings.duration()));
    progress.done(result);
    return result;
  }

  private static List<Figure> figures(String what, LoadResult result) {
    var figures = new ArrayList<Figure>();
    figures.add(Figure.atLeast(15_000, what, result.perSecond(), "comments/s"));
    figures.addAll(BenchFigures.details(what, result));
    return figures;
  }
}
