package io.moderato.cli;

import static java.util.Objects.requireNonNull;

import io.moderato.app.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code moderato}: without a command, or with nothing but flags, it serves. */
@Command(
    name = "moderato",
    mixinStandardHelpOptions = true,
    versionProvider = ModeratoCommand.VersionProvider.class,
    description = "Self-hosted comment moderation. Without a command it serves.",
    subcommands = {
      ServeCommand.class,
      ClassifyCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      PolicyCommand.class,
      ModeratorCommand.class,
      BenchCommand.class
    },
    synopsisSubcommandLabel = "[COMMAND]",
    footer = {"", "Begin with: java -jar moderato.jar serve --help"})
public final class ModeratoCommand {
  /** Runs a command line; returns its exit status. */
  public static int run(String... args) {
    var commandLine = new CommandLine(new ModeratoCommand());
    ServeCommand.addSettings(
        requireNonNull(commandLine.getSubcommands().get("serve")).getCommandSpec());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
      if (failure instanceof RefusedException refused) {
        command.getErr().println(refused.getMessage());
        return ExitStatus.UNUSABLE;
      }
      throw failure;
    });
    return commandLine.execute(withCommand(commandLine, args));
  }

  private static String[] withCommand(CommandLine commandLine, String[] args) {
    var own = commandLine.getCommandSpec().optionsMap().keySet();
    var first = args.length == 0 ? "" : args[0];
    var serves = args.length == 0 || first.startsWith("-") && !own.contains(first);
    if (!serves) {
      return args;
    }
    var withServe = new String[args.length + 1];
    withServe[0] = "serve";
    System.arraycopy(args, 0, withServe, 1, args.length);
    return withServe;
  }

  static final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"moderato " + Version.current()};
    }
  }
}
