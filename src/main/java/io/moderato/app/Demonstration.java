package io.moderato.app;

import static java.util.Objects.requireNonNull;

import io.moderato.demo.Colleagues;
import io.moderato.demo.DemoClock;
import io.moderato.demo.FillDemo;
import io.moderato.demo.Filled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** The service with a made-up site in a store that is thrown away when it is closed. */
public final class Demonstration implements AutoCloseable {
  private final Application application;
  private final Filled filled;
  private final Path folder;

  private Demonstration(Application application, Filled filled, Path folder) {
    this.application = application;
    this.filled = filled;
    this.folder = folder;
  }

  /**
   * Returns when the site is there and requests are taken. Not for an event loop's thread.
   *
   * @param settings whose store is in {@code folder}
   * @param progress takes how many comments have come so far
   * @throws RuntimeException as {@link Application#start}
   */
  public static Demonstration start(Settings settings, Path folder, IntConsumer progress) {
    var clock = new DemoClock(Clock.systemUTC(), FillDemo.BACK);
    var filled = new AtomicReference<Filled>();
    var application = Application.start(
        settings, clock, (prepared, sites, policies, accounts, moderate, comments, review) -> {
          prepared.await();
          var colleagues =
              new Colleagues(comments, review.decide(), review.undo(), review.author());
          filled.set(new FillDemo(sites, policies, accounts, moderate, comments, colleagues, clock)
              .fill(progress));
        });
    return new Demonstration(application, requireNonNull(filled.get()), folder);
  }

  public Application application() {
    return application;
  }

  public Filled filled() {
    return filled;
  }

  @Override
  public void close() {
    application.close();
    erase(folder);
  }

  /** With all that is in it, if it is there. */
  public static void erase(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
