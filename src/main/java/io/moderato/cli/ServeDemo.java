package io.moderato.cli;

import io.moderato.app.Demonstration;
import io.moderato.app.Setting;
import io.moderato.app.SettingsLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code moderato serve --demo}: two weeks of a made-up site, and how to sign in. */
final class ServeDemo {
  private static final int TELL_EVERY = 50;

  private ServeDemo() {}

  /** Returns when it was told to end, and nothing of it is left. */
  static void run(Path config, Map<Setting, String> flags, PrintWriter out)
      throws InterruptedException {
    var begin = System.nanoTime();
    var folder = temporaryFolder();
    var stoppedEarly = new Thread(() -> Demonstration.erase(folder), "erase");
    Runtime.getRuntime().addShutdownHook(stoppedEarly);
    try {
      var settings = SettingsLoader.loadForDemo(config, System.getenv(), flags, folder);
      ServeCommand.beginLogging(settings);
      tell(out, "Two weeks of a made-up site pass by …");
      var demonstration = Demonstration.start(settings, folder, came -> {
        if (came % TELL_EVERY == 0) {
          tell(out, "  %d comments came".formatted(came));
        }
      });
      var address = ServeCommand.address(settings, demonstration.application());
      announce(demonstration, address, (System.nanoTime() - begin) / 1e9, out);
      Runtime.getRuntime().removeShutdownHook(stoppedEarly);
      ServeCommand.awaitStop(demonstration::close);
    } catch (RuntimeException e) {
      Demonstration.erase(folder);
      throw e;
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("moderato-demo-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void announce(
      Demonstration demonstration, String address, double seconds, PrintWriter out) {
    var filled = demonstration.filled();
    out.printf(
        "  %d are shown, %d were rejected, and %d wait for you; moderators acted %d times%n%n",
        filled.approved(), filled.rejected(), filled.held(), filled.acts());
    out.printf("%s is ready after %.1f s: %s/review%n%n", filled.site(), seconds, address);
    for (var signIn : filled.signIns()) {
      var moderator = signIn.moderator();
      out.printf(
          "  Sign in as %-6s with %s   (%s)%n",
          moderator.login(), signIn.password(), moderator.role().word());
    }
    out.printf("%nPress ? on the page for its keys. Ctrl+C here ends it, and all of it is gone.%n");
    demonstration
        .application()
        .prepared()
        .onSuccess(made -> made.ifPresent(
            secret -> tell(out, "The API's admin key for this run: " + secret.text())));
    out.flush();
  }

  private static void tell(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}
