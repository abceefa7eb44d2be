package io.moderato.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moderato policy}: the rules of a site of a running service. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Shows, changes and tries out the policy of a site of a running service.",
    subcommands = PolicyReplayCommand.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:done", "2:refused, with the reason on standard error"},
    footer = {
      "",
      "Examples:",
      "  export MODERATO_SITE=my-blog MODERATO_KEY=...",
      "  moderato policy show                          what decides now",
      "  moderato policy show blog@1 > mine.yaml       begin with a preset",
      "  moderato policy check mine.yaml               mistakes, with line and column",
      "  moderato policy replay --file mine.yaml       what it would have changed",
      "  moderato policy put mine.yaml                 store it as the next version",
      "  moderato policy shadow mine@1                 let it run beside for a while",
      "  moderato policy activate mine@1 --require-reject 0.9975",
      "  moderato policy rollback                      what decided before decides again"
    })
public final class PolicyCommand implements Runnable {
  private static final YAMLMapper YAML = new YAMLMapper();

  @Spec
  private CommandSpec spec;

  /** For picocli. */
  public PolicyCommand() {}

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name a command, such as 'show'.");
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints what decides now, or a version or preset, as YAML.")
  int show(
      @Mixin ServiceOptions service,
      @Parameters(arity = "0..1", paramLabel = "VERSION") @Nullable String version)
      throws JsonProcessingException {
    var found = service
        .client()
        .ask("GET", version == null ? "/policy" : "/policy/versions/" + encoded(version), null);
    print("# " + found.path("version").asText());
    print(YAML.writeValueAsString(found.path("source")));
    return ExitCode.OK;
  }

  @Command(
      name = "put",
      mixinStandardHelpOptions = true,
      description = "Stores a file as the next version; it does not decide yet.")
  int put(
      @Mixin ServiceOptions service,
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--note", description = "What you want to say of it.") @Nullable
          String note) {
    var query = note == null ? "" : "?note=" + encoded(note);
    var stored = service.client().ask("PUT", "/policy" + query, read(file));
    print("Stored as " + stored.path("version").asText() + ".");
    warn(stored.path("warnings"));
    return ExitCode.OK;
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Looks for mistakes in a file and stores nothing.")
  int check(@Mixin ServiceOptions service, @Parameters(paramLabel = "FILE") Path file) {
    warn(service.client().ask("POST", "/policy/check", read(file)).path("warnings"));
    print("No mistakes.");
    return ExitCode.OK;
  }

  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description =
          "Prints what TO has that FROM has not; by default the latest version against what decides now.")
  int diff(
      @Mixin ServiceOptions service,
      @Parameters(arity = "0..1", paramLabel = "FROM") @Nullable String from,
      @Parameters(arity = "0..1", paramLabel = "TO") @Nullable String to)
      throws JsonProcessingException {
    var query =
        (from == null ? "" : "?from=" + encoded(from)) + (to == null ? "" : "&to=" + encoded(to));
    print(YAML.writeValueAsString(service.client().ask("GET", "/policy/diff" + query, null)));
    return ExitCode.OK;
  }

  @Command(
      name = "activate",
      mixinStandardHelpOptions = true,
      description = "Lets a version or preset decide from now on.")
  int activate(
      @Mixin ServiceOptions service,
      @Parameters(paramLabel = "VERSION") String version,
      @Option(
              names = "--require-reject",
              paramLabel = "P",
              description = "Refuse unless people rejected this share of what it rejects: 0.9975.")
          @Nullable
          Double reject,
      @Option(
              names = "--require-hold",
              paramLabel = "P",
              description = "The same for what it holds.")
          @Nullable
          Double hold,
      @Option(
              names = "--at-least",
              paramLabel = "N",
              defaultValue = "100",
              description = "On so many people must have decided. Default: ${DEFAULT-VALUE}")
          int atLeast,
      @Option(names = "--over", paramLabel = "N", description = "Try it on the latest N comments.")
          @Nullable
          Integer over,
      @Option(
              names = "--confirm",
              description = "Even if it stops half of what is let through today.")
          boolean confirm) {
    var choice =
        ServiceClient.JSON.createObjectNode().put("version", version).put("confirm", confirm);
    if (over != null) {
      choice.put("over", over);
    }
    if (reject != null || hold != null) {
      var require = choice.putObject("require");
      require("reject", reject, atLeast, require);
      require("hold", hold, atLeast, require);
    }
    var active = service.client().ask("POST", "/policy/activate", choice);
    print(active.path("version").asText() + " decides from now on.");
    return ExitCode.OK;
  }

  private static void require(
      String verdict, @Nullable Double precision, int atLeast, ObjectNode require) {
    if (precision != null) {
      require.putObject(verdict).put("precision", precision).put("atLeast", atLeast);
    }
  }

  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = "Lets what decided before decide again.")
  int rollback(@Mixin ServiceOptions service) {
    var active = service.client().ask("POST", "/policy/rollback", null);
    print(active.path("version").asText() + " decides again.");
    return ExitCode.OK;
  }

  @Command(
      name = "shadow",
      mixinStandardHelpOptions = true,
      description =
          "Lets a version or model run beside without acting; without either, prints how it compares.")
  int shadow(
      @Mixin ServiceOptions service,
      @Parameters(arity = "0..1", paramLabel = "VERSION") @Nullable String version,
      @Option(
              names = "--model",
              paramLabel = "NAME",
              description = "A folder in the service's models' folder.")
          @Nullable
          String model,
      @Option(names = "--end", description = "Let nothing run beside any more.") boolean end)
      throws JsonProcessingException {
    var client = service.client();
    if (end) {
      client.ask("DELETE", "/policy/shadow", null);
      print("Nothing runs beside.");
    } else if (version == null && model == null) {
      print(YAML.writeValueAsString(client.ask("GET", "/policy/shadow", null)));
    } else {
      var shadow = ServiceClient.JSON.createObjectNode();
      if (version != null) {
        shadow.put("version", version);
      }
      if (model != null) {
        shadow.put("model", model);
      }
      print(client.ask("PUT", "/policy/shadow", shadow).path("version").asText() + " runs beside.");
    }
    return ExitCode.OK;
  }

  @Command(
      name = "decision",
      mixinStandardHelpOptions = true,
      description = "Decides once more on one comment and tells whether it comes to the same.")
  int decision(@Mixin ServiceOptions service, @Parameters(paramLabel = "COMMENT") String comment)
      throws JsonProcessingException {
    var path = "/comments/" + encoded(comment) + "/decision/replay";
    var replayed = service.client().ask("GET", path, null);
    print(YAML.writeValueAsString(replayed));
    return replayed.path("equal").asBoolean() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  static JsonNode read(Path file) {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new RefusedException("%s, line %d, column %d: %s"
          .formatted(file, at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()));
    } catch (IOException e) {
      throw new RefusedException("File %s can't be read.".formatted(file));
    }
  }

  private void warn(JsonNode warnings) {
    warnings.forEach(warning -> print("Note: %s %s"
        .formatted(warning.path("pointer").asText(), warning.path("detail").asText())));
  }

  private void print(String text) {
    spec.commandLine().getOut().println(Terminal.plain(text));
    spec.commandLine().getOut().flush();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
