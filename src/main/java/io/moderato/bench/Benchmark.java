package io.moderato.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs the parts that are asked for, and reports what they measured. */
public final class Benchmark {
  /** What can be measured by itself. */
  public enum Part {
    CLASSIFIER,
    CLASSIFY,
    SUBMIT,
    REVIEW,
    DOORS,
    START,
    ALL;

    private boolean isIn(Part asked) {
      return asked == ALL || asked == this;
    }
  }

  private final BenchSettings settings;
  private final Progress progress;

  /** @param progress what a person who waits is told */
  public Benchmark(BenchSettings settings, PrintWriter progress) {
    this.settings = settings;
    this.progress = new Progress(progress);
  }

  /** Measures. Takes a minute or so, and longer with many comments. Not for an event loop's thread. */
  public Report run(Part asked) {
    var figures = new ArrayList<Figure>();
    var folder = temporaryFolder();
    try {
      if (Part.CLASSIFIER.isIn(asked)) {
        figures.addAll(new ClassifierBench(settings).run(progress));
      }
      if (Part.CLASSIFY.isIn(asked) || Part.SUBMIT.isIn(asked) || Part.DOORS.isIn(asked)) {
        figures.addAll(underLoad(asked, folder));
      }
      if (Part.REVIEW.isIn(asked)) {
        figures.addAll(review(folder));
      }
      if (Part.START.isIn(asked)) {
        var starts = new StartBench(settings, progress);
        figures.addAll(starts.run(created(folder.resolve("start")), "nothing stored"));
        if (Part.SUBMIT.isIn(asked)) {
          figures.addAll(
              starts.run(folder.resolve("service"), "%,d stored".formatted(settings.comments())));
        }
      }
      return new Report(figures);
    } finally {
      delete(folder);
    }
  }

  private List<Figure> underLoad(Part asked, Path folder) {
    var figures = new ArrayList<Figure>();
    var vertx = Vertx.vertx();
    var inFlight = settings.inFlight();
    var service = ServerProcess.serve(created(folder.resolve("service")), settings);
    var bare = ServerProcess.baseline(created(folder.resolve("baseline")), settings);
    try (var real = BenchSite.create(vertx, service, inFlight);
        var baseline = BenchSite.create(vertx, bare, inFlight)) {
      if (Part.CLASSIFY.isIn(asked)) {
        figures.addAll(new ClassifyBench(settings, progress).run(real, baseline));
      }
      if (Part.SUBMIT.isIn(asked)) {
        figures.addAll(new SubmitBench(settings, progress).run(real, baseline));
      }
      if (Part.DOORS.isIn(asked)) {
        try (var overload = new Load(vertx, service, DoorBench.OVERLOAD)) {
          figures.addAll(new DoorBench(settings, progress).run(real, overload));
        }
      }
      var heap = service.heap();
      figures.add(Figure.of("heap: fullest", heap.mostBefore(), "MB"));
      figures.add(Figure.of("heap: fullest after a collection", heap.mostAfter(), "MB"));
      figures.add(Figure.of("process: most memory", service.peakResidentMegabytes(), "MB"));
    } finally {
      vertx.close().await();
    }
    return figures;
  }

  private List<Figure> review(Path folder) {
    var vertx = Vertx.vertx();
    var service = ServerProcess.serve(created(folder.resolve("review")), settings);
    try (var site = BenchSite.create(vertx, service, 1)) {
      return new ReviewBench(progress).run(site);
    } finally {
      vertx.close().await();
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("moderato-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was measured. */
  public static final class Report {
    private final List<Figure> figures;

    private Report(List<Figure> figures) {
      this.figures = List.copyOf(figures);
    }

    /** As a table for people. */
    public String table() {
      return String.join(
          System.lineSeparator(), figures.stream().map(Figure::line).toList());
    }

    /** As JSON for programs. */
    public String json() {
      return new JsonObject()
          .put("cores", Runtime.getRuntime().availableProcessors())
          .put("java", System.getProperty("java.version"))
          .put("figures", new JsonArray(figures.stream().map(Figure::toJson).toList()))
          .encodePrettily();
    }
  }
}
