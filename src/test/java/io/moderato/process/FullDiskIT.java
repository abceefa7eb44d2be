package io.moderato.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fills the disk below the running service: a real file system of 24 MB; skipped where this user may not mount one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FullDiskIT {
  private static final String SUBMISSION = "{\"post\":{\"id\":\"p\"},\"text\":\"Is there space?\"}";

  @TempDir
  private Path disk;

  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString());
    assumeTrue(mounted, "a tmpfs can't be mounted here; that takes root");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted && !run("umount", disk.toString())) {
      run("umount", "-l", disk.toString());
    }
  }

  @Test
  void puts_submissions_off_while_it_is_full_and_goes_on_when_there_is_space() throws Exception {
    var dataDir = disk.resolve("data");
    var promises = new ArrayList<CommentPromise>();
    String key;
    try (var service = ServiceProcess.start(dataDir)) {
      key = service.createSite("kept");
      var before = Writers.start(service, "before", 4, 1);
      Thread.sleep(1000);
      before.stop();
      promises.addAll(before.promises());

      fill();
      var full = Writers.start(service, "full", 4, 2);
      full.awaitEnd();
      promises.addAll(full.promises());

      assertThat(full.refusals()).hasSize(4).allMatch(refusal -> refusal.isPutOff());
      for (int i = 0; i < 20; i++) {
        var refused = service.post("/v1/sites/kept/comments", SUBMISSION);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      }
      assertThat(service.post("/v1/classify", "{\"text\":\"Hello.\"}").statusCode())
          .isEqualTo(200);
      assertThat(readsGoOn(service, before.promises().get(0))).as("reads go on").isTrue();

      Files.delete(ballast());
      assertThat(resumes(service)).as("writing resumes without a restart").isTrue();
      Kept.assertAll(service, "once there is space", promises);
      assertThat(service.output()).doesNotContain("request failed on a defect");
    }
    try (var again = ServiceProcess.start(dataDir)) {
      again.useKey(key);
      Kept.assertAll(again, "after a restart", promises);
      Kept.assertLists(again, "after a restart", promises);
    }
  }

  private Path ballast() {
    return disk.resolve("ballast");
  }

  /** Leaves no space at all. */
  private void fill() throws IOException {
    try (var file =
        FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (true) {
        file.write(ByteBuffer.allocate(64 * 1024));
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  /** While the file is being opened again a read is put off, too. */
  private static boolean readsGoOn(ServiceProcess service, CommentPromise promise)
      throws Exception {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < deadline) {
      var status = service.get(CommentPromise.path(promise.id)).statusCode();
      if (status == 200) {
        return true;
      }
      assertThat(status).isEqualTo(503);
      Thread.sleep(50);
    }
    return false;
  }

  private static boolean resumes(ServiceProcess service) throws Exception {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < deadline) {
      var status = service.post("/v1/sites/kept/comments", SUBMISSION).statusCode();
      if (status == 201) {
        return true;
      }
      assertThat(status).isEqualTo(503);
      Thread.sleep(100);
    }
    return false;
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
