package io.moderato.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moderato policy replay}: what another policy, threshold or model would have changed. */
@Command(
    name = "replay",
    description = {
      "Decides once more on what a site decided already, and tells what would have been other.",
      "Nothing is changed. Without --version or --file the active policy is tried."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:done", "2:refused, with the reason on standard error"},
    footer = {
      "",
      "Examples:",
      "  moderato policy replay --version news@1",
      "  moderato policy replay --let spamHold=0.6 --let spamReject=0.99",
      "  moderato policy replay --file mine.yaml --last 100000 --flips flips.jsonl",
      "  moderato policy replay --list casino=casino.txt",
      "  moderato policy replay --model candidate --from 2026-10-01T00:00:00Z"
    })
public final class PolicyReplayCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Mixin
  private ServiceOptions service = new ServiceOptions();

  /** Not the standard help options: {@code --version} is taken. */
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean help;

  @Option(names = "--version", paramLabel = "ID", description = "A stored version or a preset.")
  private @Nullable String version;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A policy that is not stored, in YAML.")
  private @Nullable Path file;

  @Option(
      names = "--let",
      paramLabel = "NAME=VALUE",
      description = "Another value of a definition.")
  private Map<String, String> let = Map.of();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Score the texts anew, with this model.")
  private @Nullable String model;

  @Option(
      names = "--list",
      paramLabel = "NAME=FILE",
      description = "A word list as it would be, one entry a line.")
  private Map<String, Path> list = Map.of();

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "The latest N comments. Default: ${DEFAULT-VALUE}")
  private int last = 10_000;

  @Option(names = "--from", paramLabel = "TIME", description = "Decided from then on (RFC 3339).")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Decided before then.")
  private @Nullable String to;

  @Option(
      names = "--show",
      paramLabel = "N",
      description = "Flipped comments to show. Default: ${DEFAULT-VALUE}")
  private int show = 20;

  @Option(
      names = "--flips",
      paramLabel = "FILE",
      description = "Write every flipped comment there, one a line (JSON).")
  private @Nullable Path flips;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  private JsonNode report = MissingNode.getInstance();
  private int flipped;

  /** For picocli. */
  public PolicyReplayCommand() {}

  @Override
  public Integer call() throws IOException {
    var shown = new StringBuilder();
    try (var all =
        flips == null ? Writer.nullWriter() : new BufferedWriter(Files.newBufferedWriter(flips))) {
      service.client().askForLines("/policy/replay", request(), line -> take(line, shown, all));
    }
    progress("");
    var out = spec.commandLine().getOut();
    if (report.isMissingNode()) {
      throw new RefusedException("The answer broke off before the report.");
    }
    if (json) {
      out.println(report.toPrettyString());
    } else {
      out.print(ReplayTable.of(report));
      if (flipped > 0) {
        out.printf(
            "%nFlipped (%d of %d%s):%n",
            Math.min(show, flipped), flipped, flips == null ? "; --flips FILE keeps all" : "");
        out.print(shown);
      }
    }
    out.flush();
    return ExitCode.OK;
  }

  private JsonNode request() {
    var request = ServiceClient.JSON.createObjectNode().put("last", last);
    if (version != null) {
      request.put("version", version);
    }
    if (file != null) {
      request.set("source", PolicyCommand.read(file));
    }
    if (!let.isEmpty()) {
      var changes = request.putObject("let");
      let.forEach(changes::put);
    }
    if (list.size() > 1) {
      throw new RefusedException("One list can be tried at a time.");
    }
    list.forEach((name, entries) -> {
      var tried = request.putObject("list").put("name", name);
      var array = tried.putArray("entries");
      lines(entries).forEach(array::add);
    });
    if (model != null) {
      request.put("model", model);
    }
    if (from != null) {
      request.put("from", from);
    }
    if (to != null) {
      request.put("to", to);
    }
    return request;
  }

  /** Without blank lines and comments. */
  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new RefusedException("File %s can't be read.".formatted(file));
    }
  }

  private void take(JsonNode line, StringBuilder shown, Writer all) {
    if (line.has("flip")) {
      if (flipped++ < show) {
        shown.append(ReplayTable.flip(line.path("flip"))).append(System.lineSeparator());
      }
      write(all, line.path("flip"));
    } else if (line.has("progress")) {
      var progress = line.path("progress");
      progress("%s of at most %s comments"
          .formatted(
              Terminal.count(progress.path("decided").asLong()),
              Terminal.count(progress.path("atMost").asLong())));
    } else if (line.has("problem")) {
      throw new RefusedException(ServiceClient.sentences(0, line.path("problem")));
    } else {
      report = line.path("report");
    }
  }

  private static void write(Writer all, JsonNode flip) {
    try {
      all.write(flip + "\n");
    } catch (IOException e) {
      throw new RefusedException("The flips can't be written: " + e.getMessage());
    }
  }

  /** On one line, which the next one overwrites. */
  private void progress(String text) {
    var err = spec.commandLine().getErr();
    err.print("\r%-50s%s".formatted(text, text.isEmpty() ? "\r" : ""));
    err.flush();
  }
}
