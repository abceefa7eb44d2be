package io.moderato.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ConnectionString;
import io.moderato.app.Settings.HttpSettings;
import io.moderato.app.Settings.SignInSettings;
import io.moderato.app.Settings.SignalSettings;
import io.moderato.http.PublicAddress;
import io.moderato.moderator.OpenIdSettings;
import io.moderato.webhook.AllowedNetworks;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsLoaderTest {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final String SECRET = "s3cr3t-that-no-log-may-show";

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void name_the_file() {
    file = folder.resolve("moderato.yaml");
  }

  @Test
  void without_anything_set_the_defaults_count() {
    assertThat(load(Map.of(), Map.of()))
        .isEqualTo(new Settings(
            new HttpSettings("127.0.0.1", 8080, 4 * 1024 * 1024, 1000),
            Path.of("data"),
            Path.of("models"),
            null,
            null,
            CORES,
            AllowedNetworks.NONE,
            SignalSettings.DEFAULT,
            SignInSettings.DEFAULT,
            "text"));
  }

  @Test
  void what_kubernetes_sets_beside_a_service_of_that_name_is_no_setting() {
    var environment = Map.of(
        "MODERATO_SERVICE_HOST", "10.0.0.1",
        "MODERATO_PORT", "tcp://10.0.0.1:8080",
        "MODERATO_PORT_8080_TCP_PORT", "8080");

    assertThat(load(environment, Map.of())).isEqualTo(load(Map.of(), Map.of()));
  }

  @Test
  void a_network_that_is_none_is_a_mistake() {
    assertThatThrownBy(() ->
            load(Map.of("MODERATO_WEBHOOK_ALLOWED_NETWORKS", "10.0.0.0/8, 10.0.0.0/33"), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("MODERATO_WEBHOOK_ALLOWED_NETWORKS: must be hosts")
        .hasMessageContaining("'10.0.0.0/33' is none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "ftp://example.org",
        "https://",
        "https://u:p@example.org",
        "https://example.org?a",
        "https://exa mple"
      })
  void a_public_address_that_no_browser_could_go_to_is_a_mistake(String url) {
    assertThatThrownBy(() -> load(Map.of("MODERATO_PUBLIC_URL", url), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("MODERATO_PUBLIC_URL: must be an address");
  }

  @Test
  void a_provider_alone_is_not_enough() {
    assertThatThrownBy(
            () -> load(Map.of("MODERATO_OPENID_ISSUER", "https://login.example.org"), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "MODERATO_OPENID_ISSUER: wants public.url, openid.client-id and openid.client-secret too");
  }

  @Test
  void everything_can_be_set_in_the_file() throws IOException {
    Files.writeString(file, """
        http:
          host: 0.0.0.0
          port: 9090
          max-body-bytes: 1024
          max-in-flight: 7
        data.dir: /var/lib/moderato
        models: { dir: /opt/models }
        mongodb.uri: mongodb://db.example.org/comments
        admin.key: 0123456789abcdef
        classify.threads: 3
        webhook.allowed-networks: 10.1.0.0/16, hooks.internal
        signals.budget-ms: 80
        recent: { comments: 2000, days: 3 }
        http.proxies: 2
        public.url: https://moderation.example.org/
        session: { idle-minutes: 30, most-hours: 12 }
        openid:
          issuer: https://login.example.org/house
          client-id: moderato
          client-secret: not told
          login-claim: email
          name: Example House
          create: true
        log.format: json
        """);

    assertThat(load(Map.of(), Map.of()))
        .isEqualTo(new Settings(
            new HttpSettings("0.0.0.0", 9090, 1024, 7),
            Path.of("/var/lib/moderato"),
            Path.of("/opt/models"),
            new ConnectionString("mongodb://db.example.org/comments"),
            "0123456789abcdef",
            3,
            AllowedNetworks.of("10.1.0.0/16, hooks.internal"),
            new SignalSettings(Duration.ofMillis(80), 2000, Duration.ofDays(3)),
            new SignInSettings(
                new PublicAddress(URI.create("https://moderation.example.org"), 2),
                Duration.ofMinutes(30),
                Duration.ofHours(12),
                new OpenIdSettings(
                    URI.create("https://login.example.org/house"),
                    "moderato",
                    "not told",
                    "email",
                    "Example House",
                    true)),
            "json"));
  }

  @Test
  void the_file_beats_the_default_the_environment_the_file_and_a_flag_the_environment()
      throws IOException {
    var environment = Map.of("MODERATO_HTTP_PORT", "3", "PATH", "/bin", "moderato_http_port", "9");
    var flags = Map.of(Setting.HTTP_PORT, "4");

    assertThat(load(Map.of(), Map.of()).http().port()).isEqualTo(8080);
    Files.writeString(file, "http.port: 2");
    assertThat(load(Map.of(), Map.of()).http().port()).isEqualTo(2);
    assertThat(load(environment, Map.of()).http().port()).isEqualTo(3);
    assertThat(load(environment, flags).http().port()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void every_setting_has_a_variable_and_a_flag_named_after_its_key(Setting setting) {
    var name = setting.key().replace('.', '-');

    assertThat(setting.flag()).isEqualTo("--" + name);
    assertThat(setting.variable())
        .isEqualTo("MODERATO_" + name.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_PORT, 0", "HTTP_PORT, 65535",
    "HTTP_MAX_BODY_BYTES, 1024", "HTTP_MAX_BODY_BYTES, 134217728",
    "HTTP_MAX_IN_FLIGHT, 1", "HTTP_MAX_IN_FLIGHT, 100000",
    "CLASSIFY_THREADS, 256", "ADMIN_KEY, 0123456789abcdef",
    "ADMIN_KEY, ''", "MONGODB_URI, ''"
  })
  void takes_a_value_at_the_bound(Setting setting, String value) {
    assertThat(load(Map.of(), Map.of(setting, value))).isInstanceOf(Settings.class);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_PORT, -1",
    "HTTP_PORT, 65536",
    "HTTP_PORT, 80x",
    "HTTP_PORT, ''",
    "HTTP_PORT, 1e3",
    "HTTP_MAX_BODY_BYTES, 1023",
    "HTTP_MAX_BODY_BYTES, 134217729",
    "HTTP_MAX_BODY_BYTES, 99999999999",
    "HTTP_MAX_IN_FLIGHT, 0",
    "HTTP_MAX_IN_FLIGHT, 100001",
    "CLASSIFY_THREADS, -1",
    "CLASSIFY_THREADS, 257",
    "HTTP_HOST, ''",
    "HTTP_HOST, ' '",
    "DATA_DIR, ''",
    "MODELS_DIR, ' '",
    "ADMIN_KEY, 0123456789abcde",
    "ADMIN_KEY, ' 0123456789abcdef'",
    "ADMIN_KEY, '0123456789 abcdef'",
    "ADMIN_KEY, 0123456789abcdeé",
    "MONGODB_URI, localhost:27017",
    "MONGODB_URI, 'mongodb://'",
    "MONGODB_URI, ' '",
    "LOG_FORMAT, xml",
    "LOG_FORMAT, JSON"
  })
  void refuses_a_value_beyond_the_bound_and_names_where_it_was_set(Setting setting, String value) {
    assertThat(mistakes(Map.of(setting.variable(), value), Map.of()))
        .singleElement()
        .asString()
        .startsWith(setting.variable() + ": ");
    assertThat(mistakes(Map.of(), Map.of(setting, value)))
        .singleElement()
        .asString()
        .startsWith(setting.flag() + ": ");
  }

  @Test
  void an_admin_key_that_no_request_could_carry_is_refused() {
    assertThat(load(Map.of(), Map.of(Setting.ADMIN_KEY, "k".repeat(400))).adminKey())
        .hasSize(400);
    assertThat(mistakes(Map.of(), Map.of(Setting.ADMIN_KEY, "k".repeat(401)))).hasSize(1);
  }

  @Test
  void all_mistakes_are_reported_at_once_each_by_its_key() throws IOException {
    Files.writeString(file, """
        http: { port: many, prot: 80 }
        log.format: xml
        """);
    var environment = Map.of(
        "MODERATO_ADMIN_KEY", "short", "MODERATO_HTPP_PORT", "8080", "MODERATO_DATA_DIR", "a\0b");

    var mistakes = mistakes(environment, Map.of(Setting.CLASSIFY_THREADS, "-1"));

    assertThat(mistakes)
        .containsExactlyInAnyOrder(
            "http.prot in %s: there is no such setting".formatted(file),
            "MODERATO_HTPP_PORT: there is no such setting",
            "http.port in %s: must be a whole number from 0 to 65535, was 'many'".formatted(file),
            "MODERATO_DATA_DIR: can't be used: Nul character not allowed: a\0b",
            "MODERATO_ADMIN_KEY: must be 16 to 400 letters, digits or signs of ASCII, without white space",
            "--classify-threads: must be a whole number from 0 to 256, was '-1'",
            "log.format in %s: must be text or json, was 'xml'".formatted(file));
  }

  @Test
  void the_exception_says_every_mistake() {
    assertThatThrownBy(() -> load(Map.of("MODERATO_HTTP_PORT", "x", "MODERATO_X", ""), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll("MODERATO_HTTP_PORT: ", "MODERATO_X: ");
  }

  @Test
  void a_setting_without_a_value_counts_as_not_set() throws IOException {
    Files.writeString(file, "data.dir:\nhttp: { port: ~ }\nmongodb.uri:\nadmin.key: ''\nlog:\n");

    assertThat(load(Map.of(), Map.of())).isEqualTo(loadDefaults());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing but a comment\n", "---\n"})
  void an_empty_file_sets_nothing(String empty) throws IOException {
    Files.writeString(file, empty);

    assertThat(load(Map.of(), Map.of())).isEqualTo(loadDefaults());
  }

  @ParameterizedTest
  @ValueSource(strings = {"just a sentence", "- http.port", "7"})
  void a_file_without_keys_is_refused(String text) throws IOException {
    Files.writeString(file, text);

    assertThat(mistakes(Map.of(), Map.of()))
        .containsExactly("%s: must hold settings as 'key: value'".formatted(file));
  }

  @Test
  void a_list_is_no_value() throws IOException {
    Files.writeString(file, "http.host: [127.0.0.1, 127.0.0.2]");

    assertThat(mistakes(Map.of(), Map.of()))
        .containsExactly("http.host in %s: must be one value, not a list".formatted(file));
  }

  @Test
  void a_setting_that_the_file_gives_twice_is_refused() throws IOException {
    Files.writeString(file, "http.port: 1\nhttp.port: 2\n");

    assertThat(mistakes(Map.of(), Map.of()))
        .singleElement()
        .asString()
        .startsWith("%s: is not YAML, at line 2, ".formatted(file))
        .endsWith(", or gives a key twice");
  }

  @Test
  void a_file_that_is_not_yaml_is_refused_with_its_line() throws IOException {
    Files.writeString(file, "http:\n  port: [\n");

    assertThat(mistakes(Map.of(), Map.of()))
        .singleElement()
        .asString()
        .startsWith("%s: is not YAML, at line ".formatted(file));
  }

  @Test
  void a_file_that_is_not_utf_8_is_refused() throws IOException {
    Files.write(file, "log.format: té".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(mistakes(Map.of(), Map.of()))
        .containsExactly("%s: can't be read: it is not UTF-8".formatted(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mongodb://ada:%s/x@db.example.org",
        "mongodb://ada:%s@db.example.org:none",
        "mongodb://ada:%s@db.example.org@elsewhere",
        "mongodb://ada:%%zz%s@db.example.org",
        "mongodb://ada:%s",
        "mongodb+srv://ada:%s@db.example.org:27017",
        "http://ada:%s@db.example.org"
      })
  void a_password_in_a_uri_that_cannot_be_used_is_never_shown(String uri) {
    var failure = catchThrowableOfType(
        SettingsException.class,
        () -> load(Map.of(), Map.of(Setting.MONGODB_URI, uri.formatted(SECRET))));

    assertThat(failure.mistakes()).singleElement().asString().startsWith("--mongodb-uri: ");
    assertThat(failure).hasMessageNotContaining(SECRET).hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin.key: \"%s\nhttp.port: 1",
        "admin.key: [%s",
        "admin.key: { x: %s",
        "\t%s",
        "%s: 1: 2"
      })
  void a_secret_in_a_file_that_is_not_yaml_is_never_shown(String yaml) throws IOException {
    Files.writeString(file, yaml.formatted(SECRET));

    assertThat(mistakes(Map.of(), Map.of()))
        .isNotEmpty()
        .allSatisfy(mistake -> assertThat(mistake).doesNotContain(SECRET));
  }

  @Test
  void an_admin_key_that_cannot_be_used_is_never_shown() {
    assertThat(mistakes(Map.of("MODERATO_ADMIN_KEY", SECRET + " "), Map.of()))
        .singleElement()
        .asString()
        .doesNotContain(SECRET);
  }

  @Test
  void settings_never_show_their_secrets() {
    var settings = load(
        Map.of(),
        Map.of(
            Setting.ADMIN_KEY,
            SECRET,
            Setting.MONGODB_URI,
            "mongodb://ada:" + SECRET + "@db.example.org"));

    assertThat(settings.adminKey()).isEqualTo(SECRET);
    assertThat(settings.toString()).doesNotContain(SECRET);
  }

  private Settings loadDefaults() {
    return SettingsLoader.load(folder.resolve("absent.yaml"), Map.of(), Map.of());
  }

  private Settings load(Map<String, String> environment, Map<Setting, String> flags) {
    return SettingsLoader.load(file, environment, flags);
  }

  private List<String> mistakes(Map<String, String> environment, Map<Setting, String> flags) {
    return catchThrowableOfType(SettingsException.class, () -> load(environment, flags))
        .mistakes();
  }
}
