package io.moderato.cli;

import io.moderato.app.Application;
import io.moderato.app.Setting;
import io.moderato.app.Settings;
import io.moderato.app.SettingsException;
import io.moderato.app.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moderato serve}: runs the service until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the service until it is stopped with Ctrl+C or SIGTERM.",
    footer = {
      "",
      "Each setting can stand in moderato.yaml (http.port: 9090), in the environment",
      "(MODERATO_HTTP_PORT=9090) or here (--http-port 9090); the later of these wins."
    })
public final class ServeCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Spec
  private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings file. Default: ${DEFAULT-VALUE}")
  private Path config = Path.of("moderato.yaml");

  @Option(
      names = "--demo",
      description = {
        "Shows itself: fills a store with a made-up site whose comments wait for a moderator,",
        "prints how to sign in, and throws all away when it is stopped. Keeps to this",
        "machine, and neither opens nor changes a store of yours."
      })
  private boolean demo;

  /** Adds a flag for each {@link Setting}. */
  static void addSettings(CommandSpec serve) {
    for (var setting : Setting.values()) {
      var shownDefault =
          setting.defaultValue().isEmpty() ? "" : " Default: " + setting.defaultValue();
      serve.addOption(OptionSpec.builder(setting.flag())
          .paramLabel("VALUE")
          .type(String.class)
          .description(setting.description() + shownDefault)
          .build());
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    var begin = System.nanoTime();
    var err = spec.commandLine().getErr();
    if (spec.commandLine().getParseResult().hasMatchedOption("--config") && !Files.exists(config)) {
      err.println("These settings can't be used:");
      err.println("  --config: there is no file " + config);
      return UNUSABLE;
    }
    try {
      if (demo) {
        ServeDemo.run(config, flags(), spec.commandLine().getOut());
      } else {
        serve(begin);
      }
      return 0;
    } catch (SettingsException e) {
      err.println("These settings can't be used:");
      e.mistakes().forEach(mistake -> err.println("  " + mistake));
      return UNUSABLE;
    } catch (RuntimeException e) {
      err.println("Moderato can't start. " + e.getMessage());
      return UNUSABLE;
    }
  }

  private void serve(long begin) throws InterruptedException {
    var settings = SettingsLoader.load(config, System.getenv(), flags());
    beginLogging(settings);
    var application = Application.start(settings);
    announce(application, settings, begin);
    awaitStop(application::close);
  }

  static void beginLogging(Settings settings) {
    System.setProperty("moderato.log.format", settings.logFormat());
    LoggerFactory.getILoggerFactory(); // before threads race to set logging up
  }

  private Map<Setting, String> flags() {
    var flags = new EnumMap<Setting, String>(Setting.class);
    for (var setting : Setting.values()) {
      String value = spec.commandLine().getParseResult().matchedOptionValue(setting.flag(), null);
      if (value != null) {
        flags.put(setting, value);
      }
    }
    return flags;
  }

  private void announce(Application application, Settings settings, long begin) {
    var out = spec.commandLine().getOut();
    var address = address(settings, application);
    var store =
        settings.mongodb() == null ? "the embedded store in " + settings.dataDir() : "MongoDB";
    out.printf(
        "Moderato listens on %s after %.1f s and keeps comments in %s. Read %s/docs%n",
        address, (System.nanoTime() - begin) / 1e9, store, address);
    application
        .prepared()
        .onSuccess(made -> made.ifPresent(secret -> {
          out.println("Admin key, shown this once: " + secret.text());
          out.flush();
        }));
    out.flush();
  }

  static String address(Settings settings, Application application) {
    var host = settings.http().host();
    return "http://%s:%d"
        .formatted(host.contains(":") ? "[" + host + "]" : host, application.port());
  }

  /** Returns when the process was told to end, and what is to be closed is. */
  static void awaitStop(Runnable close) throws InterruptedException {
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(
            () -> {
              close.run();
              stopped.countDown();
            },
            "stop"));
    stopped.await();
  }
}
