package io.moderato.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import io.moderato.app.Settings.SignInSettings;
import io.moderato.http.PublicAddress;
import io.moderato.moderator.OpenIdSettings;
import io.moderato.webhook.AllowedNetworks;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts settings together: defaults, then {@code moderato.yaml}, then the environment, then flags; the later wins. */
public final class SettingsLoader {
  private static final String PREFIX = "MODERATO_";

  /** What Kubernetes sets in every container beside a service that is called {@code moderato}. */
  private static final Pattern KUBERNETES = Pattern.compile("MODERATO_(SERVICE_.*|PORT|PORT_.*)");

  private static final Pattern ADMIN_KEY = Pattern.compile("[!-~]{16,400}");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

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
    return read(file, environment, flags).loaded();
  }

  /**
   * As {@link #load}, for a store in {@code folder} that is thrown away; a store of one's own, or an address that others reach, is a mistake.
   */
  public static Settings loadForDemo(
      Path file, Map<String, String> environment, Map<Setting, String> flags, Path folder) {
    var loader = read(file, environment, flags);
    for (var store : List.of(Setting.MONGODB_URI, Setting.DATA_DIR)) {
      if (!loader.values.getOrDefault(store, "").isEmpty()) {
        loader.mistake(store, "goes not together with --demo, which throws its store away");
      }
    }
    if (!LOOPBACK.contains(loader.text(Setting.HTTP_HOST))) {
      loader.mistake(Setting.HTTP_HOST, "must be 127.0.0.1, ::1 or localhost with --demo");
    }
    loader.values.remove(Setting.MONGODB_URI);
    loader.values.put(Setting.DATA_DIR, folder.toString());
    return loader.loaded();
  }

  private static SettingsLoader read(
      Path file, Map<String, String> environment, Map<Setting, String> flags) {
    var loader = new SettingsLoader();
    loader.readFile(file);
    loader.readEnvironment(environment);
    flags.forEach((setting, value) -> loader.set(setting, value, setting.flag()));
    return loader;
  }

  private Settings loaded() {
    var settings = settings();
    if (settings == null || !mistakes.isEmpty()) {
      throw new SettingsException(mistakes);
    }
    return settings;
  }

  private void readFile(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      var root = YAML.readTree(Files.readString(file));
      if (root.isObject()) {
        flatten("", root, file);
      } else if (!root.isMissingNode() && !root.isNull()) {
        mistakes.add("%s: must hold settings as 'key: value'".formatted(file));
      }
    } catch (JacksonException e) {
      mistakes.add(unreadable(file, e));
    } catch (CharacterCodingException e) {
      mistakes.add("%s: can't be read: it is not UTF-8".formatted(file));
    } catch (IOException e) {
      mistakes.add("%s: can't be read: %s".formatted(file, e.getMessage()));
    }
  }

  private void flatten(String key, JsonNode node, Path file) {
    if (node.isObject()) {
      node.properties()
          .forEach(entry -> flatten(
              key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(), entry.getValue(), file));
    } else if (node.isArray()) {
      mistakes.add("%s in %s: must be one value, not a list".formatted(key, file));
    } else if (!node.isNull()) { // a key without a value sets nothing
      Setting.withKey(key)
          .ifPresentOrElse(
              setting -> set(setting, node.asText(), key + " in " + file),
              () -> mistakes.add("%s in %s: there is no such setting".formatted(key, file)));
    }
  }

  /** The parser's own sentence quotes the file, which may hold secrets. */
  private static String unreadable(Path file, JacksonException e) {
    var location = e.getLocation();
    return location == null
        ? "%s: is not YAML".formatted(file)
        : "%s: is not YAML, at line %d, column %d, or gives a key twice"
            .formatted(file, location.getLineNr(), location.getColumnNr());
  }

  private void readEnvironment(Map<String, String> environment) {
    new TreeMap<>(environment).forEach((variable, value) -> {
      if (variable.startsWith(PREFIX) && !KUBERNETES.matcher(variable).matches()) {
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
    var dataDir = path(Setting.DATA_DIR);
    var modelsDir = path(Setting.MODELS_DIR);
    var uri = optional(Setting.MONGODB_URI);
    var mongodb = uri == null ? null : connection(uri);
    var adminKey = optional(Setting.ADMIN_KEY);
    if (adminKey != null && !ADMIN_KEY.matcher(adminKey).matches()) { // it travels in a header
      mistake(
          Setting.ADMIN_KEY,
          "must be 16 to 400 letters, digits or signs of ASCII, without white space");
    }
    var threads = number(Setting.CLASSIFY_THREADS, 0, 256);
    var webhookNetworks = networks();
    var signals = new Settings.SignalSettings(
        Duration.ofMillis(number(Setting.SIGNALS_BUDGET_MS, 1, 10_000)),
        number(Setting.RECENT_COMMENTS, 1000, 1_000_000),
        Duration.ofDays(number(Setting.RECENT_DAYS, 1, 30)));
    var signIn = signIn();
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
            webhookNetworks,
            signals,
            signIn,
            logFormat);
  }

  private SignInSettings signIn() {
    var url = webAddress(Setting.PUBLIC_URL);
    return new SignInSettings(
        new PublicAddress(url, number(Setting.HTTP_PROXIES, 0, 9)),
        Duration.ofMinutes(number(Setting.SESSION_IDLE_MINUTES, 5, 10_080)),
        Duration.ofHours(number(Setting.SESSION_MOST_HOURS, 1, 2160)),
        openId(url));
  }

  private @Nullable OpenIdSettings openId(@Nullable URI publicUrl) {
    var issuer = webAddress(Setting.OPENID_ISSUER);
    var clientId = optional(Setting.OPENID_CLIENT_ID);
    var clientSecret = optional(Setting.OPENID_CLIENT_SECRET);
    var loginClaim = text(Setting.OPENID_LOGIN_CLAIM);
    var name = text(Setting.OPENID_NAME);
    var create = flag(Setting.OPENID_CREATE);
    if (issuer == null) {
      return null;
    }
    if (publicUrl == null || clientId == null || clientSecret == null) {
      mistake(
          Setting.OPENID_ISSUER, "wants public.url, openid.client-id and openid.client-secret too");
      return null;
    }
    return new OpenIdSettings(issuer, clientId, clientSecret, loginClaim, name, create);
  }

  /** Without a path's last slash. */
  private @Nullable URI webAddress(Setting setting) {
    var text = optional(setting);
    if (text == null) {
      return null;
    }
    try {
      var url = new URI(text.replaceFirst("/+$", ""));
      if (List.of("http", "https").contains(String.valueOf(url.getScheme()))
          && url.getHost() != null
          && url.getUserInfo() == null
          && url.getQuery() == null
          && url.getFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    mistake(setting, "must be an address such as https://example.org, was '%s'".formatted(text));
    return null;
  }

  private boolean flag(Setting setting) {
    var value = text(setting);
    if (!value.equals("true") && !value.equals("false")) {
      mistake(setting, "must be true or false, was '%s'".formatted(value));
    }
    return value.equals("true");
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
    var value = values.getOrDefault(setting, setting.defaultValue());
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

  private @Nullable Path path(Setting setting) {
    try {
      return Path.of(text(setting));
    } catch (InvalidPathException e) {
      mistake(setting, "can't be used: " + e.getMessage());
      return null;
    }
  }

  private AllowedNetworks networks() {
    try {
      return AllowedNetworks.of(values.getOrDefault(Setting.WEBHOOK_ALLOWED_NETWORKS, ""));
    } catch (IllegalArgumentException e) {
      mistake(Setting.WEBHOOK_ALLOWED_NETWORKS, String.valueOf(e.getMessage()));
      return AllowedNetworks.NONE;
    }
  }

  /** Neither the URI nor the driver's sentence is shown: both may hold the password. */
  private @Nullable ConnectionString connection(String uri) {
    try {
      return new ConnectionString(uri);
    } catch (IllegalArgumentException e) {
      mistake(
          Setting.MONGODB_URI,
          "must be a MongoDB connection string (mongodb://user:password@host:27017/database), with"
              + " the signs : / ? # [ ] @ % of user and password percent-encoded");
    } catch (MongoException e) {
      mistake(Setting.MONGODB_URI, "names a mongodb+srv host that can't be looked up");
    }
    return null;
  }

  private void mistake(Setting setting, String what) {
    mistakes.add(sources.getOrDefault(setting, setting.key()) + ": " + what);
  }
}
