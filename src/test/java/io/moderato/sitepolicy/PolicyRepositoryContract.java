package io.moderato.sitepolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.policy.Definition;
import io.moderato.policy.PolicySource;
import io.moderato.policy.Rule;
import io.moderato.policy.Verdict;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class PolicyRepositoryContract {
  private static final SiteId BLOG = new SiteId("blog");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

  abstract PolicyRepository policies();

  @Test
  void a_version_is_found_as_it_was_added() {
    var full = new StoredPolicy(
        BLOG,
        7,
        new PolicySource(
            "house-rules",
            "Ünïcödé «»",
            List.of(new Definition("b", "0.5"), new Definition("a", "b > 0.1")),
            List.of(
                new Rule("one", "One {value}.", "a || scores.SPAM > b", Verdict.REJECT),
                new Rule("two", "Two.", "!a", Verdict.APPROVE))),
        NOW,
        "key:k1",
        "More \u0000 links.");

    assertThat(policies().addIfNew(full).await()).isTrue();

    assertThat(policies().find(BLOG, 7).await()).contains(full);
    assertThat(policies().find(BLOG, 8).await()).isEmpty();
    assertThat(policies().find(new SiteId("blo"), 7).await()).isEmpty();
  }

  @Test
  void a_version_that_is_there_is_never_changed() {
    policies().addIfNew(version(BLOG, 1)).await();
    var other = new StoredPolicy(
        BLOG, 1, new PolicySource("other", null, List.of(), List.of()), NOW, "operator", "");

    assertThat(policies().addIfNew(other).await()).isFalse();

    assertThat(policies().find(BLOG, 1).await()).contains(version(BLOG, 1));
  }

  @Test
  void versions_are_paged_from_the_latest_down_and_of_the_site_alone() {
    for (int i = 1; i <= 12; i++) {
      policies().addIfNew(version(BLOG, i)).await();
      policies().addIfNew(version(new SiteId("blog-2"), i + 100)).await();
    }

    assertThat(versions(Integer.MAX_VALUE, 3)).containsExactly(12, 11, 10);
    assertThat(versions(10, 3)).containsExactly(9, 8, 7);
    assertThat(versions(2, 3)).containsExactly(1);
    assertThat(versions(1, 3)).isEmpty();
  }

  @Test
  void of_many_that_add_one_version_at_once_one_does() {
    var added = Future.all(IntStream.range(0, 32)
            .mapToObj(i -> policies().addIfNew(version(BLOG, 1)))
            .toList())
        .await()
        .<Boolean>list();

    assertThat(added).containsOnlyOnce(true);
  }

  private List<Integer> versions(int below, int limit) {
    return policies().latest(BLOG, below, limit).await().stream()
        .map(StoredPolicy::version)
        .toList();
  }

  private static StoredPolicy version(SiteId site, int version) {
    var source = new PolicySource("house-rules", null, List.of(), List.of());
    return new StoredPolicy(site, version, source, NOW, "operator", "");
  }
}
