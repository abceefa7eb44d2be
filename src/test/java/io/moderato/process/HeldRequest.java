package io.moderato.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

/**
 * A request of which all but the last byte is sent, so that it is under way for as long as the test wants. It asks before it sends its
 * body ({@code Expect: 100-continue}), so that it is known to have been let in.
 */
final class HeldRequest implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader answers;
  private final String lastByte;

  private HeldRequest(Socket socket, BufferedReader answers, String lastByte) {
    this.socket = socket;
    this.answers = answers;
    this.lastByte = lastByte;
  }

  static HeldRequest post(int port, String key, String path, String body) throws IOException {
    var socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
    socket.setSoTimeout(30_000);
    var head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n".formatted(path, key)
            + "Content-Type: application/json\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n"
                .formatted(body.getBytes(UTF_8).length);
    socket.getOutputStream().write(head.getBytes(UTF_8));
    var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    assertThat(answers.readLine()).isEqualTo("HTTP/1.1 100 Continue");
    assertThat(answers.readLine()).isEmpty();
    var last = body.length() - 1;
    socket.getOutputStream().write(body.substring(0, last).getBytes(UTF_8));
    return new HeldRequest(socket, answers, body.substring(last));
  }

  /** Sends the rest; gives the answer's status line. */
  String end() throws IOException {
    socket.getOutputStream().write(lastByte.getBytes(UTF_8));
    return answers.readLine();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
