package io.moderato.recent;

import io.moderato.comment.Author;
import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a comment came from, as hashes within one site; 0 for what is not known.
 *
 * @param author see {@link Author#key}
 * @param network IPv4 /24, IPv6 /48
 */
record Origin(long author, long address, long network) {
  static final Origin UNKNOWN = new Origin(0, 0, 0);

  private static final byte[] IPV4_IN_IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  static Origin of(Author author, long site) {
    var ip = author.ip();
    if (ip == null) {
      return new Origin(author(author, site), 0, 0);
    }
    byte[] address = NetUtil.createByteArrayFromIpAddressString(ip.strip());
    if (address == null) {
      return new Origin(author(author, site), Hashes.of(site, "address:" + ip), 0);
    }
    if (address.length == 16 && Arrays.equals(address, 0, 12, IPV4_IN_IPV6, 0, 12)) {
      address = Arrays.copyOfRange(address, 12, 16);
    }
    var hex = HexFormat.of().formatHex(address);
    return new Origin(
        author(author, site),
        Hashes.of(site, "address:" + hex),
        Hashes.of(site, "network:" + hex.substring(0, address.length == 4 ? 6 : 12)));
  }

  private static long author(Author author, long site) {
    var key = author.key();
    return key == null ? 0 : Hashes.of(site, key);
  }
}
