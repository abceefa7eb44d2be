package io.moderato.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Each setting: its key in {@code moderato.yaml}, its default, and what it is for. Environment and flags are named after the key. */
public enum Setting {
  HTTP_HOST("http.host", "127.0.0.1", "Address to listen on; 0.0.0.0 for every interface."),
  HTTP_PORT("http.port", "8080", "Port to listen on, 0 to 65535; 0 for any free one."),
  HTTP_MAX_BODY_BYTES(
      "http.max-body-bytes", "4194304", "Largest request body in bytes, 1024 to 134217728."),
  HTTP_MAX_IN_FLIGHT(
      "http.max-in-flight", "1000", "Requests under way at once, 1 to 100000; more get 503."),
  HTTP_PROXIES(
      "http.proxies",
      "0",
      "Reverse proxies in front, 0 to 9; so many of the last addresses in X-Forwarded-For are believed."),
  PUBLIC_URL(
      "public.url",
      "",
      "Address under which moderators' browsers reach the service (https://moderation.example.org)."),
  DATA_DIR("data.dir", "data", "Folder of the embedded store."),
  MODELS_DIR("models.dir", "models", "Folder of the models."),
  MONGODB_URI(
      "mongodb.uri", "", "MongoDB to store in (mongodb://...); without it, the embedded store."),
  ADMIN_KEY(
      "admin.key",
      "",
      "The operator's key, 16 to 400 characters; without it, one is made and printed once."),
  CLASSIFY_THREADS(
      "classify.threads", "0", "Threads that score texts, 0 to 256; 0 for as many as cores."),
  WEBHOOK_ALLOWED_NETWORKS(
      "webhook.allowed-networks",
      "",
      "Hosts, addresses and networks that webhooks may reach though they are not public, with commas between."),
  SIGNALS_BUDGET_MS(
      "signals.budget-ms",
      "50",
      "Milliseconds that a comment waits for what the store tells of it, 1 to 10000; what comes later is missing."),
  RECENT_COMMENTS(
      "recent.comments",
      "50000",
      "Latest comments kept in memory to find repeats, 1000 to 1000000; 50000 take some 35 MB."),
  RECENT_DAYS("recent.days", "7", "Days after which a comment is no repeat any more, 1 to 30."),
  SESSION_IDLE_MINUTES(
      "session.idle-minutes",
      "480",
      "Minutes without a request after which a moderator is signed out, 5 to 10080."),
  SESSION_MOST_HOURS(
      "session.most-hours",
      "168",
      "Hours after which a moderator is signed out in any case, 1 to 2160."),
  OPENID_ISSUER(
      "openid.issuer",
      "",
      "Provider of OpenID Connect that moderators may sign in with (https://login.example.org)."),
  OPENID_CLIENT_ID("openid.client-id", "", "What the provider calls this service."),
  OPENID_CLIENT_SECRET("openid.client-secret", "", "The secret shared with the provider."),
  OPENID_LOGIN_CLAIM(
      "openid.login-claim",
      "preferred_username",
      "Which of the provider's claims is the login; 'email' wants a verified address."),
  OPENID_NAME("openid.name", "OpenID Connect", "What the button to the provider says."),
  OPENID_CREATE(
      "openid.create",
      "false",
      "Whether whom the provider knows, and no account, gets one: a moderator of no site yet."),
  LOG_FORMAT("log.format", "text", "How log lines look: text or json.");

  private final String key;
  private final String defaultValue;
  private final String description;

  Setting(String key, String defaultValue, String description) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.description = description;
  }

  /** In {@code moderato.yaml}: {@code http.port}, nested or with dots. */
  public String key() {
    return key;
  }

  /** Empty where nothing is set by default. */
  public String defaultValue() {
    return defaultValue;
  }

  public String description() {
    return description;
  }

  /** {@code MODERATO_HTTP_PORT}. */
  public String variable() {
    return "MODERATO_" + name();
  }

  /** {@code --http-port}. */
  public String flag() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Setting> withKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }

  static Optional<Setting> withVariable(String variable) {
    return Arrays.stream(values())
        .filter(setting -> setting.variable().equals(variable))
        .findFirst();
  }
}
