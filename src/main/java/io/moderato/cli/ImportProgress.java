package io.moderato.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Says every few seconds how far an import has come, how fast it is, and how long it will take. */
final class ImportProgress implements AutoCloseable {
  private static final int EVERY_S = 2;
  private static final double MB = 1e6;

  private final PrintWriter err;
  private final long fileBytes;
  private final LongSupplier bytesRead;
  private final LongSupplier comments;
  private final long start = System.nanoTime();
  private final ScheduledExecutorService timer;

  /** @param bytesRead of the file as it lies on the disk; asked from another thread, as {@code comments} is */
  ImportProgress(PrintWriter err, long fileBytes, LongSupplier bytesRead, LongSupplier comments) {
    this.err = err;
    this.fileBytes = fileBytes;
    this.bytesRead = bytesRead;
    this.comments = comments;
    this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
      var thread = new Thread(task, "progress");
      thread.setDaemon(true);
      return thread;
    });
    var unused = timer.scheduleAtFixedRate(this::tell, EVERY_S, EVERY_S, TimeUnit.SECONDS);
  }

  private void tell() {
    var seconds = (System.nanoTime() - start) / 1e9;
    err.println(line(bytesRead.getAsLong(), fileBytes, comments.getAsLong(), seconds));
    err.flush();
  }

  static String line(long bytes, long fileBytes, long comments, double seconds) {
    var share = fileBytes == 0 ? 1 : Math.min(1, (double) bytes / fileBytes);
    var left = Duration.ofSeconds(share <= 0 ? 0 : Math.round(seconds / share * (1 - share)));
    return String.format(
        Locale.ROOT,
        "%3.0f %%  %,.1f of %,.1f MB  %,d comments  %,.0f/s  %d:%02d left",
        100 * share,
        bytes / MB,
        fileBytes / MB,
        comments,
        comments / Math.max(seconds, 1e-3),
        left.toMinutes(),
        left.toSecondsPart());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
