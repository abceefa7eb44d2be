package io.moderato.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How people's browsers come to the service.
 *
 * @param url what the operator says that they type; null where nothing is said
 * @param proxies so many reverse proxies stand in front, each of which adds to {@code X-Forwarded-For} whom it was asked by
 */
public record PublicAddress(@Nullable URI url, int proxies) {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._-]+(?::\\d+)?|\\[[0-9A-Fa-f:.]+](?::\\d+)?");

  private static final Pattern LOOPBACK =
      Pattern.compile("(?:(?:.+\\.)?localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d+)?");

  /** Whether cookies may be kept from plain connections: always, but for trying things out on one's own machine. */
  public boolean isSecure(HttpServerRequest request) {
    return url == null
        ? !isOnLoopback(request) || isForwardedSecure(request)
        : "https".equals(url.getScheme());
  }

  private static boolean isOnLoopback(HttpServerRequest request) {
    var authority = request.authority();
    return authority != null && LOOPBACK.matcher(authority.toString()).matches();
  }

  private static boolean isForwardedSecure(HttpServerRequest request) {
    return "https".equals(request.getHeader("X-Forwarded-Proto"));
  }

  /**
   * The root by which the caller reaches the service, without a slash at the end; empty where the request names no host. What a request
   * says of proxies counts only where the operator has told of them.
   */
  public Optional<String> root(HttpServerRequest request) {
    if (url != null) {
      return Optional.of(url.toString());
    }
    var forwarded = proxies == 0 ? null : request.getHeader("X-Forwarded-Host");
    var host = forwarded == null ? request.getHeader(HttpHeaders.HOST) : forwarded;
    var isSecure = request.isSSL() || proxies > 0 && isForwardedSecure(request);
    return Optional.ofNullable(host)
        .filter(name -> HOST.matcher(name).matches())
        .map(name -> (isSecure ? "https://" : "http://") + name);
  }

  /** The address that the request came from, as far as the proxies can be believed. */
  public String client(HttpServerRequest request) {
    var forwarded = Arrays.stream(
            String.join(",", request.headers().getAll("X-Forwarded-For")).split(","))
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .toList();
    return proxies == 0 || forwarded.isEmpty()
        ? request.remoteAddress().hostAddress()
        : forwarded.get(Math.max(0, forwarded.size() - proxies));
  }
}
