package io.moderato.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills first the importing process, then the service, and goes on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledImportIT {
  private static final Path JAR =
      Path.of(System.getProperty("moderato.jar", "target/moderato.jar"));
  private static final int COMMENTS = 5000;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  @TempDir
  private Path folder;

  @Test
  void each_comment_is_there_once_and_the_report_counts_each_once() throws Exception {
    var file = Files.writeString(folder.resolve("blog.xml"), export());
    var service = ServiceProcess.start(folder.resolve("data"));
    var port = service.port();
    var key = service.createSite("blog");

    var first = importing(file, port, key);
    awaitAcknowledged(500);
    first.destroyForcibly().waitFor();
    var second = importing(file, port, key, "--resume");
    awaitAcknowledged(2000);
    service.kill();
    try (var restarted =
        ServiceProcess.start(folder.resolve("data"), "--http-port", Integer.toString(port))) {
      restarted.useKey(key);

      assertThat(second.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(second.exitValue())
          .as(Files.readString(folder.resolve("said"), UTF_8))
          .isZero();
      assertThat(ids(restarted)).hasSize(COMMENTS).doesNotHaveDuplicates();
    }
    var stored =
        new JsonObject(Files.readString(folder.resolve("report.json"))).getJsonObject("stored");
    assertThat(stored.getInteger("newComments") + stored.getInteger("unchangedComments"))
        .isEqualTo(COMMENTS);
    assertThat(folder.resolve("blog.xml.moderato-import")).doesNotExist();
  }

  private static String export() {
    return IntStream.rangeClosed(1, COMMENTS)
        .mapToObj("""
            <wp:comment><wp:comment_id>%d</wp:comment_id><wp:comment_date_gmt>2012-03-06 10:00:00</wp:comment_date_gmt>
            <wp:comment_content>Which paint keeps the rust away?</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
            """::formatted)
        .collect(Collectors.joining(
            "",
            "<rss><channel><item><link>https://blog.example/bridges</link><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type>",
            "</item></channel></rss>"));
  }

  private Process importing(Path file, int port, String key, String... more) throws Exception {
    var command = Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "import",
                file.toString(),
                "--site",
                "blog",
                "--url",
                "http://127.0.0.1:" + port,
                "--key",
                key,
                "--report",
                folder.resolve("report.json").toString()),
            Stream.of(more))
        .toList();
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  private void awaitAcknowledged(long lines) throws Exception {
    var end = System.nanoTime() + LONGEST.toNanos();
    while (acknowledged() < lines) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private long acknowledged() throws Exception {
    var checkpoint = folder.resolve("blog.xml.moderato-import");
    return Files.exists(checkpoint)
        ? new JsonObject(Files.readString(checkpoint)).getLong("acknowledged")
        : 0;
  }

  private static List<String> ids(ServiceProcess service) throws Exception {
    return service
        .get("/v1/sites/blog/export")
        .body()
        .lines()
        .map(JsonObject::new)
        .filter(line -> line.getString("kind").equals("record"))
        .map(line -> line.getJsonObject("record").getString("comment"))
        .toList();
  }
}
