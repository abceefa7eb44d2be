package io.moderato.dropin.perspective;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The description by which generic clients find the methods; each caller is told the address by which it came. */
final class DiscoveryDocument {
  static final String VERSION = "v1alpha1";
  private static final String RESOURCE = "/dropin/perspective-discovery.json";

  private final JsonObject document = read();

  /** @param root ends in a slash */
  JsonObject at(String root) {
    return document.copy().put("rootUrl", root).put("baseUrl", root);
  }

  private static JsonObject read() {
    try (var in = DiscoveryDocument.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the program");
      }
      return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
