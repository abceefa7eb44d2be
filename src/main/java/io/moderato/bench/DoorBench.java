package io.moderato.bench;

import io.moderato.bench.Load.Limit;
import io.moderato.bench.Load.Target;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Perspective's and Akismet's doors beside the native operations that do the same: at the peak, at half of its rate, and in overload, which
 * is twice its rate. Each kind of load runs for a while before it is measured: the compiler has to learn it anew.
 */
final class DoorBench {
  /** So many connections does the overload have: more than the service takes at once. */
  static final int OVERLOAD = 1500;

  /** So long does it take until all connections are open and what refuses is compiled. */
  private static final Duration FIRST = Duration.ofSeconds(5);

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final double HALF_RATE_P99_MS = 25;
  private static final double OVERLOAD_P99_MS = 300;
  private static final double TRANSLATION_MICROS = 30;

  private final BenchSettings settings;
  private final Progress progress;

  DoorBench(BenchSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** @param overload the same service, over so many connections that some requests are refused */
  List<Figure> run(BenchSite service, Load overload) {
    var bodies = new Bodies(3);
    var analyze = Target.json("/v1alpha1/comments:analyze?key=" + service.key());
    var check = new Target("/1.1/comment-check", FORM);
    var figures = new ArrayList<Figure>();
    figures.addAll(measure(
        "comments:analyze",
        service,
        overload,
        analyze,
        bodies.analyzed(),
        Target.json("/v1/classify"),
        bodies.text()));
    figures.addAll(measure(
        "comment-check",
        service,
        overload,
        check,
        () -> bodies.check(service.key()),
        Target.json(BenchSite.COMMENTS),
        bodies::comment));
    return figures;
  }

  private List<Figure> measure(
      String what,
      BenchSite service,
      Load overload,
      Target door,
      Supplier<Buffer> doorBodies,
      Target operation,
      Supplier<Buffer> operationBodies) {
    var time = settings.duration();
    var load = service.load();
    stretch(what + ", warm-up", load, service, door, doorBodies, Limit.of(settings.warmUp()));
    stretch(
        what + ", warm-up", load, service, operation, operationBodies, Limit.of(settings.warmUp()));
    var bare =
        stretch("the native operation", load, service, operation, operationBodies, Limit.of(time));
    var peak = stretch(what, load, service, door, doorBodies, Limit.of(time));
    var rate = peak.perSecond() / 2;
    var halfOf = what + " at half of it";
    stretch(
        halfOf + ", warm-up",
        load,
        service,
        door,
        doorBodies,
        Limit.paced(settings.warmUp(), rate));
    var half = stretch(halfOf, load, service, door, doorBodies, Limit.paced(time, rate));
    var twice = 2 * peak.perSecond();
    var pressed = what + " in overload";
    var first = stretch(
        pressed + ", the first", overload, service, door, doorBodies, Limit.pressed(FIRST, twice));
    var full = stretch(pressed, overload, service, door, doorBodies, Limit.pressed(time, twice));

    var figures = new ArrayList<Figure>();
    figures.add(Figure.of(what, peak.perSecond(), "comments/s"));
    figures.addAll(BenchFigures.details(what, peak));
    figures.add(Figure.atMost(
        TRANSLATION_MICROS,
        what + ": CPU beyond the native operation",
        peak.serverMicros() - bare.serverMicros(),
        "µs"));
    figures.add(Figure.of(what + ", half the rate: p50", half.latencies().millis(0.50), "ms"));
    figures.add(Figure.atMost(
        HALF_RATE_P99_MS, what + ", half the rate: p99", half.latencies().millis(0.99), "ms"));
    figures.add(Figure.of(
        what + ", the first overload of the process: p99", first.latencies().millis(0.99), "ms"));
    figures.add(Figure.of(what + ", overload", full.perSecond(), "comments/s"));
    figures.add(Figure.of(what + ", overload: refused", full.refused(), ""));
    figures.add(Figure.of(what + ", overload: not sent, all connections busy", full.unsent(), ""));
    figures.add(Figure.of(what + ", overload: p50", full.latencies().millis(0.50), "ms"));
    figures.add(Figure.atMost(
        OVERLOAD_P99_MS, what + ", overload: p99", full.latencies().millis(0.99), "ms"));
    return figures;
  }

  private LoadResult stretch(
      String what,
      Load load,
      BenchSite service,
      Target target,
      Supplier<Buffer> bodies,
      Limit limit) {
    progress.say(what);
    var result = load.post(target, service.key(), bodies, 1, limit);
    progress.done(result);
    return result;
  }
}
