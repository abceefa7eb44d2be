package io.moderato.webhook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** Somebody's web server that is told of decisions; answers as a test wants it to. */
public final class Receiver implements AutoCloseable {
  /** @param headers by their names in lower case */
  public record Call(String path, Map<String, String> headers, String body, int answer) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** Told along with the status 429. */
  public static final int RETRY_AFTER_S = 60;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile ToIntFunction<Call> answers = call -> 204;

  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> {
      var headers = new HashMap<String, String>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var call = new Call(exchange.getRequestURI().toString(), headers, body, 0);
      var status = answers.applyAsInt(call);
      calls.add(new Call(call.path(), headers, body, status));
      exchange.getResponseHeaders().set("Location", url("/elsewhere"));
      if (status == 429) {
        exchange.getResponseHeaders().set("Retry-After", Integer.toString(RETRY_AFTER_S));
      }
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    });
    server.start();
  }

  /** @param answers gives the status for each call; may wait */
  public void answers(ToIntFunction<Call> answers) {
    this.answers = answers;
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** All so far, refused ones too, in the order in which they were answered. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
