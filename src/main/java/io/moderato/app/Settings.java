package io.moderato.app;

import com.mongodb.ConnectionString;
import io.moderato.http.PublicAddress;
import io.moderato.moderator.OpenIdSettings;
import io.moderato.webhook.AllowedNetworks;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can set; see {@link Setting} for names, defaults and bounds.
 *
 * @param mongodb the server to use; null for the embedded store
 * @param webhookNetworks what webhooks may reach although it is not public
 * @param adminKey the operator's key; null for the one that is made on the first start
 */
public record Settings(
    HttpSettings http,
    Path dataDir,
    Path modelsDir,
    @Nullable ConnectionString mongodb,
    @Nullable String adminKey,
    int classifyThreads,
    AllowedNetworks webhookNetworks,
    SignalSettings signals,
    SignInSettings signIn,
    String logFormat) {
  /**
   * @param port 0 for any free one
   * @param maxInFlight requests under way at once; more are refused
   */
  public record HttpSettings(String host, int port, int maxBodyBytes, int maxInFlight) {}

  /**
   * @param budget how long a comment waits for what the store tells of it
   * @param recentComments so many comments of all sites are kept in mind
   * @param recentAge for so long
   */
  public record SignalSettings(Duration budget, int recentComments, Duration recentAge) {
    public static final SignalSettings DEFAULT =
        new SignalSettings(Duration.ofMillis(50), 50_000, Duration.ofDays(7));
  }

  /**
   * How moderators come in.
   *
   * @param idle without a request, a session ends after that
   * @param most a session ends after that in any case
   * @param openId null where passwords alone let in
   */
  public record SignInSettings(
      PublicAddress address,
      Duration idle,
      Duration most,
      @Nullable OpenIdSettings openId) {
    public static final SignInSettings DEFAULT = new SignInSettings(
        new PublicAddress(null, 0), Duration.ofHours(8), Duration.ofDays(7), null);
  }

  @Override
  public String toString() {
    return "Settings[secrets hidden]";
  }
}
