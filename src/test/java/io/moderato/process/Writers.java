package io.moderato.process;

import io.moderato.process.CommentPromise.UnexpectedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Clients that write at the same time. */
final class Writers {
  private final List<Writer> writers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /** @param name distinct for each round, since it names posts and comments */
  static Writers start(ServiceProcess service, String name, int count, long seed) {
    var all = new Writers();
    for (int i = 0; i < count; i++) {
      var writer = new Writer(service, name + "-" + i, seed + i);
      var thread = new Thread(writer, "writer-" + i);
      all.writers.add(writer);
      all.threads.add(thread);
      thread.start();
    }
    return all;
  }

  void stop() throws InterruptedException {
    writers.forEach(Writer::stop);
    awaitEnd();
  }

  void awaitEnd() throws InterruptedException {
    for (var thread : threads) {
      thread.join();
    }
  }

  List<CommentPromise> promises() {
    return writers.stream().flatMap(writer -> writer.promises().stream()).toList();
  }

  /** Answers that are no success. */
  Stream<UnexpectedAnswer> refusals() {
    return writers.stream()
        .map(Writer::end)
        .filter(UnexpectedAnswer.class::isInstance)
        .map(UnexpectedAnswer.class::cast);
  }
}
