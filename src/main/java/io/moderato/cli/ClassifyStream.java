package io.moderato.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Classifies a stream of lines on all cores and writes the answers in the order of the lines, in constant memory. Where the
 * input pauses, everything answered so far is written, so that it also serves a program at the other end of a pipe.
 */
final class ClassifyStream {
  private static final int BATCH_LINES = 64;
  private static final int BATCH_UNITS = 1 << 18;

  private final ClassifyLine classifyLine;
  private final PrintStream out;
  private final Deque<Future<List<ClassifyLine.Answer>>> answers = new ArrayDeque<>();
  private boolean allReadable = true;

  ClassifyStream(ClassifyLine classifyLine, PrintStream out) {
    this.classifyLine = classifyLine;
    this.out = out;
  }

  /** Classifies to the end; true if every line was readable. */
  boolean run(JsonLines lines) throws IOException, InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var batch = nextBatch(lines);
      while (!batch.isEmpty()) {
        submit(batch, pool);
        while (answers.size() > 2 * threads || (!answers.isEmpty() && !lines.ready())) {
          write(answers.remove());
        }
        batch = nextBatch(lines);
      }
      while (!answers.isEmpty()) {
        write(answers.remove());
      }
      return allReadable;
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<JsonLines.Line> nextBatch(JsonLines lines) throws IOException {
    List<JsonLines.Line> batch = new ArrayList<>();
    int units = 0;
    var line = lines.next();
    while (line.isPresent()) {
      batch.add(line.get());
      units += line.get().text().length();
      boolean full = batch.size() == BATCH_LINES || units >= BATCH_UNITS || !lines.ready();
      line = full ? Optional.empty() : lines.next();
    }
    return batch;
  }

  private void submit(List<JsonLines.Line> batch, ExecutorService pool) {
    Callable<List<ClassifyLine.Answer>> work = () ->
        batch.stream().filter(line -> !isBlank(line)).map(classifyLine::answer).toList();
    answers.add(pool.submit(work));
  }

  private static boolean isBlank(JsonLines.Line line) {
    return line.error().isEmpty() && line.text().isBlank();
  }

  private void write(Future<List<ClassifyLine.Answer>> batch)
      throws IOException, InterruptedException {
    try {
      for (var answer : batch.get()) {
        out.writeBytes((answer.json() + "\n").getBytes(StandardCharsets.UTF_8));
        allReadable &= answer.readable();
      }
      if (out.checkError()) { // flushes first
        throw new IOException("nobody reads the output");
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("classifying failed", e.getCause());
    }
  }
}
