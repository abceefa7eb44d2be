package io.moderato.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Indexes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledProcessIT {
  private static final int KILLS = 5;

  @TempDir
  private Path directory;

  /** The child: writes, and tells each acknowledged id. */
  public static void main(String[] arguments) {
    var server = EmbeddedServer.start(Path.of(arguments[0]));
    var client = new Client(server);
    Client.one(client.collection("comments").createIndex(Indexes.descending("n")));
    var writers =
        new Writers(client.collection("comments"), 8, Integer.parseInt(arguments[1]), 1000);
    var told = new TreeSet<Integer>();
    while (true) {
      for (int id : writers.acknowledged()) {
        if (told.add(id)) {
          System.out.println(id);
        }
      }
      System.out.flush();
    }
  }

  @Test
  void has_everything_acknowledged_after_each_kill() throws IOException, InterruptedException {
    long seed = 20261122;
    var random = new Random(seed);
    var acknowledged = new TreeSet<Integer>();
    for (int kill = 0; kill < KILLS; kill++) {
      var child = child(kill * 1_000_000);
      try (var output = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
        int until = acknowledged.size() + 100 + random.nextInt(400);
        String line;
        while ((line = output.readLine()) != null) {
          if (!line.isEmpty() && line.chars().allMatch(Character::isDigit)) {
            acknowledged.add(Integer.parseInt(line));
          }
          if (acknowledged.size() == until) {
            child
                .toHandle()
                .destroyForcibly(); // unlike the process's own method, leaves its output readable
          }
        }
      }
      child.waitFor();

      try (var server = EmbeddedServer.start(directory);
          var client = new Client(server)) {
        var stored = stored(client);
        assertThat(stored).as("seed %d, kill %d", seed, kill).containsAll(acknowledged);
        assertThat(Client.one(client
                .collection("comments")
                .countDocuments(new Document("n", new Document("$gte", 0)))))
            .as("entries of the index")
            .isEqualTo((long) stored.size());
      }
    }
  }

  private static Set<Integer> stored(Client client) {
    return Client.all(client.collection("comments").find().projection(new Document("_id", 1)))
        .stream()
        .map(document -> document.getInteger("_id"))
        .collect(Collectors.toSet());
  }

  private Process child(int firstId) throws IOException {
    return new ProcessBuilder(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            KilledProcessIT.class.getName(),
            directory.toString(),
            String.valueOf(firstId)))
        .redirectErrorStream(true)
        .start();
  }
}
