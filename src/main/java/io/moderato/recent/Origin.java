package io.moderato.recent;

import io.moderato.comment.Author;
import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Where a comment came from, as hashes within one site; 0 for what is not known.
 *
 * @param author the platform's id of the author, else the e-mail address
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
      return new Origin(author(author, site), Hashes.of(site, "a " + ip), 0);
    }
    if (address.length == 16 && Arrays.equals(address, 0, 12, IPV4_IN_IPV6, 0, 12)) {
      address = Arrays.copyOfRange(address, 12, 16);
    }
    var hex = HexFormat.of().formatHex(address);
    return new Origin(
        author(author, site),
        Hashes.of(site, "a" + hex),
        Hashes.of(site, "n" + hex.substring(0, address.length == 4 ? 6 : 12)));
  }

  private static long author(Author author, long site) {
    var id = author.id();
    if (id != null && !id.isEmpty()) {
      return Hashes.of(site, "u" + id);
    }
    var email = author.email();
    return email == null || email.isBlank()
        ? 0
        : Hashes.of(site, "e" + email.strip().toLowerCase(Locale.ROOT));
  }
}
