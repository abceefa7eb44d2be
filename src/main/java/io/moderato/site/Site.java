package io.moderato.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for moderation: a blog, a newspaper, a forum.
 *
 * @param languages BCP 47 codes its readers write in; empty where any is welcome
 * @param retentionDays how long rejected and withdrawn comments are kept; null for ever
 * @param sharedLists names of the operator's word lists that it goes by, besides its own
 * @param rejectReasons in their words, for moderators to choose from and for authors to be told
 * @param draws how many of the approved comments people look at
 * @param requiredToActivate of each policy that is to decide from then on
 * @param policies what it was judged by lately, what is active first; empty where it never chose and the default policy decides
 * @param version grows with every change; for compare-and-set
 */
public record Site(
    SiteId id,
    String name,
    @Nullable String url,
    List<String> languages,
    @Nullable Integer retentionDays,
    Privacy privacy,
    DoorSettings doors,
    List<String> sharedLists,
    List<String> rejectReasons,
    DrawRates draws,
    ActivationRequirements requiredToActivate,
    List<ApiKey> keys,
    List<Webhook> webhooks,
    List<PolicyActivation> policies,
    Instant createdAt,
    int version) {
  private static final int MOST_ACTIVATIONS = 20;

  public Site {
    languages = List.copyOf(languages);
    sharedLists = List.copyOf(sharedLists);
    rejectReasons = List.copyOf(rejectReasons);
    keys = List.copyOf(keys);
    webhooks = List.copyOf(webhooks);
    policies = List.copyOf(policies);
  }

  /** The key with this hash, unless it was revoked. */
  public Optional<ApiKey> keyWithHash(String hash) {
    return keys.stream().filter(key -> key.hash().equals(hash)).findFirst();
  }

  /**
   * Whether the site's readers write in the language, as far as the site says; what could not be told ({@code und}) always counts. Only
   * the first part of a code is compared: {@code pt-BR} expects {@code pt}.
   */
  public boolean expects(String language) {
    return languages.isEmpty()
        || language.equals("und")
        || languages.stream().anyMatch(own -> primary(own).equalsIgnoreCase(primary(language)));
  }

  private static String primary(String language) {
    return language.split("-", 2)[0];
  }

  /** Whether anybody of the site's wants to hear of decisions. */
  public boolean listens() {
    return webhooks.stream().anyMatch(Webhook::enabled);
  }

  public Optional<Webhook> webhook(String id) {
    return webhooks.stream().filter(webhook -> webhook.id().equals(id)).findFirst();
  }

  public Site withKeys(List<ApiKey> keys) {
    return with(keys, webhooks, policies);
  }

  public Site withWebhooks(List<Webhook> webhooks) {
    return with(keys, webhooks, policies);
  }

  /** With one more activation; what lies far back is forgotten. */
  public Site activating(PolicyActivation activation) {
    var latest = Stream.concat(Stream.of(activation), policies.stream())
        .limit(MOST_ACTIVATIONS)
        .toList();
    return with(keys, webhooks, latest);
  }

  public Site withPolicies(List<PolicyActivation> latestFirst) {
    return with(keys, webhooks, latestFirst);
  }

  private Site with(List<ApiKey> keys, List<Webhook> webhooks, List<PolicyActivation> policies) {
    return new Site(
        id,
        name,
        url,
        languages,
        retentionDays,
        privacy,
        doors,
        sharedLists,
        rejectReasons,
        draws,
        requiredToActivate,
        keys,
        webhooks,
        policies,
        createdAt,
        version);
  }
}
