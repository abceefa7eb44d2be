package io.moderato.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What was built: {@code version.properties}, filled in by the build. */
public final class Version {
  private static final Properties PROPERTIES = read();

  private Version() {}

  /** Of Moderato. */
  public static String current() {
    return PROPERTIES.getProperty("moderato");
  }

  /** Of a WebJar that is part of the build. */
  static String ofWebJar(String name) {
    return PROPERTIES.getProperty(name);
  }

  private static Properties read() {
    try (var in = Version.class.getResourceAsStream("/version.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
