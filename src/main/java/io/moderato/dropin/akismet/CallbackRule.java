package io.moderato.dropin.akismet;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where a late verdict may be sent: to the host of the blog alone, and without encryption only where the blog has none. */
final class CallbackRule {
  private CallbackRule() {}

  static boolean allows(String callback, String blog) {
    var to = http(callback);
    var home = http(blog);
    return to != null
        && home != null
        && to.getRawUserInfo() == null
        && to.getHost().equalsIgnoreCase(home.getHost())
        && (to.getScheme().equalsIgnoreCase("https") || home.getScheme().equalsIgnoreCase("http"));
  }

  /** The host of an address, without a leading {@code www.} and in lower case; null where it has none. */
  static @Nullable String host(String address) {
    var uri = http(address.contains("://") ? address : "http://" + address);
    if (uri == null) {
      return null;
    }
    var host = uri.getHost().toLowerCase(java.util.Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static @Nullable URI http(String address) {
    try {
      var uri = new URI(address.strip());
      var isHttp =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return isHttp && uri.getHost() != null ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
