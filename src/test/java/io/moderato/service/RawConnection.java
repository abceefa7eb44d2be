package io.moderato.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Bytes over a socket, for requests that no decent client sends. */
final class RawConnection {
  private RawConnection() {}

  private static List<Answer> send(int port, byte[] request, boolean one) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (SocketException e) {
        // the service has closed already; its answer may still be there
      }
      return answers(received(socket, one));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends the text as Latin-1 and no more, and reads answers until the service closes the connection. */
  static List<Answer> send(int port, String request) {
    return send(port, request.getBytes(StandardCharsets.ISO_8859_1), false);
  }

  /** For a request that never ends: reads one answer, then closes the connection. */
  static List<Answer> sendForOne(int port, String request) {
    return send(port, request.getBytes(StandardCharsets.ISO_8859_1), true);
  }

  private static byte[] received(Socket socket, boolean one) throws IOException {
    var received = new ByteArrayOutputStream();
    var chunk = new byte[8192];
    try {
      int length;
      while ((length = socket.getInputStream().read(chunk)) >= 0) {
        received.write(chunk, 0, length);
        if (one && received.toString(StandardCharsets.ISO_8859_1).endsWith("}")) {
          break;
        }
      }
    } catch (SocketException e) {
      // reset by the service after its answer
    }
    return received.toByteArray();
  }

  private static List<Answer> answers(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var answers = new ArrayList<Answer>();
    int at = 0;
    while (at < text.length()) {
      var bodyAt = text.indexOf("\r\n\r\n", at) + 4;
      if (bodyAt < 4) {
        throw new AssertionError("no answer: " + text.substring(at));
      }
      var lines = text.substring(at, bodyAt).split("\r\n");
      var headers = headers(lines);
      var length =
          Integer.parseInt(headers.getOrDefault("content-length", List.of("0")).get(0));
      var status = Integer.parseInt(lines[0].split(" ")[1]);
      answers.add(
          new Answer(status, headers, new String(bytes, bodyAt, length, StandardCharsets.UTF_8)));
      at = bodyAt + length;
    }
    return answers;
  }

  private static Map<String, List<String>> headers(String[] lines) {
    var headers = new HashMap<String, List<String>>();
    for (int i = 1; i < lines.length; i++) {
      var colon = lines[i].indexOf(':');
      headers
          .computeIfAbsent(
              lines[i].substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(lines[i].substring(colon + 1).strip());
    }
    return headers;
  }
}
