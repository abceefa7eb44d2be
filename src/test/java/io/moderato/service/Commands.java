package io.moderato.service;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of this machine, for tests with clients that are not Java. */
final class Commands {
  /** Where servers stand that are no user's. */
  private static final Path SERVERS = Path.of("/usr/sbin");

  private Commands() {}

  /** Skips the test where one of them is missing, and says which. */
  static void assumeInstalled(String... programs) {
    for (var program : programs) {
      assumeTrue(isInstalled(program), "skipped: needs " + program);
    }
  }

  private static boolean isInstalled(String program) {
    return Stream.concat(
            Arrays.stream(System.getenv("PATH").split(":")).map(Path::of), Stream.of(SERVERS))
        .anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
  }

  static ProcessBuilder command(Path folder, Map<String, String> environment, String... words) {
    var command = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    command.environment().putAll(environment);
    command.environment().merge("PATH", SERVERS.toString(), (path, more) -> path + ":" + more);
    return command;
  }

  /** What it printed, if it ended well within five minutes. */
  static String run(Path folder, Map<String, String> environment, String... words) {
    try {
      var output = Files.createTempFile("moderato-command", ".txt");
      var process =
          command(folder, environment, words).redirectOutput(output.toFile()).start();
      var ended = process.waitFor(5, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly();
      }
      var printed = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError("%s failed: %s".formatted(String.join(" ", words), printed));
      }
      return printed;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
