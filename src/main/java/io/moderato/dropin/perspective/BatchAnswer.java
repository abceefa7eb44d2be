package io.moderato.dropin.perspective;

import io.moderato.dropin.perspective.BatchMessage.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The answers to the parts of a batch, in their order, as {@code multipart/mixed}. */
final class BatchAnswer {
  private final String boundary = "batch_" + UUID.randomUUID();
  private final StringBuilder text = new StringBuilder();

  BatchAnswer(List<Part> parts, List<Reply> replies) {
    for (int i = 0; i < parts.size(); i++) {
      append(parts.get(i), replies.get(i));
    }
    text.append("--").append(boundary).append("--\r\n");
  }

  String contentType() {
    return "multipart/mixed; boundary=" + boundary;
  }

  String body() {
    return text.toString();
  }

  private void append(Part part, Reply reply) {
    var body = reply.text(false);
    text.append("--").append(boundary).append("\r\nContent-Type: application/http\r\n");
    if (part.id() != null) {
      text.append("Content-ID: ").append(answering(part.id())).append("\r\n");
    }
    text.append("\r\nHTTP/1.1 ")
        .append(reply.code())
        .append(reply.code() == 200 ? " OK" : " Refused")
        .append("\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: ")
        .append(body.getBytes(StandardCharsets.UTF_8).length)
        .append("\r\n\r\n")
        .append(body)
        .append("\r\n");
  }

  private static String answering(String id) {
    return id.startsWith("<") ? "<response-" + id.substring(1) : "response-" + id;
  }
}
