package io.moderato.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.mongodb.ConnectionString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts settings together: defaults, then {@code moderato.yaml}, then the environment, then flags; the later wins. */
public final class SettingsLoader {
  private static final String PREFIX = "MODERATO_";
  private static final int SHORTEST_KEY = 16;

  private final List<String> mistakes = new ArrayList<>();
  private final Map<Setting, String> values = new EnumMap<>(Setting.class);
  private final Map<Setting, String> sources = new EnumMap<>(Setting.class);

  private SettingsLoader() {}

  /**
   * @param file need not exist
   * @throws SettingsException with every mistake that there is
   */
  public static Settings load(
      Path file, Map<String, String> environment, Map<Setting, String> flags) {
    var loader = new SettingsLoader();
    loader.readFile(file);
    loader.readEnvironment(environment);
    flags.forEach((setting, value) -> loader.set(setting, value, setting.flag()));
    var settings = loader.settings();
    if (settings == null || !loader.mistakes.isEmpty()) {
      throw new SettingsException(loader.mistakes);
    }
    return settings;
  }

  private void readFile(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      flatten("", new YAMLMapper().readTree(Files.readString(file)), file);
    } catch (JacksonException e) {
      mistakes.add("%s: is not YAML: %s".formatted(file, e.getOriginalMessage()));
    } catch (IOException e) {
      mistakes.add("%s: can't be read: %s".formatted(file, e.getMessage()));
    }
  }

  private void flatten(String key, JsonNode node, Path file) {
    if (node.isObject()) {
      node.properties()
          .forEach(entry -> flatten(
              key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(), entry.getValue(), file));
    } else if (!node.isMissingNode() && !key.isEmpty()) {
      Setting.withKey(key)
          .ifPresentOrElse(
              setting -> set(setting, node.asText(), key + " in " + file),
              () -> mistakes.add("%s in %s: there is no such setting".formatted(key, file)));
    }
  }

  private void readEnvironment(Map<String, String> environment) {
    new TreeMap<>(environment).forEach((variable, value) -> {
      if (variable.startsWith(PREFIX)) {
        Setting.withVariable(variable)
            .ifPresentOrElse(
                setting -> set(setting, value, variable),
                () -> mistakes.add(variable + ": there is no such setting"));
      }
    });
  }

  private void set(Setting setting, String value, String source) {
    values.put(setting, value);
    sources.put(setting, source);
  }

  private @Nullable Settings settings() {
    var http = new Settings.HttpSettings(
        text(Setting.HTTP_HOST),
        number(Setting.HTTP_PORT, 0, 65_535),
        number(Setting.HTTP_MAX_BODY_BYTES, 1024, 128 * 1024 * 1024),
        number(Setting.HTTP_MAX_IN_FLIGHT, 1, 100_000));
    var dataDir = parsed(Setting.DATA_DIR, Path::of);
    var modelsDir = parsed(Setting.MODELS_DIR, Path::of);
    var mongodb = optional(Setting.MONGODB_URI) == null
        ? null
        : parsed(Setting.MONGODB_URI, ConnectionString::new);
    var adminKey = optional(Setting.ADMIN_KEY);
    if (adminKey != null
        && (adminKey.length() < SHORTEST_KEY || !adminKey.strip().equals(adminKey))) {
      mistake(
          Setting.ADMIN_KEY,
          "must be at least %d characters without white space around".formatted(SHORTEST_KEY));
    }
    var threads = number(Setting.CLASSIFY_THREADS, 0, 256);
    var logFormat = text(Setting.LOG_FORMAT);
    if (!logFormat.equals("text") && !logFormat.equals("json")) {
      mistake(Setting.LOG_FORMAT, "must be text or json, was '%s'".formatted(logFormat));
    }
    return dataDir == null || modelsDir == null
        ? null
        : new Settings(
            http,
            dataDir,
            modelsDir,
            mongodb,
            adminKey,
            threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
            logFormat);
  }

  private String text(Setting setting) {
    var value = values.getOrDefault(setting, setting.defaultValue());
    if (value.isBlank()) {
      mistake(setting, "must not be empty");
    }
    return value;
  }

  private @Nullable String optional(Setting setting) {
    var value = values.getOrDefault(setting, "");
    return value.isEmpty() ? null : value;
  }

  private int number(Setting setting, int least, int most) {
    var value = text(setting);
    try {
      var number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    mistake(
        setting, "must be a whole number from %d to %d, was '%s'".formatted(least, most, value));
    return least;
  }

  private <T> @Nullable T parsed(Setting setting, Function<String, T> parser) {
    try {
      return parser.apply(text(setting));
    } catch (IllegalArgumentException e) {
      // The URI may hold a password, so the driver's sentence is given, not the value.
      mistake(setting, "can't be used: " + e.getMessage());
      return null;
    }
  }

  private void mistake(Setting setting, String what) {
    mistakes.add(sources.getOrDefault(setting, setting.key()) + ": " + what);
  }
}
