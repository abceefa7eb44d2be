package io.moderato.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the running service is, and the operator's key to it. */
final class OperatorOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:MODERATO_URL:-http://127.0.0.1:8080}",
      description = "The running service (or MODERATO_URL). Default: ${DEFAULT-VALUE}")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      defaultValue = "${env:MODERATO_ADMIN_KEY}",
      description =
          "The operator's admin key (better MODERATO_ADMIN_KEY: a command line can be seen by others).")
  private @Nullable String key;

  ServiceClient client() {
    return new ServiceClient(url, "/v1", key);
  }
}
