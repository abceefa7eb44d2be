package io.moderato.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A service in a JVM of its own, on a free port of the loopback interface. */
final class ServerProcess implements AutoCloseable {
  static final String ADMIN_KEY = "benchmark-admin-key";

  private static final Pattern LISTENS =
      Pattern.compile("listens on http://127\\.0\\.0\\.1:(\\d+)");
  private static final Pattern HEAP_BEFORE_PAUSE = Pattern.compile("(\\d+)M->(\\d+)M\\(");

  private final Process process;
  private final int port;
  private final Path gcLog;
  private final Duration startToReady;

  private ServerProcess(Process process, int port, Path gcLog, Duration startToReady) {
    this.process = process;
    this.port = port;
    this.gcLog = gcLog;
    this.startToReady = startToReady;
  }

  /** The service as it is. */
  static ServerProcess serve(Path folder, BenchSettings settings) {
    return start(
        folder,
        settings,
        "io.moderato.Main",
        List.of(
            "--http-port",
            "0",
            "--admin-key",
            ADMIN_KEY,
            "--data-dir",
            folder.resolve("data").toString(),
            "--models-dir",
            settings.modelsDir().toString()));
  }

  /** The same HTTP stack without scoring and storing. */
  static ServerProcess baseline(Path folder, BenchSettings settings) {
    return start(folder, settings, BaselineServer.class.getName(), List.of());
  }

  private static ServerProcess start(
      Path folder, BenchSettings settings, String mainClass, List<String> arguments) {
    var gcLog = folder.resolve("gc.log");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings.javaOptions());
    command.addAll(
        List.of("-Xlog:gc:file=" + gcLog, "-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(arguments);
    var begin = System.nanoTime();
    try {
      var process = new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      var port = announcedPort(process);
      awaitReady(port);
      return new ServerProcess(process, port, gcLog, Duration.ofNanos(System.nanoTime() - begin));
    } catch (IOException e) {
      throw new UncheckedIOException("the service could not be started", e);
    }
  }

  private static int announcedPort(Process process) throws IOException {
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      var matcher = LISTENS.matcher(line);
      if (matcher.find()) {
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw new IllegalStateException("The service ended before it listened; what it said is above.");
  }

  private static void awaitReady(int port) throws IOException {
    var ready = URI.create("http://127.0.0.1:%d/health/ready".formatted(port)).toURL();
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < deadline) {
      var connection = (HttpURLConnection) ready.openConnection();
      if (connection.getResponseCode() == 200) {
        return;
      }
      pause();
    }
    throw new IllegalStateException("The service was not ready after 60 seconds.");
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  int port() {
    return port;
  }

  /** From the begin of the process to its first answer that it is ready. */
  Duration startToReady() {
    return startToReady;
  }

  /** CPU time used so far, in steps of about 10 ms. */
  Duration cpu() {
    return ProcessCpu.of(process.toHandle());
  }

  Duration cpuWithCompiling() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The fullest that the heap was when a collection began, and the fullest that it was after one; 0 before the first one. */
  HeapUse heap() {
    try {
      var use = new HeapUse(0, 0);
      for (var line : Files.readAllLines(gcLog)) {
        var matcher = HEAP_BEFORE_PAUSE.matcher(line);
        if (matcher.find()) {
          use = use.and(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
      }
      return use;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record HeapUse(int mostBefore, int mostAfter) {
    private HeapUse and(int before, int after) {
      return new HeapUse(Math.max(mostBefore, before), Math.max(mostAfter, after));
    }
  }

  /** The most memory that was resident, in MB; NaN where the system does not tell. */
  double peakResidentMegabytes() {
    try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** Stops it as an operator would, and waits. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
