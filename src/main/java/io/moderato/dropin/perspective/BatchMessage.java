package io.moderato.dropin.perspective;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Several requests in one body of {@code multipart/mixed}, each a part of {@code application/http}; and their answers. Bytes are held as
 * Latin-1, which is one character for each.
 */
record BatchMessage(List<Part> parts) {
  private static final int MOST_PARTS = 1000;
  private static final Pattern BOUNDARY = Pattern.compile(
      ";\\s*boundary=(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))", Pattern.CASE_INSENSITIVE);

  /**
   * One request.
   *
   * @param id its {@code Content-ID}; null where it has none
   * @param target the path, with its query
   */
  record Part(@Nullable String id, String method, String target, byte[] body) {}

  /** @throws Refusal for what can't be taken apart */
  static BatchMessage read(@Nullable String contentType, byte[] bytes) {
    var delimiter = "--" + boundary(contentType);
    var text = "\r\n" + new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("\r?\n", "\r\n");
    var parts = new ArrayList<Part>();
    int begin = text.indexOf("\r\n" + delimiter);
    while (begin >= 0) {
      int from = begin + 2 + delimiter.length();
      if (text.startsWith("--", from)) {
        return whole(parts);
      }
      int end = text.indexOf("\r\n" + delimiter, from);
      if (end < 0 || parts.size() == MOST_PARTS) {
        break;
      }
      parts.add(part(text.substring(from, end)));
      begin = end;
    }
    throw broken(
        parts.size() == MOST_PARTS
            ? "it has more than %d parts".formatted(MOST_PARTS)
            : "its closing boundary is missing");
  }

  private static BatchMessage whole(List<Part> parts) {
    if (parts.isEmpty()) {
      throw broken("it has no parts");
    }
    return new BatchMessage(parts);
  }

  /** @param text from behind the boundary on */
  private static Part part(String text) {
    var outer = behind(text, "\r\n", "a part's headers are missing");
    var head = head(text, outer);
    var message = behind(text, "\r\n\r\n", "a part's request is missing");
    int line = text.indexOf("\r\n", message);
    var request =
        text.substring(message, line < 0 ? text.length() : line).strip().split(" ");
    if (request.length < 2 || !request[1].startsWith("/")) {
      throw broken("a part holds no request line");
    }
    int body = text.indexOf("\r\n\r\n", message);
    return new Part(
        header(head, "content-id"),
        request[0],
        request[1],
        body < 0 ? new byte[0] : text.substring(body + 4).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String head(String text, int from) {
    int end = text.indexOf("\r\n\r\n", from - 2);
    return end < from ? "" : text.substring(from, end);
  }

  private static int behind(String text, String sign, String otherwise) {
    int at = text.indexOf(sign);
    if (at < 0) {
      throw broken(otherwise);
    }
    return at + sign.length();
  }

  private static @Nullable String header(String head, String name) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse(null);
  }

  private static String boundary(@Nullable String contentType) {
    var matcher = BOUNDARY.matcher(contentType == null ? "" : contentType);
    if (contentType == null
        || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/mixed")
        || !matcher.find()) {
      throw broken("its Content-Type must be multipart/mixed with a boundary");
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  private static Refusal broken(String why) {
    return Refusal.malformed("Failed to parse batch request: %s.".formatted(why));
  }
}
