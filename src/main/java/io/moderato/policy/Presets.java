package io.moderato.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The policies that come with the service; each is read when it is first asked for, which takes part of a second. */
public final class Presets {
  /** Of the policy of a site that has chosen no other. */
  public static final String DEFAULT_ID = "default@1";

  private static final List<String> NAMES =
      List.of("default", "blog", "news", "children", "research-discussion");
  private static final int VERSION = 1;
  private static final Map<String, Policy> READ = new ConcurrentHashMap<>();

  private Presets() {}

  /** The policy of a site that has chosen no other. */
  public static Policy defaultPolicy() {
    return named("default").orElseThrow();
  }

  public static List<String> names() {
    return NAMES;
  }

  public static Optional<Policy> named(String name) {
    return NAMES.contains(name)
        ? Optional.of(READ.computeIfAbsent(name, Presets::read))
        : Optional.empty();
  }

  /** @param id name and version: {@code blog@1} */
  public static boolean isPreset(String id) {
    return NAMES.stream().anyMatch(name -> id.equals(name + "@" + VERSION));
  }

  public static Optional<Policy> withId(String id) {
    return isPreset(id) ? named(id.substring(0, id.indexOf('@'))) : Optional.empty();
  }

  private static Policy read(String name) {
    var file = "/policies/" + name + ".yaml";
    try (var in = Objects.requireNonNull(Presets.class.getResourceAsStream(file))) {
      return PolicyReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), VERSION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
