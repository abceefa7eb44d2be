package io.moderato.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Posts to addresses that others have named: each call is guarded, goes to the very address that was looked at, follows no
 * redirect, ends in time, and keeps nothing of the answer but its status and when to come again.
 */
public final class GuardedSender {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
  private static final int MOST_CONNECTIONS = 1000;

  private final AddressGuard guard;
  private final HttpClient client;
  private final Duration longest;

  public GuardedSender(Vertx vertx, AddressGuard guard) {
    this(vertx, guard, Duration.ofSeconds(10), new HttpClientOptions());
  }

  /**
   * @param longest from the begin to the answer's head
   * @param options what else a test needs, such as whom to trust
   */
  GuardedSender(Vertx vertx, AddressGuard guard, Duration longest, HttpClientOptions options) {
    this.guard = guard;
    this.longest = longest;
    this.client = vertx.createHttpClient(
        options
            .setKeepAlive(false)
            .setConnectTimeout((int) LONGEST_CONNECT.toMillis())
            .setName("webhook"),
        new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
  }

  /**
   * The answer, whichever it is. Fails with {@link RefusedAddressException} where nothing may be sent to, and otherwise
   * where no answer came in time.
   */
  public Future<Answer> post(String url, Map<String, String> headers, String body) {
    try {
      var uri = guard.read(url);
      var call = new Call();
      return guard
          .resolve(uri)
          .compose(address -> call.send(options(uri, address), headers, Buffer.buffer(body)))
          .timeout(longest.toMillis(), TimeUnit.MILLISECONDS)
          .onComplete(done -> call.end());
    } catch (RefusedAddressException refused) {
      return Future.failedFuture(refused);
    }
  }

  /** @param retryAfter the header of that name; null where there is none */
  public record Answer(int status, @Nullable String retryAfter) {}

  /** The server is the address; the host, which is in the Host header, in SNI and in the certificate, stays as it was named. */
  private static RequestOptions options(URI uri, InetSocketAddress address) {
    var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(
            address.getPort(), address.getAddress().getHostAddress()))
        .setHost(uri.getHost())
        .setPort(address.getPort())
        .setSsl(AddressGuard.isSecure(uri))
        .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
        .setFollowRedirects(false);
  }

  /** One request and its connection, which is given up when the call has ended, whatever the other side still has to say. */
  private final class Call {
    private boolean ended;
    private @Nullable HttpClientRequest request;

    Future<Answer> send(RequestOptions options, Map<String, String> headers, Buffer body) {
      return client.request(options).compose(opened -> {
        request = opened;
        if (ended) {
          end();
          return Future.failedFuture("too late");
        }
        opened.exceptionHandler(failure -> {}); // the future tells, unless the call has ended
        headers.forEach(opened::putHeader);
        return opened.send(body).map(answer -> {
          answer.exceptionHandler(rest -> {}); // it is hung up on
          return new Answer(answer.statusCode(), answer.getHeader(HttpHeaders.RETRY_AFTER));
        });
      });
    }

    void end() {
      ended = true;
      if (request != null) {
        request.connection().close();
      }
    }
  }
}
