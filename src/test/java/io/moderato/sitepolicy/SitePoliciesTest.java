package io.moderato.sitepolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.mongo.StoreUnavailableException;
import io.moderato.policy.PolicySource;
import io.moderato.policy.Rule;
import io.moderato.policy.Verdict;
import io.moderato.site.PolicyActivation;
import io.moderato.site.Site;
import io.moderato.site.Sites;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SitePoliciesTest {
  private static final Vertx VERTX = Vertx.vertx();

  private final FakePolicyRepository repository = new FakePolicyRepository();
  private final SitePolicies policies = new SitePolicies(VERTX, repository);
  private final Site site = Sites.site("blog");

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  @Test
  void a_version_is_read_once() {
    store("links.count > 3");
    var choosing = choosing("house-rules@1");

    var first = policies.active(choosing).await();

    assertThat(first.id()).isEqualTo("house-rules@1");
    assertThat(policies.active(choosing).await()).isSameAs(first);
    assertThat(repository.asked()).isEqualTo(1);
  }

  @Test
  void a_version_that_is_known_decides_while_the_store_is_down() {
    store("links.count > 3");
    policies.active(choosing("house-rules@1")).await();

    repository.isDown(true);

    assertThat(policies.active(choosing("house-rules@1")).await().id()).isEqualTo("house-rules@1");
    assertThat(policies.active(site).await().id()).isEqualTo("default@1");
  }

  @Test
  void without_its_own_version_nothing_is_decided_by_other_rules() {
    store("links.count > 3");
    repository.isDown(true);

    assertThatThrownBy(() -> policies.active(choosing("house-rules@1")).await())
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void a_version_that_can_no_longer_be_read_is_replaced_by_the_default_policy() {
    store("signals.of.yesterday > 3");

    assertThat(policies.active(choosing("house-rules@1")).await().id()).isEqualTo("default@1");
    assertThat(policies.active(choosing("house-rules@2")).await().id()).isEqualTo("default@1");
  }

  @Test
  void a_name_that_is_not_the_versions_own_finds_nothing() {
    store("links.count > 3");

    assertThat(policies.withId(site.id(), "other-rules@1").await()).isEmpty();
    assertThat(policies.withId(site.id(), "house-rules").await()).isEmpty();
    assertThat(policies.withId(Sites.site("other").id(), "house-rules@1").await())
        .isEmpty();
  }

  private Site choosing(String policy) {
    return site.activating(new PolicyActivation(policy, Sites.CREATED, "operator"));
  }

  private void store(String when) {
    var rules = List.of(new Rule("links", "Links.", when, Verdict.HOLD));
    var source = new PolicySource("house-rules", null, List.of(), rules);
    repository
        .addIfNew(new StoredPolicy(site.id(), 1, source, Sites.CREATED, "operator", ""))
        .await();
  }
}
