package io.moderato.moderator;

import io.moderato.site.SiteId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What of an account is to be another way; what is null stays. */
public record AccountChanges(
    @Nullable String name,
    @Nullable Role role,
    @Nullable Set<SiteId> sites,
    @Nullable Boolean disabled) {
  Moderator applied(Moderator moderator) {
    var named = name == null ? moderator : moderator.withName(name);
    var placed =
        named.with(role == null ? named.role() : role, sites == null ? named.sites() : sites);
    return disabled == null || disabled == placed.disabled()
        ? placed
        : placed.withDisabled(disabled);
  }

  /** As audit entries have it. */
  Map<String, String> facts() {
    var facts = new TreeMap<String, String>();
    if (name != null) {
      facts.put("name", name);
    }
    if (role != null) {
      facts.put("role", role.word());
    }
    if (sites != null) {
      facts.put("sites", text(sites));
    }
    if (disabled != null) {
      facts.put("disabled", disabled.toString());
    }
    return facts;
  }

  private static String text(Set<SiteId> sites) {
    var names = new TreeSet<String>();
    sites.forEach(site -> names.add(site.value()));
    return String.join(" ", names);
  }
}
