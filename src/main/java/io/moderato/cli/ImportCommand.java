package io.moderato.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moderato.transfer.file.Finding;
import io.moderato.transfer.file.Findings;
import io.moderato.transfer.file.Format;
import io.moderato.transfer.file.HistoryFile;
import io.moderato.transfer.file.UnreadableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moderato import}: sends a blog's past to the running service. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Takes the comments of an old blog in: from WordPress (WXR), Blogger (its export,",
      "Takeout's feed.atom, or a post page saved from the browser), Disqus, Commento, or",
      "Moderato's own export. The file may be compressed (gzip, zip).",
      "",
      "What people had decided stays decided: approved comments can be read with their",
      "post, pending ones wait for you, spam and trash are rejected and kept to learn",
      "from. Importing a file again changes nothing.",
      ""
    },
    footer = {
      "",
      "The service must be running, and the key needs the scope 'admin'.",
      "",
      "Examples:",
      "  moderato import blog.xml --dry-run                  what is in it?",
      "  moderato import blog.xml --site my-blog             key from MODERATO_KEY",
      "  moderato import blog.xml --site my-blog --resume    go on after a break",
      "  moderato import takeout.zip --site my-blog --report report.json",
      "  moderato import all.ndjson.gz --site copy --with-settings"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all is in (but for what is left out on purpose)",
      "1:something could not be taken, or it stopped before the end; the report says what",
      "2:wrong usage, or nothing could be read or sent"
    })
public final class ImportCommand implements Callable<Integer> {
  private static final List<String> SETTINGS =
      List.of("name", "url", "languages", "retentionDays", "privacy", "doors", "sharedLists");

  private static final Set<String> SETTING_LINES =
      Set.of("policy", "activations", "list", "shadow", "webhook");

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The export.")
  private Path file = Path.of("");

  @Mixin
  private ServiceOptions service = new ServiceOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "auto, wxr, blogger, disqus, commento, ndjson or html. Default: ${DEFAULT-VALUE}")
  private String format = "auto";

  @Option(names = "--dry-run", description = "Read and report; send nothing.")
  private boolean dryRun;

  @Option(names = "--resume", description = "Go on where an import of this file stopped.")
  private boolean resume;

  @Option(
      names = "--checkpoint",
      paramLabel = "PATH",
      description =
          "Where to note how far it came; 'none' for nowhere. Default: FILE.moderato-import")
  private @Nullable String checkpoint;

  @Option(names = "--with-pingbacks", description = "Take pingbacks and trackbacks, too.")
  private boolean withPingbacks;

  @Option(
      names = "--with-settings",
      description =
          "Take the site's settings, policies, word lists, shadow and webhooks from a Moderato export.")
  private boolean withSettings;

  @Option(names = "--report", paramLabel = "PATH", description = "Write the report as JSON, too.")
  private @Nullable Path report;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description =
          "How long to wait for a service that is down or full. Default: ${DEFAULT-VALUE}")
  private long patience = 120;

  /** For picocli. */
  public ImportCommand() {}

  @Override
  public Integer call() {
    if (!dryRun) {
      service.site(); // before the file is opened
    }
    var findings = new Findings();
    try (var history = HistoryFile.open(file, chosen(), findings)) {
      return run(history, findings);
    } catch (UnreadableFileException | StoppedException e) {
      return fail(String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      return fail("File %s is missing.".formatted(e.getFile()));
    } catch (IOException | UncheckedIOException e) {
      return fail("Reading %s or writing failed: %s".formatted(file, e));
    }
  }

  /** Null to find out. */
  private @Nullable Format chosen() {
    if (format.equals("auto")) {
      return null;
    }
    try {
      return Format.valueOf(format.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new StoppedException(
          "--format is auto, wxr, blogger, disqus, commento, ndjson or html, not '%s'."
              .formatted(format));
    }
  }

  private int run(HistoryFile history, Findings findings) throws IOException {
    var counts = new ImportCounts();
    var stopped = "";
    if (dryRun) {
      read(history, findings, counts, wanted(findings, (json, line) -> {}), head -> {});
    } else {
      var place = place();
      if (resume && place != null) {
        counts = place.read(findings).orElse(counts);
      }
      var client = new HistoryClient(service.client(), Duration.ofSeconds(patience));
      var batches = new HistoryBatches(client, findings, counts, place);
      try {
        read(history, findings, counts, wanted(findings, batches::add), this::settings);
        batches.finish();
        if (place != null) {
          place.delete();
        }
      } catch (StoppedException e) {
        if (counts.acknowledged() == 0) {
          throw e;
        }
        stopped = String.valueOf(e.getMessage());
      }
    }
    return tell(
        new ImportReport(file.toString(), history.format(), dryRun, counts, findings, stopped));
  }

  /** Without a site's settings, unless they are asked for. */
  private ObjLongConsumer<JsonNode> wanted(Findings findings, ObjLongConsumer<JsonNode> out) {
    return (json, line) -> {
      var kind = json.path("kind").asText();
      if (withSettings || !SETTING_LINES.contains(kind)) {
        out.accept(json, line);
      } else {
        findings.add(Finding.SETTING, line, kind);
      }
    };
  }

  private void read(
      HistoryFile history,
      Findings findings,
      ImportCounts counts,
      ObjLongConsumer<JsonNode> out,
      Consumer<JsonNode> head)
      throws IOException {
    var err = spec.commandLine().getErr();
    try (var sender = new HistorySender(out, head, findings, counts);
        var progress =
            new ImportProgress(err, Files.size(file), history::bytesRead, counts::comments)) {
      history.read(sender, withPingbacks, Clock.systemUTC());
      sender.finish();
    }
  }

  private void settings(JsonNode head) {
    if (withSettings && head.path("site") instanceof ObjectNode told) {
      service.client().ask("PATCH", "", told.deepCopy().retain(SETTINGS));
    }
  }

  /** Null for none. What it counts for is the file by its size and time, what of it is taken, and where it goes. */
  private @Nullable Checkpoint place() throws IOException {
    if ("none".equals(checkpoint)) {
      return null;
    }
    var path = checkpoint == null
        ? file.resolveSibling(file.getFileName() + ".moderato-import")
        : Path.of(checkpoint);
    var source = new JsonMapper()
        .createArrayNode()
        .add(Files.size(file))
        .add(Files.getLastModifiedTime(file).toString())
        .add(format)
        .add(withPingbacks)
        .add(service.url().toString())
        .add(service.site());
    return new Checkpoint(path, source.toString());
  }

  private int tell(ImportReport told) throws IOException {
    var out = spec.commandLine().getOut();
    out.print(told.text());
    out.flush();
    if (report != null) {
      Files.writeString(report, told.json().toPrettyString() + "\n");
    }
    return told.isComplete() ? 0 : ExitStatus.PARTLY;
  }

  private int fail(String why) {
    spec.commandLine().getErr().println(why);
    return ExitStatus.UNUSABLE;
  }
}
