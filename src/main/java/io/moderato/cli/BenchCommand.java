package io.moderato.cli;

import io.moderato.bench.BenchSettings;
import io.moderato.bench.Benchmark;
import io.moderato.bench.Benchmark.Part;
import io.moderato.model.UnusableModelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moderato bench}: measures what a comment costs on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures what a comment costs on this machine.",
      "It starts a service of its own with a store in a temporary folder, and drives it over loopback."
    },
    footer = {
      "",
      "Figures of a machine that does other things tell little but their CPU times.",
      "docs/performance.md explains them."
    })
public final class BenchCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  /** Those of the image. */
  private static final String DEFAULT_JAVA_OPTIONS =
      "-Xmx256m -XX:+UseG1GC -XX:MaxTenuringThreshold=2";

  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PART",
      defaultValue = "all",
      description =
          "classifier, classify, submit, doors, review, start or all. Default: ${DEFAULT-VALUE}")
  private Part part = Part.ALL;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "Length of each measured stretch. Default: ${DEFAULT-VALUE}")
  private int seconds = 10;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description =
          "Seconds of load before each part is measured; the JVM's compiler is done after some 40. Default: ${DEFAULT-VALUE}")
  private int warmUp = 20;

  @Option(
      names = "--java-options",
      paramLabel = "OPTIONS",
      split = " ",
      description = "Options of the service's JVM. Default: ${DEFAULT-VALUE}")
  private List<String> javaOptions = List.of(DEFAULT_JAVA_OPTIONS.split(" "));

  @Option(
      names = "--comments",
      paramLabel = "N",
      description =
          "Comments stored before submissions are measured again. Default: ${DEFAULT-VALUE}")
  private int comments = 100_000;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      description = "Requests under way at once. Default: ${DEFAULT-VALUE}")
  private int inFlight = 32;

  @Option(
      names = "--models-dir",
      paramLabel = "FOLDER",
      description = "Folder of the models. Default: ${DEFAULT-VALUE}")
  private Path modelsDir = Path.of("models");

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    var commandLine = spec.commandLine();
    try {
      var settings = new BenchSettings(
          Duration.ofSeconds(seconds),
          Duration.ofSeconds(warmUp),
          comments,
          inFlight,
          javaOptions,
          modelsDir);
      var report = new Benchmark(settings, commandLine.getErr()).run(part);
      commandLine.getOut().println(json ? report.json() : report.table());
      commandLine.getOut().flush();
      return CommandLine.ExitCode.OK;
    } catch (IllegalArgumentException | UnusableModelException e) {
      commandLine.getErr().println(e.getMessage());
      return UNUSABLE;
    }
  }
}
