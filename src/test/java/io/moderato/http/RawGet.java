package io.moderato.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;

/** A request with whatever headers, the host's too, which clients don't let one choose. */
final class RawGet {
  private static final int LONGEST_WAIT_MS = 20_000;

  private RawGet() {}

  /** The answer's body. */
  static String body(int port, Map<String, String> headers) {
    var request = new StringBuilder("GET / HTTP/1.1\r\nConnection: close\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    if (!headers.containsKey("Host")) {
      request.append("Host: 127.0.0.1:" + port + "\r\n");
    }
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(LONGEST_WAIT_MS);
      socket.getOutputStream().write(request.append("\r\n").toString().getBytes(UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
