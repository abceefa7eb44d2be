package io.moderato.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells the addresses of the open Internet from all others, by IANA's registries of special-purpose addresses (RFC 6890 and its
 * updates) and the one address that a cloud answers at outside of them.
 */
final class PublicAddresses {
  private static final List<Network> SPECIAL_V4 = networks(
      "0.0.0.0/8", // this network
      "10.0.0.0/8",
      "100.64.0.0/10", // carriers' own; Alibaba's metadata
      "127.0.0.0/8",
      "168.63.129.16", // Azure's wire server
      "169.254.0.0/16", // link-local; the metadata of most clouds
      "172.16.0.0/12",
      "192.0.0.0/24",
      "192.0.2.0/24", // documentation, as are 198.51.100 and 203.0.113
      "192.88.99.0/24", // relays of 6to4
      "192.168.0.0/16",
      "198.18.0.0/15", // benchmarks
      "198.51.100.0/24",
      "203.0.113.0/24",
      "224.0.0.0/4", // multicast
      "240.0.0.0/4"); // reserved; broadcast

  /** The only part of IPv6 that is given out: loopback, mapped IPv4, NAT64, ULA, link-local and multicast lie outside. */
  private static final Network GLOBAL_V6 = Network.of("2000::/3");

  private static final List<Network> SPECIAL_V6 = networks(
      "2001::/23", // protocols' own; Teredo, which holds an IPv4 address
      "2001:db8::/32", // documentation
      "2002::/16", // 6to4, which holds an IPv4 address
      "2620:4f:8000::/48", // AS112
      "3fff::/20", // documentation
      "2001:67c:2b0:db32::/64"); // a public NAT64, which holds an IPv4 address

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    if (address instanceof Inet4Address) {
      return SPECIAL_V4.stream().noneMatch(network -> network.contains(address));
    }
    return GLOBAL_V6.contains(address)
        && SPECIAL_V6.stream().noneMatch(network -> network.contains(address))
        && !isTunnel(address.getAddress());
  }

  /** ISATAP (RFC 5214): the last half is 0000:5efe or 0200:5efe and an IPv4 address. */
  private static boolean isTunnel(byte[] address) {
    return (address[8] & 0xFD) == 0
        && address[9] == 0
        && address[10] == 0x5E
        && address[11] == (byte) 0xFE;
  }

  private static List<Network> networks(String... texts) {
    return List.of(texts).stream().map(Network::of).toList();
  }
}
