package io.moderato.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system of 16 MB; skipped where this user may not mount one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FullDiskTest {
  @TempDir
  private Path directory;

  private boolean mounted;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", directory.toString());
    assumeTrue(mounted, "a tmpfs can't be mounted here; that takes root");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted && !run("umount", directory.toString())) {
      run("umount", "-l", directory.toString());
    }
  }

  @Test
  void refuses_writes_while_it_is_full_and_resumes_when_there_is_space() throws IOException {
    var ballast = directory.resolve("ballast");
    Files.write(ballast, new byte[10 << 20]);
    try (var server = EmbeddedServer.start(directory.resolve("data"));
        var client = new Client(server);
        var writers = new Writers(client.collection("comments"), 4, 0, 4000)) {
      await(() -> writers.refused() > 50);
      var before = Set.copyOf(writers.acknowledged());

      assertThat(before).isNotEmpty();
      assertThat(writers.lastRefusal())
          .isInstanceOfSatisfying(
              MongoCommandException.class,
              refusal ->
                  assertThat(refusal.getErrorCode()).isEqualTo(StoreFailure.OUT_OF_DISK_SPACE));
      await(() -> isServed(client, before));
      Files.delete(ballast);
      await(() -> writers.acknowledged().size() > before.size() + 100);
      writers.close();
      assertThat(stored(client)).containsAll(writers.acknowledged());
    }
    try (var server = EmbeddedServer.start(directory.resolve("data"));
        var client = new Client(server)) {
      assertThat(stored(client)).hasSizeGreaterThan(100);
    }
  }

  /** Reads are refused only for the moment in which the file is opened again. */
  private static boolean isServed(Client client, Set<Integer> expected) {
    try {
      return stored(client).containsAll(expected);
    } catch (MongoException refused) {
      return false;
    }
  }

  private static Set<Integer> stored(Client client) {
    return Client.all(client.collection("comments").find().projection(new Document("_id", 1)))
        .stream()
        .map(document -> document.getInteger("_id"))
        .collect(Collectors.toSet());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time").isLessThan(end);
      try {
        Thread.sleep(5);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }
}
