package io.moderato.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Lets on what can be read in one way only: one host, a body framed as RFC 9112 has it, and an address whose percent-encoding is
 * UTF-8. The rest is answered by {@link UnreadableRequests}, since the server and the router would each make something else of it.
 * For one event loop.
 */
public final class ReadableRequests implements Handler<HttpServerRequest> {
  private final Handler<HttpServerRequest> readable;
  private final Handler<HttpServerRequest> unreadable = new UnreadableRequests();

  /** What follows on these was sent behind something unreadable, so it may be anyone's. */
  private final Set<HttpConnection> refused = Collections.newSetFromMap(new WeakHashMap<>());

  public ReadableRequests(Handler<HttpServerRequest> readable) {
    this.readable = readable;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (!isReadable(request)) {
      refuse(request);
    } else if (!refused.contains(request.connection())) {
      readable.handle(request);
    }
  }

  /** For what the server could not read in the first place. */
  public void refuse(HttpServerRequest request) {
    if (refused.add(request.connection())) {
      unreadable.handle(request);
    }
  }

  private static boolean isReadable(HttpServerRequest request) {
    var codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    return namesOneHost(request)
        && (codings.isEmpty() || isChunked(codings))
        && isUtf8(request.uri());
  }

  /** HTTP/2 has a field of its own for the host, which the server has checked. */
  private static boolean namesOneHost(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_2
        || request.headers().getAll(HttpHeaders.HOST).size() == 1;
  }

  private static boolean isChunked(List<String> codings) {
    return codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
  }

  /** RFC 3986, section 2.1, with the octets of UTF-8. */
  private static boolean isUtf8(String address) {
    if (address.indexOf('%') < 0) {
      return true;
    }
    var octets = new ByteArrayOutputStream(address.length());
    for (int i = 0; i < address.length(); i++) {
      var unit = address.charAt(i);
      if (unit != '%') {
        octets.write(unit < 0x80 ? unit : '?');
      } else if (i + 2 < address.length()
          && isHexDigit(address.charAt(i + 1))
          && isHexDigit(address.charAt(i + 2))) {
        octets.write(Integer.parseInt(address, i + 1, i + 3, 16));
        i += 2;
      } else {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toByteArray()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isHexDigit(char unit) {
    return unit < 0x80 && Character.digit(unit, 16) >= 0;
  }
}
