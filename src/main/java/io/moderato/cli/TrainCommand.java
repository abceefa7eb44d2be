package io.moderato.cli;

import io.moderato.training.BrokenRowException;
import io.moderato.training.BrokenRows;
import io.moderato.training.DataSets;
import io.moderato.training.EvaluationTable;
import io.moderato.training.ModelReport;
import io.moderato.training.Recipes;
import io.moderato.training.StockAlgorithm;
import io.moderato.training.StockModels;
import io.moderato.training.TrainModels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moderato train}: rebuilds the shipped models from the public data sets. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Rebuilds the shipped models from the public data sets.",
    footer = {
      "",
      "The sets stay out of the release; models/README.md says where to get each and",
      "how to lay them out. The same data and seed give the same scores. It takes a",
      "few minutes and 2 GB of memory.",
      "",
      "Examples:",
      "  moderato train --data data                      rebuild all of models/",
      "  moderato train --data data --model de           rebuild models/de only",
      "  moderato train --data data --algorithm maxent   OpenNLP's own, to compare"
    })
public final class TrainCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "Data sets.")
  private Path data = Path.of("data");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of models. Default: ${DEFAULT-VALUE}")
  private Path out = Path.of("models");

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Only this one. Default: all of them")
  private @Nullable String model;

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      description = {
        "hashed: the shipped one-pass model.",
        "naivebayes, perceptron, maxent, qn: stock OpenNLP over words, one model",
        "for each label, measured but not used for serving.",
        "Default: ${DEFAULT-VALUE}"
      })
  private String algorithm = "hashed";

  @Option(
      names = "--release",
      paramLabel = "NAME",
      description = "Release that the card states. Default: ${DEFAULT-VALUE}")
  private String release = "2026.11";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of split and training. Default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Option(
      names = "--skip-broken",
      description = "Tell of a row that can't be read and go on, instead of stopping at it.")
  private boolean skipBroken;

  @Override
  public Integer call() throws IOException {
    var err = spec.commandLine().getErr();
    var missing = DataSets.missing(DataSets.all(), data);
    if (!missing.isEmpty()) {
      err.println("These data sets are missing in %s; models/README.md says where to get them:"
          .formatted(data));
      missing.forEach(file -> err.println("  " + file));
      return ExitStatus.UNUSABLE;
    }
    Consumer<String> progress = line -> {
      err.println(line);
      err.flush();
    };
    var broken = skipBroken ? BrokenRows.skip(progress) : BrokenRows.STOP;
    try {
      return algorithm.equals("hashed") ? hashed(broken, progress) : stock(broken, progress);
    } catch (BrokenRowException e) {
      err.println(e.getMessage() + " (--skip-broken goes on without such rows)");
      return ExitStatus.UNUSABLE;
    }
  }

  private int hashed(BrokenRows broken, Consumer<String> progress) throws IOException {
    if (model != null && !Recipes.names().contains(model)) {
      spec.commandLine()
          .getErr()
          .println("--model must be one of %s, was %s".formatted(Recipes.names(), model));
      return ExitStatus.UNUSABLE;
    }
    var training = new TrainModels(data, out, release, seed, broken, Clock.systemUTC(), progress);
    for (var name : model == null ? Recipes.names() : List.of(model)) {
      spec.commandLine().getOut().print(summary(training.train(name)));
      spec.commandLine().getOut().println("Written to " + out.resolve(name));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private static String summary(ModelReport report) {
    return EvaluationTable.of(report.labels().values().stream()
        .flatMap(label -> label.sets().stream())
        .toList());
  }

  private int stock(BrokenRows broken, Consumer<String> progress) throws IOException {
    var chosen = StockAlgorithm.named(algorithm);
    if (chosen.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("--algorithm must be hashed or one of %s, was %s"
              .formatted(List.of(StockAlgorithm.values()), algorithm));
      return ExitStatus.UNUSABLE;
    }
    var evaluations =
        StockModels.on(data, seed, broken, progress).trainAndMeasure(chosen.get(), out);
    spec.commandLine().getOut().print(EvaluationTable.of(evaluations));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
