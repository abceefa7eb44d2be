package io.moderato.webhook;

import io.vertx.core.Future;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls out to the open Internet, and to nothing behind the operator's walls but what the operator has listed. A name is
 * looked up once, every address of it is looked at, and the one that it gives is the one to connect to.
 */
public final class AddressGuard {
  private static final int LONGEST_URL = 2000;

  /** Ports from 1024 on that are no web server's: what browsers block, and well-known stores. */
  private static final Set<Integer> STRANGE_PORTS = Set.of(
      1719, 1720, 1723, 2049, 2375, 2376, 2379, 2380, 3306, 3659, 4045, 4190, 5060, 5061, 5432,
      6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9042, 9200, 10080, 10250, 11211,
      27017);

  /** By the URL standard of WHATWG. */
  private static final Pattern ENDS_IN_A_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

  private final AllowedNetworks allowed;
  private final NameResolver names;

  public AddressGuard(AllowedNetworks allowed, NameResolver names) {
    this.allowed = allowed;
    this.names = names;
  }

  /**
   * Reads an address and refuses what can be refused without looking its host up.
   *
   * @throws RefusedAddressException with what is wrong
   */
  public URI read(String url) {
    if (url.length() > LONGEST_URL) {
      throw new RefusedAddressException("is longer than %d characters".formatted(LONGEST_URL));
    }
    var uri = parsed(url);
    var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new RefusedAddressException("must begin with https:// or http://");
    }
    if (uri.getRawUserInfo() != null) {
      throw new RefusedAddressException("must not hold a user or password");
    }
    if (uri.getRawFragment() != null) {
      throw new RefusedAddressException("must not end with a '#' part");
    }
    var host = host(uri);
    var literal = literal(host);
    if (literal != null && !isAllowed(host, literal)) {
      throw notPublic();
    }
    if (!isSane(port(uri)) && !(literal != null ? allowed.has(literal) : allowed.has(host))) {
      throw new RefusedAddressException(
          "names port %d, which is no web server's".formatted(port(uri)));
    }
    return uri;
  }

  /** Where to connect to, and to nothing else; fails with {@link RefusedAddressException}. */
  public Future<InetSocketAddress> resolve(URI uri) {
    var host = host(uri);
    var literal = literal(host);
    var addresses =
        literal != null ? Future.succeededFuture(List.of(literal)) : names.resolve(host);
    return addresses.map(found -> new InetSocketAddress(chosen(host, found), port(uri)));
  }

  /** One address that is not public spoils all: whoever mixes them is up to something. */
  private InetAddress chosen(String host, List<InetAddress> found) {
    if (!found.stream().allMatch(address -> isAllowed(host, address))) {
      throw notPublic();
    }
    return found.stream()
        .min(Comparator.comparing(address -> !(address instanceof Inet4Address)))
        .orElseThrow(() -> new RefusedAddressException("has no IP address"));
  }

  private boolean isAllowed(String host, InetAddress address) {
    return allowed.has(host) || allowed.has(address) || PublicAddresses.contain(address);
  }

  private static RefusedAddressException notPublic() {
    return new RefusedAddressException("leads to an address that is not public");
  }

  /** Java's own reader takes no more than RFC 2396 does: neither white space nor backslashes nor letters beyond ASCII. */
  private static URI parsed(String url) {
    try {
      return new URI(url).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw new RefusedAddressException("can't be read as an address of the web");
    }
  }

  /** Without the brackets of IPv6. */
  static String host(URI uri) {
    var host = uri.getHost();
    if (host == null || host.contains("%") || isOddNumber(host)) {
      throw new RefusedAddressException("can't be read as an address of the web");
    }
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** What a browser would read as an IPv4 address of another spelling. */
  private static boolean isOddNumber(String host) {
    return ENDS_IN_A_NUMBER.matcher(host).matches() && !Network.isLiteral(host);
  }

  static boolean isSecure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return isSecure(uri) ? 443 : 80;
  }

  private static boolean isSane(int port) {
    return port == 80
        || port == 443
        || port >= 1024 && port <= 65_535 && !STRANGE_PORTS.contains(port);
  }

  private static @Nullable InetAddress literal(String host) {
    return Network.isLiteral(host) ? Network.address(host) : null;
  }
}
