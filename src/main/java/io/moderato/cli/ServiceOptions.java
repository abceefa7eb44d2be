package io.moderato.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the running service is, and what it may be asked with. */
final class ServiceOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:MODERATO_URL:-http://127.0.0.1:8080}",
      description = "The running service (or MODERATO_URL). Default: ${DEFAULT-VALUE}")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--site",
      paramLabel = "SITE",
      defaultValue = "${env:MODERATO_SITE}",
      description = "The site's id (or MODERATO_SITE).")
  private @Nullable String site;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      defaultValue = "${env:MODERATO_KEY}",
      description =
          "A key of the site, or the operator's (better MODERATO_KEY: a command line can be seen by others).")
  private @Nullable String key;

  /** @throws RefusedException if no site is named */
  ServiceClient client() {
    return new ServiceClient(url, "/v1/sites/" + site(), key);
  }

  /** @throws RefusedException if none is named */
  String site() {
    if (site == null || site.isBlank()) {
      throw new RefusedException("--site is missing: name the site, or set MODERATO_SITE.");
    }
    return site;
  }

  URI url() {
    return url;
  }
}
