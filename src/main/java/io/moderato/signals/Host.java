package io.moderato.signals;

import com.google.common.net.InternetDomainName;
import com.ibm.icu.text.IDNA;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host of an address, found as browsers find it (WHATWG URL): slashes may lean either way or be too few, the last {@code @} ends the
 * user name.
 *
 * @param name in lower case and ASCII, an international name as {@code xn--…}
 * @param hasUser whether a user name stands before it
 */
public record Host(String name, boolean hasUser) {
  private static final IDNA UTS46 = IDNA.getUTS46Instance(
      IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.CHECK_BIDI);
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]{0,20}):");
  private static final Set<String> LEADING_TO_HOSTS = Set.of("http", "https", "ftp");
  private static final Pattern ADDRESS = Pattern.compile("\\[.*|(.*\\.)?([0-9]+|0x[0-9a-f]*)");
  private static final int LONGEST = 253;

  /** The host of an address with or without scheme; null where it has none, as in {@code mailto:} or {@code #top}. */
  public static @Nullable Host of(String target) {
    var address = target.strip();
    var scheme = SCHEME.matcher(address);
    boolean named = scheme.find() && !looksLikePort(address, scheme.end());
    if (named && !LEADING_TO_HOSTS.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
      return null;
    }
    int begin = named ? scheme.end() : 0;
    boolean slashed = address.startsWith("//", begin) || address.startsWith("\\\\", begin);
    while (named || slashed) {
      if (begin == address.length() || !isSlash(address.charAt(begin))) {
        break;
      }
      begin++;
    }
    int end = begin;
    while (end < address.length() && "/\\?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    int user = address.lastIndexOf('@', end - 1);
    boolean hasUser = user >= begin;
    var name = name(address.substring(hasUser ? user + 1 : begin, end));
    boolean isHost =
        named || slashed ? !name.isEmpty() : name.startsWith("www.") || hasKnownSuffix(name);
    return isHost ? new Host(name, hasUser) : null;
  }

  /** The host that people mean by a name alone. */
  public static Host named(String name) {
    return new Host(name(name), false);
  }

  /** By the public suffix list, whose last rule is that any last label is a suffix; the name itself for an IP address. */
  public String registrableDomain() {
    if (isAddress()) {
      return name;
    }
    try {
      var domain = InternetDomainName.from(name);
      if (domain.hasPublicSuffix()) {
        return domain.isUnderPublicSuffix() ? domain.topPrivateDomain().toString() : name;
      }
    } catch (IllegalArgumentException e) {
      return name; // no name that could be registered
    }
    int last = name.lastIndexOf('.');
    return name.substring(name.lastIndexOf('.', last - 1) + 1);
  }

  /** An IP address in any of its spellings. */
  public boolean isAddress() {
    return ADDRESS.matcher(name).matches();
  }

  /** Whether its last labels are a suffix under which names are registered, and something stands before them. */
  boolean hasKnownSuffix() {
    return hasKnownSuffix(name);
  }

  /** The name as people read it. */
  String unicodeName() {
    return UTS46.nameToUnicode(name, new StringBuilder(), new IDNA.Info()).toString();
  }

  private static boolean hasKnownSuffix(String name) {
    try {
      return InternetDomainName.from(name).isUnderRegistrySuffix();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** {@code example.org:8080} has no scheme called example.org. */
  private static boolean looksLikePort(String address, int from) {
    return from < address.length() && Character.isDigit(address.charAt(from));
  }

  private static boolean isSlash(char unit) {
    return unit == '/' || unit == '\\';
  }

  private static String name(String written) {
    var name = written.replaceAll("[\\t\\n\\r]", "");
    if (name.startsWith("[")) {
      return name.substring(0, name.indexOf(']') + 1).toLowerCase(Locale.ROOT);
    }
    int port = name.lastIndexOf(':');
    name = port < 0 ? name : name.substring(0, port);
    if (name.contains("%")) {
      name = decoded(name);
    }
    if (name.length() > LONGEST) {
      return name.substring(name.length() - LONGEST).toLowerCase(Locale.ROOT);
    }
    var errors = new IDNA.Info();
    var ascii = UTS46.nameToASCII(name, new StringBuilder(), errors).toString();
    var lower = (ascii.isEmpty() ? name : ascii).toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
