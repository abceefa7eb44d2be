package io.moderato.signals;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what links have about them, from what is written alone: nothing is looked up or followed. */
public final class LinkReader {
  private static final Set<String> SHORTENERS = shorteners();

  /** Scripts that are written together, such as Latin with Japanese, are fine; Latin with Cyrillic is not (UTS 39, 5.2). */
  private static final SpoofChecker MIXED = new SpoofChecker.Builder()
      .setChecks(SpoofChecker.RESTRICTION_LEVEL)
      .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
      .build();

  /** More domains than these are not told apart. */
  private static final int MOST_DOMAINS = 100;

  private LinkReader() {}

  /** @param ownAddresses of the site itself */
  public static Links read(List<FoundLink> links, Collection<String> ownAddresses) {
    if (links.isEmpty()) {
      return Links.NONE;
    }
    var own = domains(ownAddresses);
    var domains = new LinkedHashSet<String>();
    int shorteners = 0;
    int users = 0;
    int lookAlikes = 0;
    int mismatches = 0;
    int addresses = 0;
    int toItself = 0;
    for (var link : links) {
      var host = link.host();
      if (host != null) {
        var domain = host.registrableDomain();
        if (domains.size() < MOST_DOMAINS) {
          domains.add(domain);
        }
        shorteners += SHORTENERS.contains(host.name()) || SHORTENERS.contains(domain) ? 1 : 0;
        users += host.hasUser() ? 1 : 0;
        lookAlikes += imitates(host) ? 1 : 0;
        mismatches += namesAnother(link, domain) ? 1 : 0;
        addresses += host.isAddress() ? 1 : 0;
        toItself += own.contains(domain) ? 1 : 0;
      }
    }
    return new Links(
        links.size(),
        List.copyOf(domains),
        shorteners,
        users,
        lookAlikes,
        mismatches,
        addresses,
        0,
        toItself);
  }

  private static Set<String> domains(Collection<String> addresses) {
    return addresses.stream()
        .map(Host::of)
        .filter(Objects::nonNull)
        .map(Host::registrableDomain)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a label mixes scripts, or is written in letters that all look Latin under a suffix that is not of their script. */
  private static boolean imitates(Host host) {
    if (!host.name().contains("xn--")) {
      return false;
    }
    var labels = host.unicodeName().split("\\.");
    int suffixScript = script(labels[labels.length - 1]);
    for (var label : labels) {
      boolean ascii = label.chars().allMatch(unit -> unit < 128);
      if (!ascii
          && (MIXED.failsChecks(label)
              || (script(label) != UScript.LATIN
                  && script(label) != suffixScript
                  && looksLatin(label)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksLatin(String label) {
    return MIXED.getSkeleton(label).chars().allMatch(unit -> unit < 128);
  }

  /** Of its first letter. */
  private static int script(String label) {
    return label
        .codePoints()
        .filter(Character::isLetter)
        .map(UScript::getScript)
        .findFirst()
        .orElse(UScript.COMMON);
  }

  private static boolean namesAnother(FoundLink link, String domain) {
    var named = link.text().equals(link.target()) ? null : domainIn(link.text());
    return named != null && !named.equals(domain);
  }

  private static @Nullable String domainIn(String text) {
    var address = text.strip();
    if (address.regionMatches(true, 0, "http", 0, 4) && address.contains("://")) {
      address = address.substring(address.indexOf("://") + 3);
    }
    var places = BareDomains.in(address, 0, Math.min(address.length(), 300));
    var host = places.isEmpty()
        ? null
        : Host.of(address.substring(places.get(0).begin(), places.get(0).end()));
    return host == null ? null : host.registrableDomain();
  }

  private static Set<String> shorteners() {
    try (var in = Optional.ofNullable(LinkReader.class.getResourceAsStream("/links/shorteners.txt"))
        .orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
