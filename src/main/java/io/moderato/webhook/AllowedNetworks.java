package io.moderato.webhook;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the operator lets the service send to although it is not public: networks, and hosts whatever their addresses. */
public record AllowedNetworks(Set<String> hosts, List<Network> networks) {
  private static final Pattern HOST =
      Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");

  public static final AllowedNetworks NONE = new AllowedNetworks(Set.of(), List.of());

  public AllowedNetworks {
    hosts = Set.copyOf(hosts);
    networks = List.copyOf(networks);
  }

  /**
   * Reads {@code 10.1.0.0/16, 127.0.0.1, fd00::/8, hooks.internal}.
   *
   * @throws IllegalArgumentException for an entry that is none of these; the message says which one
   */
  public static AllowedNetworks of(String list) {
    var hosts = new HashSet<String>();
    var networks = new ArrayList<Network>();
    for (var part : list.split(",", -1)) {
      var entry = part.strip();
      if (HOST.matcher(entry).matches()) {
        hosts.add(entry.toLowerCase(Locale.ROOT));
      } else if (!entry.isEmpty()) {
        networks.add(network(entry));
      }
    }
    return new AllowedNetworks(hosts, networks);
  }

  private static Network network(String entry) {
    try {
      return Network.of(entry);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "must be hosts, IP addresses or networks (10.0.0.0/8) with commas between them; '%s' is none"
              .formatted(entry),
          e);
    }
  }

  boolean has(String host) {
    return hosts.contains(host.toLowerCase(Locale.ROOT));
  }

  boolean has(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}
