package io.moderato.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of IP addresses, as in CIDR notation (RFC 4632).
 *
 * @param bits how many leading bits its addresses share
 */
record Network(InetAddress base, int bits) {
  private static final String BYTE =
      "(0|[1-9][0-9]{0,2})"; // a zero before it would make it octal to some
  private static final Pattern LITERAL =
      Pattern.compile(BYTE + "(\\." + BYTE + "){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** @throws IllegalArgumentException unless it is {@code 10.0.0.0/8}, {@code fd00::/8}, or one address */
  static Network of(String text) {
    var slash = text.indexOf('/');
    var base = address(slash < 0 ? text : text.substring(0, slash));
    var most = base.getAddress().length * Byte.SIZE;
    var bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > most) {
      throw new IllegalArgumentException("no network has a prefix of %d bits".formatted(bits));
    }
    return new Network(base, bits);
  }

  /** Of a literal; no name is looked up. */
  static InetAddress address(String literal) {
    if (!isLiteral(literal)) {
      throw new IllegalArgumentException("'%s' is no IP address".formatted(literal));
    }
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("'%s' is no IP address".formatted(literal), e);
    }
  }

  static boolean isLiteral(String text) {
    return LITERAL.matcher(text).matches();
  }

  boolean contains(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
