package io.moderato.site;

import java.util.regex.Pattern;

/** A site's name in addresses and keys: up to 64 lower-case letters, digits and hyphens. */
public record SiteId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

  public SiteId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a site id is up to 64 lower-case letters, digits and hyphens, was '%s'"
              .formatted(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
