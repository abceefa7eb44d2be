package io.moderato.signals;

import java.util.List;

/**
 * Where the comment leads.
 *
 * @param count links in it, each time it stands there
 * @param domains registrable domains by the public suffix list, or the host where it has none; distinct, in reading order
 * @param shorteners links through a service that hides where they lead
 * @param userInfo links with a user name before the host, which looks like a host itself
 * @param lookAlikes links whose host mixes scripts or imitates another in a foreign script
 * @param mismatches links whose text names another domain than the one they lead to
 * @param addresses links to a bare IP address
 * @param listed links to a domain that stands in a word list
 * @param own links to the site itself
 */
public record Links(
    int count,
    List<String> domains,
    int shorteners,
    int userInfo,
    int lookAlikes,
    int mismatches,
    int addresses,
    int listed,
    int own) {
  public static final Links NONE = new Links(0, List.of(), 0, 0, 0, 0, 0, 0, 0);

  public Links {
    domains = List.copyOf(domains);
  }

  public Links withListed(int count) {
    return new Links(
        this.count, domains, shorteners, userInfo, lookAlikes, mismatches, addresses, count, own);
  }
}
