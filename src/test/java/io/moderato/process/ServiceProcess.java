package io.moderato.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The built service, {@code java -jar moderato.jar}, in a process of its own, and calls to it. */
final class ServiceProcess implements AutoCloseable {
  static final String ADMIN_KEY = "an-admin-key-for-tests";

  private static final Path JAR =
      Path.of(System.getProperty("moderato.jar", "target/moderato.jar"));
  private static final Pattern ADDRESS = Pattern.compile("listens on (http://[0-9.]+:[0-9]+)");
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Process process;
  private final Path output;
  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(10))
      .build();
  private String address = "";
  private String key = ADMIN_KEY;

  private ServiceProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it and does not wait. Each of its lines goes to a file beside the data directory. */
  static ServiceProcess launch(Path dataDir, String... flags) throws IOException {
    var output = Files.createTempFile("moderato-", ".out");
    output.toFile().deleteOnExit();
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1", // halves what a start costs
        "-jar",
        JAR.toString(),
        "--data-dir",
        dataDir.toString(),
        "--admin-key",
        ADMIN_KEY));
    command.addAll(List.of(flags));
    if (!command.contains("--http-port")) {
      command.addAll(List.of("--http-port", "0"));
    }
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(variable -> variable.startsWith("MODERATO_"));
    return new ServiceProcess(builder.start(), output);
  }

  /** Starts it and waits until it is ready. */
  static ServiceProcess start(Path dataDir, String... flags) throws Exception {
    var service = launch(dataDir, flags);
    service.awaitReady();
    return service;
  }

  private void awaitReady() throws Exception {
    var deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (System.nanoTime() < deadline && process.isAlive()) {
      var matcher = ADDRESS.matcher(output());
      if (matcher.find()) {
        address = matcher.group(1);
        if (get("/health/ready").statusCode() == 200) {
          return;
        }
      }
      Thread.sleep(20);
    }
    process.destroyForcibly();
    throw new AssertionError("the service did not get ready; it said: " + output());
  }

  /** Creates a site and uses its key from then on. */
  String createSite(String id) throws Exception {
    var site = new JsonObject().put("id", id).put("name", id);
    var created = post("/v1/sites", site.encode());
    if (created.statusCode() != 201) {
      throw new AssertionError(created.statusCode() + " " + created.body());
    }
    useKey(new JsonObject(created.body()).getJsonObject("key").getString("key"));
    return key;
  }

  void useKey(String siteKey) {
    key = siteKey;
  }

  HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, null);
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return send("POST", path, body);
  }

  /** Fails with an {@link IOException} when no answer came. */
  HttpResponse<String> send(String method, String path, String body) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(address + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + key)
        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Everything it printed. */
  String output() throws IOException {
    return Files.readString(output, UTF_8);
  }

  int port() {
    return URI.create(address).getPort();
  }

  /** {@code kill -9}; returns when the process is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; does not wait. */
  void terminate() {
    process.destroy();
  }

  /** Waits for the end; gives the exit status. */
  int awaitExit(Duration longest) throws Exception {
    if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the service did not end; it said: " + output());
    }
    return process.exitValue();
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
    Files.deleteIfExists(output);
  }
}
